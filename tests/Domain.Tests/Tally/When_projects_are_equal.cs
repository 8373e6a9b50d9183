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
    public void The_result_tells_that_the_tie_order_decided()
    {
        var draw = Greedy.Count(Equal(1), TieOrder.ById).Draws.ShouldHaveSingleItem();
        draw.Winner.ShouldBe("a");
        draw.Among.ShouldBe(["a", "b"]);
        EqualShares.Count(Equal(1), TieOrder.ById).Draws.ShouldContain(d => d.Winner == "a" && d.Among.Count == 2);
    }
}
