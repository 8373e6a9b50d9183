using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;

namespace Smederijen.Domain.Tests.Tally;

/// <summary>Computed by hand.</summary>
public sealed class When_equal_shares_are_counted
{
    /// <summary>
    /// Four voters, € 100, so € 25 each. Three want the playground (60), two of them the party (30), the fourth the bench (25).
    /// Playground: 20 each from three. Party: two of them have 5 left, together 10 of 30. Bench: the fourth pays all of 25.
    /// </summary>
    private const string Village = """
        META
        key;value
        description;Dorp
        currency;EUR
        budget;100
        vote_type;approval
        PROJECTS
        project_id;cost;name
        feest;30;Dorpsfeest
        bank;25;Bankje
        speel;60;Speeltuin
        VOTES
        voter_id;vote
        1;speel,feest
        2;speel,feest
        3;speel
        4;bank
        """;

    [Fact]
    public void A_group_gets_what_its_share_can_pay()
    {
        var count = EqualShares.Count(PabulibFile.Parse(Village), TieOrder.ById, Completion.None);

        count.Winners.Select(w => w.Project.Id).ShouldBe(["speel", "bank"]);
        count.Left.ShouldBe(15);
        FateOf("speel", count).ShouldBeOfType<Fate.BoughtByShares>().Price.ShouldBe(20_000_000);
        FateOf("bank", count).ShouldBeOfType<Fate.BoughtByShares>().PaidTheirLast.ShouldBe(1);
        var feest = FateOf("feest", count).ShouldBeOfType<Fate.SupportersShort>();
        (feest.SupportersHad, feest.Lacks, feest.LeftAtItsTurn).ShouldBe((10, 20, null));
    }

    /// <summary>At + 10 the two have 15 each after the playground: enough for the party, but 115 is more than there is.</summary>
    [Fact]
    public void Add1_ends_just_before_it_would_overspend()
    {
        var count = EqualShares.Count(PabulibFile.Parse(Village), TieOrder.ById, Completion.Add1);

        count.Shares.ShouldBe(new VoterShare(Total: 100, Voters: 4, Raised: 9));
        FateOf("feest", count).ShouldBeOfType<Fate.SupportersShort>().SupportersHad.ShouldBe(28);
    }

    [Fact]
    public void The_completion_tells_how_much_was_left_for_a_loser() =>
        FateOf("feest", EqualShares.Count(PabulibFile.Parse(Village), TieOrder.ById))
            .ShouldBeOfType<Fate.SupportersShort>().LeftAtItsTurn.ShouldBe(15);

    /// <summary>
    /// € 30 each. Three pay 13⅓ for a (40). One of them has 16⅔ left and wants b (40) with a fourth voter, who has 30: half
    /// would be 20, so the first gives all and the fourth pays 23⅓.
    /// </summary>
    [Fact]
    public void Who_has_less_than_the_price_gives_the_rest()
    {
        var election = new Election(120, 0, [new("a", 40, "A"), new("b", 40, "B")],
            [new Ballot([0, 1], 1), new Ballot([1], 1), new Ballot([0], 2)]);
        var b = FateOf("b", EqualShares.Count(election, TieOrder.ById, Completion.None)).ShouldBeOfType<Fate.BoughtByShares>();

        (b.Place, b.PaidFullPrice, b.PaidTheirLast, b.Price, b.LeftAfter).ShouldBe((2, 1, 1, 23_333_333, 40));
    }

    [Fact]
    public void Nobody_voted_so_nothing_wins() =>
        EqualShares.Count(new Election(100, 0, [new("a", 10, "A")], []), TieOrder.ById).Fates.ShouldBe([new Fate.WithoutVotes(new("a", 10, "A"))]);

    /// <summary>Add1 in steps of one euro would need 66 billion runs; equal paths are skipped.</summary>
    [Fact]
    public void Amounts_without_measure_are_counted_too()
    {
        var election = new Election(9_999_999_999_999, 2,
            [new("a", 9_999_999_999_998, "A"), new("b", 1, "B"), new("c", 5_000_000_000_000, "C")],
            [new Ballot([0, 1], 1), new Ballot([1], 1), new Ballot([0, 2], 1)]);
        EqualShares.Count(election, TieOrder.ById, Completion.Add1).Winners.Select(w => w.Project.Id).ShouldBe(["b", "a"]);
    }

    private static Fate FateOf(string id, Count count) => count.Fates.Single(f => f.Project.Id == id);
}
