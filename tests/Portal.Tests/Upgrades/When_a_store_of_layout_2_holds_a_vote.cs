using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>
/// An open vote as the release before left it: of twelve codes three were used on screen, two on paper, and two lie on paper that waits
/// for a second person.
/// </summary>
public sealed class When_a_store_of_layout_2_holds_a_vote
{
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    private static List<JsonNode> Sample { get; } =
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Upgrades", "store-of-layout-2-with-a-vote.jsonl")).Select(line => JsonNode.Parse(line)!)];

    private static List<VoteCode> Codes { get; } =
        [.. Sample[0]["codes"]!.AsArray().Select(code => VoteCode.TryParse((string)code!, out var read) ? read : throw new FormatException())];

    private readonly InMemoryEntityStore _store = new();
    private readonly InMemoryVoteStores _votes = new();

    private async Task Fill()
    {
        foreach (var row in Sample.Skip(1))
            await _store.Commit((string)row["partition"]!, [new Write.Insert((string)row["row"]!, (string)row["data"]!)]);
    }

    private async Task<World> Begin()
    {
        var world = await World.Begin(services => services.AddSingleton(new PlainStore(_store)).AddSingleton<IVoteStores>(_votes));
        world.Clock.MoveTo((DateTimeOffset)Sample[0]["now"]!);
        return world;
    }

    private Task<IReadOnlyList<Entity>> Left() => _store.RowsFrom(AVote.Smederij, "stembus|");

    [Fact]
    public async Task Everything_lies_in_a_store_of_its_own_and_the_vote_goes_on_to_its_count()
    {
        await Fill();
        await using var world = await Begin();
        (await Left()).ShouldBeEmpty();
        await Goes(world);
    }

    [Fact]
    public async Task A_start_that_stops_at_whichever_commit_is_begun_again()
    {
        for (var commits = 1; ; commits++)
        {
            var again = new When_a_store_of_layout_2_holds_a_vote();
            if (!await again.StopsAndGoesOn(commits, afterwards: true) & !await new When_a_store_of_layout_2_holds_a_vote()
                .StopsAndGoesOn(commits, afterwards: false))
                return;
        }
    }

    /// <summary>Whether it came so far as to stop.</summary>
    private async Task<bool> StopsAndGoesOn(int commits, bool afterwards)
    {
        await Fill();
        var stopped = false;
        void Stop()
        {
            if (--commits != 0)
                return;
            stopped = true;
            throw new StoreUnavailableException("The machine stops.", new IOException());
        }
        if (afterwards)
            (_store.After, _votes.After) = ((_, _) => Stop(), (_, _) => Stop());
        else
            (_store.Before, _votes.Before) = ((_, _) => { Stop(); return null; }, (_, _) => { Stop(); return null; });
        try
        {
            await (await Begin()).DisposeAsync();
        }
        catch (StoreUnavailableException)
        {
        }
        (_store.After, _votes.After, _store.Before, _votes.Before) = (null, null, null, null);
        await using var world = await Begin();
        (await Left()).ShouldBeEmpty();
        await Goes(world);
        return stopped;
    }

    [Fact]
    public async Task A_ballot_that_cannot_be_read_stays_and_stops_the_count()
    {
        await Fill();
        var ballot = (await _store.RowsFrom(AVote.Smederij, "stembus|2027|biljet|"))[0];
        await _store.Commit(AVote.Smederij, [new Write.Put(ballot.Row, "kapot")]);
        await using var world = await Begin();
        (await Left()).ShouldHaveSingleItem().Data.ShouldBe("kapot");
        (await AVote.InBox(world, BoxRow.Ballot)).Count.ShouldBe(4);
        await world.After(20);
        (await world.Get<RoundItems>().Load(AVote.Key)).ShouldNotBeNull().Item.State.ShouldBeOfType<RoundState.Counting>();
    }

    [Fact]
    public async Task The_second_start_changes_nothing()
    {
        await Fill();
        await (await Begin()).DisposeAsync();
        var after = await Everything();
        await (await Begin()).DisposeAsync();
        (await Everything()).ShouldBe(after);
    }

    private async Task<List<(string, string)>> Everything() =>
    [
        .. (await _store.Everything(AVote.Smederij)).Select(row => (row.Row, row.ETag)),
        .. (await _votes.Of(AVote.Key).Everything(VoteRows.Partition)).Select(row => (row.Row, row.ETag)),
    ];

    private static async Task Goes(World world)
    {
        var box = world.Get<BallotBox>();
        async Task<CodeStanding> Standing(int code) => await box.Standing(AVote.Key, await box.HashOf(AVote.Key, Codes[code]));
        (await Standing(0), await Standing(3), await Standing(5), await Standing(11))
            .ShouldBe((CodeStanding.UsedOnline, CodeStanding.UsedOnPaper, CodeStanding.Free, CodeStanding.Free));
        (await AVote.InBox(world, BoxRow.Right)).Count.ShouldBe(7);
        (await box.Cast(AVote.Key, new CastBallot(await box.HashOf(AVote.Key, Codes[11]), TrackingNumber.New(), new Marks("0010"))))
            .ShouldBe(CodeStanding.Free);
        var batch = (await AVote.InBox(world, BoxRow.Paper)).ShouldHaveSingleItem().Name;
        (await world.BrowserOf("bert", Http.StaffRoles.Medewerker).Post($"{Desk}/papier/{batch}", new { biljetten = 2, kruisjes = 3 })).ShouldHave(303);
        await world.After(20);
        (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single()
            .ShouldSatisfyAllConditions(counted => counted.Ballots.ShouldBe(8), counted => counted.Unchecked.ShouldBe(0));
    }
}
