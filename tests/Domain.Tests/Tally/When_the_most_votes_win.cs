using Smederijen.Domain.Tally;

namespace Smederijen.Domain.Tests.Tally;

public sealed class When_the_most_votes_win
{
    private static readonly Election s_election = new(100, 0,
        [new("groot", 70, "Groot"), new("duur", 40, "Duur"), new("klein", 30, "Klein"), new("weinig", 1, "Weinig"), new("niets", 1, "Niets")],
        [new Ballot([0, 1, 2, 3], 1), new Ballot([0, 1, 2], 2), new Ballot([0, 1], 1), new Ballot([0], 1)])
    {
        MinimumVotes = 2,
    };

    [Fact]
    public void What_no_longer_fits_is_skipped()
    {
        var count = Greedy.Count(s_election, TieOrder.ById);

        count.Winners.Select(w => w.Project.Id).ShouldBe(["groot", "klein"]);
        count.Fates[1].ShouldBeOfType<Fate.DidNotFit>().Lacks.ShouldBe(10);
        count.Left.ShouldBe(0);
    }

    [Fact]
    public void Or_the_count_stops_there()
    {
        var count = Greedy.Count(s_election, TieOrder.ById, NoRoom.Stop);

        count.Winners.Select(w => w.Project.Id).ShouldBe(["groot"]);
        count.Fates[2].ShouldBeOfType<Fate.AfterTheStop>().StoppedAt.ShouldBe("duur");
    }

    [Fact]
    public void Too_few_votes_or_none_are_out()
    {
        var count = Greedy.Count(s_election, TieOrder.ById);

        count.Fates[3].ShouldBeOfType<Fate.BelowMinimum>().Minimum.ShouldBe(2);
        count.Fates[4].ShouldBeOfType<Fate.WithoutVotes>();
    }
}
