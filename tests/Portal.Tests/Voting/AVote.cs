using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>A neighbourhood with more suitable ideas than money: at most five choices, counted by Equal Shares.</summary>
public sealed class AVote
{
    /// <summary>A Smederij that decides at the closing date and carries ideas over.</summary>
    public const string Smederij = "centrum";

    public const string Page = $"/smederijen/{Smederij}/stemmen";

    public static readonly RoundKey Key = new(Smederij, "2027");

    internal AVote(World world) => World = world;

    public World World { get; }

    /// <summary>In the order of the manifest.</summary>
    public List<IdeaKey> Ideas { get; } = [];

    public IReadOnlyList<VoteCode> Codes { get; private set; } = [];

    /// <summary>The round has closed with these ideas, in euros, against an envelope of € 14,397.</summary>
    public static async Task<AVote> Closed(World world, params long[] euros)
    {
        var vote = new AVote(world);
        foreach (var amount in euros)
            vote.Ideas.Add(await vote.Suitable(amount));
        await world.Until(new DateTimeOffset(2027, 6, 30, 22, 0, 0, TimeSpan.Zero));
        return vote;
    }

    public static async Task<AVote> Sealed(World world, int codes = 20, params long[] euros)
    {
        var vote = await Closed(world, euros is [] ? [9_000, 6_000, 4_000, 3_000] : euros);
        var made = await world.Get<VoteCodes>().Make(Key, world.Get<VoteCodes>().NewSecret(), codes, "anna", null);
        vote.Codes = made.ShouldBeOfType<MadeCodes.Ready>().Codes;
        return vote;
    }

    public static async Task<AVote> Open(World world, int codes = 20, params long[] euros)
    {
        var vote = await Sealed(world, codes, euros);
        await world.After(8);
        (await vote.Round()).State.ShouldBeOfType<RoundState.VoteOpen>();
        return vote;
    }

    /// <summary>What lies in the ballot box, as only the portal can read it; nothing once it is gone.</summary>
    public static async Task<List<OpenedRow>> InBox(World world, BoxRow sort) =>
        await world.Get<VoteVault>().Find(Key) is { } rows ? await rows.All(sort).ToListAsync() : [];

    public async Task<Round> Round() => (await World.Get<RoundItems>().Load(Key)).ShouldNotBeNull().Item;

    /// <summary>Casts a ballot without the pages.</summary>
    public async Task<CodeStanding> Cast(VoteCode code, params int[] choices)
    {
        var marks = new Marks(string.Concat(Enumerable.Range(0, Ideas.Count).Select(i => choices.Contains(i) ? '1' : '0')));
        var box = World.Get<BallotBox>();
        return await box.Cast(Key, new CastBallot(await box.HashOf(Key, code), TrackingNumber.New(), marks));
    }

    private async Task<IdeaKey> Suitable(long euros)
    {
        var now = World.Clock.GetUtcNow();
        World.Clock.MoveTo(now.AddMilliseconds(1));
        return await SuitableIdeas.Add(World.Get<IdeaItems>(), World.Settings(Smederij), euros, now);
    }
}
