using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Tally.Tests;

public sealed class When_any_small_election_is_counted
{
    private static readonly Config s_many = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(16);
    private static readonly Config s_some = Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(16);

    [Theory]
    [InlineData(Completion.None)]
    [InlineData(Completion.Add1)]
    [InlineData(Completion.Add1ThenGreedy)]
    public void Equal_shares_choose_what_the_paper_chooses(Completion completion) =>
        Prop.ForAll(SmallElections.Arbitrary, election =>
            Ids(EqualShares.Count(election, TieOrder.ById, completion)).ShouldBe(SimpleShares.Winners(election, completion))).Check(s_many);

    [Fact]
    public void No_rule_spends_more_than_there_is() => Always(election =>
    {
        foreach (var count in AllCounts(election))
        {
            count.Left.ShouldBeGreaterThanOrEqualTo(0);
            count.Winners.Sum(w => w.Project.Cost).ShouldBe(count.Spent);
        }
    });

    [Fact]
    public void Every_project_has_one_fate_and_every_loser_lacks_something() => Always(election =>
    {
        foreach (var count in AllCounts(election))
        {
            count.Fates.Select(f => f.Project).ShouldBe(election.Projects);
            count.Winners.Select(w => w.Place).ShouldBe(Enumerable.Range(1, count.Winners.Count));
            count.Fates.OfType<Fate.DidNotFit>().ShouldAllBe(f => f.Lacks > 0);
            count.Fates.OfType<Fate.SupportersShort>().ShouldAllBe(f => f.Lacks > 0 && f.SupportersHad >= 0);
        }
    });

    [Fact]
    public void The_order_of_voters_and_their_grouping_change_nothing() => Always(election =>
    {
        var grouped = election.Ballots.GroupBy(b => string.Join(',', b.Approved)).Select(g => new Ballot(g.First().Approved, g.Count()));
        var other =
            new Election(election.Budget, election.Decimals, election.Projects, [.. grouped.Reverse()]) { MinimumVotes = election.MinimumVotes };
        AllCounts(other).Select(Ids).ShouldBe(AllCounts(election).Select(Ids));
    });

    [Fact]
    public void The_order_of_projects_changes_nothing() => Always(election =>
    {
        var last = election.Projects.Count - 1;
        var ballots = election.Ballots.Select(b => new Ballot([.. b.Approved.Reverse().Select(p => last - p)], b.Voters));
        var other =
            new Election(election.Budget, election.Decimals, [.. election.Projects.Reverse()], [.. ballots]) { MinimumVotes = election.MinimumVotes };
        AllCounts(other).Select(Ids).ShouldBe(AllCounts(election).Select(Ids));
    });

    [Fact]
    public void Counting_again_gives_the_same() => Always(election =>
        AllCounts(election).Select(Ids).ShouldBe(AllCounts(election).Select(Ids)));

    [Fact]
    public void A_file_says_all_that_was_counted() => Always(election =>
    {
        var read = PabulibFile.Parse(PabulibFile.Write(election));
        read.ShouldMean(election);
        Ids(Greedy.Count(read, TieOrder.ById)).ShouldBe(Ids(Greedy.Count(election, TieOrder.ById)));
    });

    [Fact]
    public void Without_a_draw_every_order_of_equals_gives_the_same_winners() => Prop.ForAll(SmallElections.Arbitrary, election =>
    {
        foreach (var rule in Rules)
        {
            if (Ties.ThatDecide(election, ties => rule(election, ties)).Count > 0)
                continue;
            var winners = Ids(rule(election, TieOrder.ById)).Order().ToList();
            for (var seed = 0; seed < 20; seed++)
                Ids(rule(election, TieOrder.PublicDraw($"{seed}"))).Order().ShouldBe(winners);
        }
    }).Check(s_some);

    [Fact]
    public void Projects_between_which_a_draw_decides_have_as_many_votes_and_the_same_cost() => Always(election =>
    {
        foreach (var group in Rules.SelectMany(rule => Ties.ThatDecide(election, ties => rule(election, ties))))
        {
            group.Count.ShouldBeGreaterThan(1);
            group.Select(project => project.Cost).Distinct().ShouldHaveSingleItem();
            group.Select(project => election.Votes[election.Projects.Index().Single(one => one.Item == project).Index]).Distinct()
                .ShouldHaveSingleItem();
        }
    });

    private static readonly Func<Election, TieOrder, Count>[] Rules =
        [(election, ties) => Greedy.Count(election, ties), (election, ties) => EqualShares.Count(election, ties)];

    private static IEnumerable<Count> AllCounts(Election election) =>
    [
        Greedy.Count(election, TieOrder.PublicDraw("a")),
        Greedy.Count(election, TieOrder.PublicDraw("a"), NoRoom.Stop),
        EqualShares.Count(election, TieOrder.PublicDraw("a"), Completion.None),
        EqualShares.Count(election, TieOrder.PublicDraw("a"), Completion.Add1),
        EqualShares.Count(election, TieOrder.PublicDraw("a")),
    ];

    private static IReadOnlyList<string> Ids(Count count) => [.. count.Winners.Select(w => w.Project.Id)];

    private static void Always(Action<Election> holds) => Prop.ForAll(SmallElections.Arbitrary, holds).Check(s_some);
}
