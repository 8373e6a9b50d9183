using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_the_portal_counts
{
    [Fact]
    public async Task Winners_get_money_and_losers_go_on_to_the_following_round()
    {
        await using var world = await World.Begin();
        var vote = await Voted(world);
        await world.After(20);
        var decided = (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        decided.Verdicts.Where(verdict => verdict.Granted).Sum(verdict => verdict.Cost.Cents).ShouldBeLessThanOrEqualTo(1_439_700);
        foreach (var verdict in decided.Verdicts)
        {
            var state = (await world.Idea(new(AVote.Smederij, verdict.Idea))).State;
            if (verdict.Granted)
                state.ShouldBeOfType<IdeaState.Granted>();
            else
                state.ShouldBe(new IdeaState.Suitable("2028"));
        }
        (await vote.Round()).Ledger.Reserved.Cents.ShouldBe(decided.Verdicts.Where(verdict => verdict.Granted).Sum(verdict => verdict.Cost.Cents));
    }

    [Fact]
    public async Task Ballots_are_as_many_as_codes_and_tracking_numbers_and_the_box_is_empty()
    {
        await using var world = await World.Begin();
        var vote = await Voted(world);
        await world.After(20);
        var counted = (await world.Get<RoundArchive>().History(AVote.Key)).Select(line => line.Event).OfType<RoundEvent.Counted>().Single();
        counted.Ballots.ShouldBe(12);
        (await Numbers(world)).Length.ShouldBe(12);
        BoxIsGone(world);
        (await vote.Cast(vote.Codes[15], 1)).ShouldBe(CodeStanding.Unknown);
    }

    [Fact]
    public async Task A_crash_before_or_after_any_commit_of_the_count_gives_the_same_result()
    {
        var whole = await Result(crashAt: null, afterCommit: false);
        whole.Commits.ShouldBeGreaterThan(8);
        for (var at = 1; at <= whole.Commits; at++)
        {
            (await Result(at, afterCommit: false)).Rows.ShouldBe(whole.Rows, $"crash before commit {at}");
            (await Result(at, afterCommit: true)).Rows.ShouldBe(whole.Rows, $"crash after commit {at}");
        }
    }

    [Fact]
    public async Task A_ballot_too_many_stops_the_count_until_a_person_has_looked()
    {
        await using var world = await World.Begin();
        var vote = await Voted(world);
        var used = await world.Get<BallotBox>().HashOf(AVote.Key, vote.Codes[0]);
        var rows = (await world.Get<VoteVault>().Find(AVote.Key)).ShouldNotBeNull();
        await rows.Commit([rows.Delete(BoxRow.Code, used)]);
        await world.After(20);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Counting>();
    }

    /// <summary>Twelve of twenty voters vote, always in the same way.</summary>
    private static async Task<AVote> Voted(World world)
    {
        var vote = await AVote.Open(world);
        int[][] ballots = [[0], [0, 1], [0, 2], [1, 2, 3], [1], [2], [2, 3], [3], [0], [], [1, 3], [2]];
        foreach (var (i, ballot) in ballots.Index())
            (await vote.Cast(vote.Codes[i], ballot)).ShouldBe(CodeStanding.Free);
        return vote;
    }

    /// <summary>What a whole vote leaves behind, with one crash at a commit after the closing; ids and tracking numbers made alike.</summary>
    private static async Task<(string Rows, int Commits)> Result(int? crashAt, bool afterCommit)
    {
        await using var world = await World.Begin();
        var vote = await Voted(world);
        var commits = 0;
        world.Clock.MoveTo((await vote.Round()).NextDue!.Value);
        void Crash()
        {
            if (++commits == crashAt)
                throw new StoreUnavailableException("De stroom viel uit.", new IOException());
        }
        if (afterCommit)
            world.Store.After = (_, _) => Crash();
        else
            world.Store.Before = (_, _) => { Crash(); return null; };
        for (var tries = 0; tries < 3; tries++)
        {
            try
            {
                await world.Get<WorkList>().PerformDue(AVote.Key.Work);
            }
            catch (StoreUnavailableException)
            {
                continue;
            }
        }
        var decided = (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>($"crash at {crashAt}");
        var fates = new List<string>();
        foreach (var (idea, verdict) in vote.Ideas.Zip(decided.Verdicts))
            fates.Add($"{verdict.Granted} {verdict.Cost} {verdict.Reason} {(await world.Idea(idea)).State}");
        var groups = (await world.Store.Query(AVote.Smederij, VoteKeys.AllCounted("2027"))).Rows.Select(row => row.Data);
        BoxIsGone(world);
        (await Numbers(world)).Length.ShouldBe(12);
        return ($"{string.Join("\n", fates)}\n{string.Join("\n", groups)}\n{(await vote.Round()).Ledger}", commits);
    }

    private static void BoxIsGone(World world) => world.Votes.Has(AVote.Key).ShouldBeFalse();

    private static async Task<string[]> Numbers(World world) =>
        [.. (await world.Store.Query(AVote.Smederij, VoteKeys.AllTracking("2027"))).Rows.SelectMany(row => row.Read(VoteJson.Default.StringArray))];
}
