using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Smederijen.Domain.Calendar;
using Smederijen.Domain.Rounds;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Voting;

namespace Smederijen.LocalHost.Tests.Voting;

/// <summary>The local edition with an open vote in its largest Smederij: a basket of at most € 23,968, most votes first.</summary>
internal sealed class OpenVote : IAsyncDisposable
{
    public const string Smederij = "de-weide-noord";
    public const string Page = $"/smederijen/{Smederij}/stemmen";

    private OpenVote(Edition town, RoundKey key, IReadOnlyList<string> ideas, IReadOnlyList<VoteCode> codes) =>
        (Town, Key, Ideas, Codes) = (town, key, ideas, codes);

    public Edition Town { get; }

    public RoundKey Key { get; }

    /// <summary>In the order of the manifest.</summary>
    public IReadOnlyList<string> Ideas { get; }

    public IReadOnlyList<VoteCode> Codes { get; }

    public static async Task<OpenVote> Start(TemporaryFolder folder, int codes)
    {
        var town = await Edition.Start(folder, services => services.AddLogging(logs => logs.ClearProviders()));
        var smederij = town.Get<SettingsBook>().Current(Smederij)!;
        var key = new RoundKey(Smederij, smederij.Round.Period);
        foreach (var euros in (long[])[9_000, 8_000, 6_000, 5_000, 3_000, 2_000])
            await SuitableIdeas.Add(town.Get<IdeaItems>(), smederij, euros, town.Clock.GetUtcNow());
        await town.Clock.Move(Amsterdam.EndOfDay(smederij.Round.ClosesOn) - town.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        var preparing = await Reach<RoundState.Preparing>(town, key);
        var made = await town.Get<VoteCodes>().Make(key, town.Get<VoteCodes>().NewSecret(), codes, "anna", null);
        await town.Clock.Move(preparing.OpensAt - town.Clock.GetUtcNow() + TimeSpan.FromSeconds(1));
        await Reach<RoundState.VoteOpen>(town, key);
        return new OpenVote(town, key, [.. preparing.Candidates.Select(idea => idea.Idea)], made.ShouldBeOfType<MadeCodes.Ready>().Codes);
    }

    /// <summary>Moves the clock past the closing, and waits for the count.</summary>
    public async Task<RoundEvent.Counted> Close()
    {
        var open = await Reach<RoundState.VoteOpen>(Town, Key);
        await Town.Clock.Move(open.ClosesAt - Town.Clock.GetUtcNow());
        await Reach<RoundState.Decided>(Town, Key);
        return (await Town.Get<RoundArchive>().History(Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single();
    }

    /// <summary>The batches of paper that wait for a second person.</summary>
    public async Task<IReadOnlyList<string>> Paper() =>
        [.. (await Town.Get<PaperBallots>().Waiting(Key, CancellationToken.None)).Select(waiting => waiting.Id)];

    /// <summary>The tracking numbers as anyone can read them.</summary>
    public async Task<string[]> Published() =>
        (await Town.Ask(HttpMethod.Get, $"/smederijen/{Smederij}/rondes/{Key.Period}/volgnummers.txt")).ShouldHave(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public ValueTask DisposeAsync() => Town.DisposeAsync();

    private static async Task<TState> Reach<TState>(Edition town, RoundKey key) where TState : RoundState =>
        (await Edition.Eventually(
            async () => (await town.Get<RoundItems>().Load(key))?.Item.State as TState, state => state is not null, $"{key} to be {typeof(TState).Name}"))!;
}
