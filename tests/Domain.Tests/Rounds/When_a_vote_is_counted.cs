using Smederijen.Domain.Rounds;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_a_vote_is_counted
{
    [Fact]
    public void The_round_is_decided_the_ideas_hear_it_and_the_cast_ballots_go()
    {
        var story = Decided();
        story.Expect<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.Voted);
        story.Effects.TakeLast(2).ShouldBe([new RoundEffect.TellIdeas(), new RoundEffect.ShredBallots()]);
        story.Counted("a").ExpectAlreadySo();
    }

    [Fact]
    public void More_than_the_money_can_never_be_granted() => Should.Throw<InvalidOperationException>(() => Counting().Counted("a", "b"));

    [Fact]
    public void The_order_of_the_ballots_makes_no_difference_and_ideas_that_left_are_not_counted()
    {
        var manifest = ARound.Sealed().Manifest!;
        SameMarks[] ballots = [new("110", 3), new("010", 4), new("001", 2), new("100", 1)];
        var election = VoteCount.Election(manifest, [new Struck("a", "weg")], ballots);
        PabulibFile.Write(VoteCount.Election(manifest, [new Struck("a", "weg")], ballots.Reverse())).ShouldBe(PabulibFile.Write(election));
        election.Voters.ShouldBe(10);
        VoteCount.Count(manifest, election, "zaad").Winners.Select(winner => winner.Project.Id).ShouldBe(["b", "c"]);
    }

    [Fact]
    public void The_published_file_counts_to_the_same_winners()
    {
        var manifest = ARound.Sealed().Manifest! with { Rule = Domain.Settings.CountRule.EqualShares };
        var election = VoteCount.Election(manifest, [], [new("110", 30), new("010", 4), new("001", 20), new("101", 7), new("000", 1)]);
        var again = PabulibFile.Parse(PabulibFile.Write(election));
        EqualShares.Count(again, TieOrder.PublicDraw("zaad")).Winners.Select(winner => winner.Project.Id)
            .ShouldBe(VoteCount.Count(manifest, election, "zaad").Winners.Select(winner => winner.Project.Id));
    }

    [Theory]
    [InlineData(Domain.Settings.BallotKind.Approval)]
    [InlineData(Domain.Settings.BallotKind.Knapsack)]
    public void The_published_file_gives_no_cause_for_a_remark(Domain.Settings.BallotKind ballot)
    {
        var manifest = ARound.Sealed().Manifest! with { Ballot = ballot, MaxChoices = ballot == Domain.Settings.BallotKind.Approval ? 2 : null };
        var election = VoteCount.Election(manifest, [new Struck("a", "weg")], [new("110", 30), new("001", 20), new("100", 7), new("000", 1)]);
        var winners = VoteCount.Count(manifest, election, "zaad").Winners.Select(winner => winner.Project.Id);
        PabulibFile.Parse(PabulibFile.Write(election, [.. winners])).Remarks.ShouldBeEmpty();
    }

    [Fact]
    public void What_stands_in_the_log_fixes_all_tracking_numbers_in_any_order()
    {
        VoteCount.Head("m", ["B", "A"]).ShouldBe(VoteCount.Head("m", ["A", "B"]));
        VoteCount.Head("m", ["A", "B"]).ShouldNotBe(VoteCount.Head("m", ["A", "C"]));
        VoteCount.Head("m", ["A"]).ShouldNotBe(VoteCount.Head("n", ["A"]));
    }
}
