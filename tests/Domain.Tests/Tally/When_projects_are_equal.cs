using Smederijen.Domain.Tally;

namespace Smederijen.Domain.Tests.Tally;

public sealed class When_projects_are_equal
{
    private static readonly Project[] s_projects = [new("a", 60, "A"), new("b", 60, "B"), new("c", 50, "C")];

    private static Election Equal(int votesForC) => new(100, 0, s_projects, [new Ballot([0, 1], 3), new Ballot([2], votesForC)]);

    [Fact]
    public void The_lot_is_a_hash_that_anyone_can_compute() =>
        TieOrder.Lot("abc", "p1").ShouldBe(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData("abc\np1"u8)));

    [Fact]
    public void The_lowest_lot_goes_first()
    {
        foreach (var seed in Enumerable.Range(0, 20).Select(i => $"{i}"))
        {
            var first = s_projects.Take(2).OrderBy(p => TieOrder.Lot(seed, p.Id), StringComparer.Ordinal).First().Id;
            Greedy.Count(Equal(1), TieOrder.PublicDraw(seed)).Winners[0].Project.Id.ShouldBe(first);
        }
    }

    [Fact]
    public void Both_can_win_the_draw() =>
        Enumerable.Range(0, 20).Select(i => Greedy.Count(Equal(1), TieOrder.PublicDraw($"{i}")).Winners[0].Project.Id)
            .Distinct().Count().ShouldBe(2);

    [Fact]
    public void The_lower_cost_goes_before_the_draw() =>
        Greedy.Count(Equal(3), TieOrder.PublicDraw("any")).Winners[0].Project.Id.ShouldBe("c");

    [Fact]
    public void A_draw_decides_only_where_not_all_of_them_win_or_lose()
    {
        Ties.ThatDecide(Equal(1), ties => Greedy.Count(Equal(1), ties)).ShouldHaveSingleItem().Select(p => p.Id).ShouldBe(["a", "b"]);
        Election Rich(long budget) => new(budget, 0, s_projects, [new Ballot([0, 1], 3)]);
        Ties.ThatDecide(Rich(120), ties => Greedy.Count(Rich(120), ties)).ShouldBeEmpty();
        Ties.ThatDecide(Rich(59), ties => Greedy.Count(Rich(59), ties)).ShouldBeEmpty();
    }

    /// <summary>Add1 ends at another share in either order, and the count that is kept in one of them shows no tie.</summary>
    [Fact]
    public void Under_equal_shares_a_tie_can_decide_and_leave_no_trace_in_the_count()
    {
        Project[] projects = [new("a", 12, "A"), new("b", 12, "B"), new("c", 2, "C")];
        var election = new Election(13, 0, projects, [new Ballot([0, 1], 1), new Ballot([0, 2], 1), new Ballot([1], 1)]);
        EqualShares.Count(election, TieOrder.Listed(["a", "b", "c"])).Winners.ShouldHaveSingleItem().Project.Id.ShouldBe("a");
        var other = EqualShares.Count(election, TieOrder.Listed(["b", "a", "c"]));
        other.Winners.ShouldHaveSingleItem().Project.Id.ShouldBe("c");
        other.Draws.ShouldBeEmpty();
        Ties.ThatDecide(election, ties => EqualShares.Count(election, ties)).ShouldHaveSingleItem().Select(p => p.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void Where_nobody_can_try_every_order_a_draw_is_asked_for()
    {
        var many = new Election(60, 0, [.. Enumerable.Range(0, 6).Select(i => new Project($"p{i}", 10, ""))], [new Ballot([0, 1, 2, 3, 4, 5], 3)]);
        Ties.ThatDecide(many, ties => throw new InvalidOperationException("It is not counted.")).ShouldHaveSingleItem().Count.ShouldBe(6);
    }

    [Fact]
    public void The_result_tells_that_the_tie_order_decided()
    {
        var draw = Greedy.Count(Equal(1), TieOrder.ById).Draws.ShouldHaveSingleItem();
        draw.Winner.ShouldBe("a");
        draw.Among.ShouldBe(["a", "b"]);
        EqualShares.Count(Equal(1), TieOrder.ById).Draws.ShouldContain(d => d.Winner == "a" && d.Among.Count == 2);
    }
}
