using System.Collections.Immutable;
using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_something_is_left
{
    private static readonly PartSettings s_parts = new(new Euro(20_000));

    [Fact]
    public void First_it_goes_to_an_idea_that_fits_whole_in_their_order() =>
        Step(500, [("a", 900, true), ("b", 500, true), ("c", 100, true)]).ShouldBe(new RestStep.GrantWhole("b"));

    [Fact]
    public void Then_the_first_of_them_is_offered_a_part() =>
        Step(500, [("a", 900, true), ("b", 600, true)]).ShouldBe(new RestStep.OfferPart("a", new Euro(50_000)));

    [Fact]
    public void Who_did_not_accept_a_part_is_passed_over_and_can_still_get_all()
    {
        Step(500, [("a", 900, false), ("b", 600, true)]).ShouldBe(new RestStep.OfferPart("b", new Euro(50_000)));
        Step(900, [("a", 900, false), ("b", 1_000, true)]).ShouldBe(new RestStep.GrantWhole("a"));
    }

    [Fact]
    public void While_somebody_thinks_about_an_offer_nobody_else_gets_one() =>
        Step(500, [("a", 900, true)], isOffered: true).ShouldBe(new RestStep.Wait());

    [Fact]
    public void Money_that_comes_meanwhile_goes_to_an_idea_that_it_is_enough_for() =>
        Step(500, [("a", 500, true)], isOffered: true).ShouldBe(new RestStep.GrantWhole("a"));

    [Theory]
    [InlineData(0)]
    [InlineData(199)]
    public void Too_little_to_be_of_use_is_not_offered(long left) => Step(left, [("a", 900, true)]).ShouldBe(new RestStep.Stop());

    [Fact]
    public void Without_ideas_that_wait_it_is_over()
    {
        Step(500, []).ShouldBe(new RestStep.Stop());
        Step(500, [("a", 900, false)]).ShouldBe(new RestStep.Stop());
    }

    [Fact]
    public void A_rolling_smederij_offers_it_in_the_order_in_which_ideas_came()
    {
        var rest = Closed(RoundStory.Opened(rolling: true, parts: s_parts)).Collected([.. TooMany, Idea("d", 7_000)])
            .Expect<RoundState.Decided>().Rest.ShouldNotBeNull();
        (rest.Smallest, string.Join(' ', rest.Ideas)).ShouldBe((new Euro(20_000), "b d"));
    }

    [Fact]
    public void Without_the_setting_it_is_offered_to_nobody()
    {
        Closed(RoundStory.Opened(rolling: true)).Collected(TooMany).Expect<RoundState.Decided>().Rest.ShouldBeNull();
        Decided().Expect<RoundState.Decided>().Rest.ShouldBeNull();
    }

    [Fact]
    public void What_was_sealed_before_the_vote_decides_whether_it_is()
    {
        var manifest = ARound.Sealed(RoundStory.Opened(parts: s_parts)).Manifest.ShouldNotBeNull();
        manifest.Rest.ShouldBe(new RestRule(Offered: true, new Euro(20_000)));
        manifest.CanonicalText.ShouldContain("dan bieden wij dat restant aan, in de volgorde van de stemmen\nkleinste restant in centen: 20000\n");
        ARound.Sealed().Manifest!.CanonicalText.ShouldContain("geld dat over is: wij bieden geen delen aan\n");
    }

    [Fact]
    public void A_manifest_of_before_keeps_its_text()
    {
        var manifest = ARound.Sealed().Manifest! with { Rest = null };
        manifest.CanonicalText.ShouldStartWith("manifest van de stemming, versie 2\n");
        manifest.CanonicalText.ShouldNotContain("geld dat over is");
    }

    [Fact]
    public void After_the_vote_the_order_is_that_of_the_votes_then_of_the_costs()
    {
        var manifest = ARound.Sealed(RoundStory.Opened(parts: s_parts)).Manifest! with
        {
            Ideas = [Idea("a", 6_000), Idea("b", 5_000), Idea("c", 4_900), Idea("d", 4_800), Idea("e", 4_800), Idea("f", 4_700)],
        };
        var election = VoteCount.Election(manifest, [], [new("100000", 9), new("010000", 3), new("001000", 5), new("000100", 5), new("000010", 5)]);
        var count = VoteCount.Count(manifest, election, null);

        count.Winners.Select(winner => winner.Project.Id).ShouldBe(["a"]);
        VoteCount.Next(manifest, count, null).ShouldBe(["d", "e", "c", "b"], "nobody voted for f");
        VoteCount.Next(manifest, count, "zaad").ShouldBe(
            [.. new[] { "d", "e" }.OrderBy(idea => Domain.Tally.TieOrder.Lot("zaad", idea), StringComparer.Ordinal), "c", "b"]);
        VoteCount.Next(manifest with { Rest = new RestRule(Offered: false) }, count, null).ShouldBeEmpty();
    }

    [Fact]
    public void The_winners_are_the_same_whether_parts_are_offered_or_not()
    {
        var manifest = ARound.Sealed(RoundStory.Opened(parts: s_parts)).Manifest!;
        var election = VoteCount.Election(manifest, [], [new("110", 30), new("001", 20)]);
        VoteCount.Count(manifest, election, "zaad").Winners.ShouldBe(
            VoteCount.Count(manifest with { Rest = new RestRule(Offered: false) }, election, "zaad").Winners);
    }

    [Fact]
    public void The_count_and_the_draw_bring_the_order_into_the_decision()
    {
        var story = ARound.Voting(RoundStory.Opened(parts: s_parts)).After(14);
        story.When(at => new RoundEvent.Counted(at, Verdicts("b"), 100, "kop") { Next = ["a", "c"] });
        string.Join(' ', story.Expect<RoundState.Decided>().Rest.ShouldNotBeNull().Ideas).ShouldBe("a c");

        var drawn = ARound.Voting(RoundStory.Opened(parts: s_parts)).After(14).CountedEqual().After(8).Typed("anna", "98743").Typed("bert", "98743");
        drawn.When(at => new RoundEvent.Drawn(at, "98743", ["c", "b"], Verdicts("c")) { Next = ["b"] });
        string.Join(' ', drawn.Expect<RoundState.Decided>().Rest.ShouldNotBeNull().Ideas).ShouldBe("b");
    }

    [Fact]
    public void A_winner_is_never_among_them()
    {
        var story = ARound.Voting(RoundStory.Opened(parts: s_parts)).After(14);
        Should.Throw<InvalidOperationException>(() => story.When(at => new RoundEvent.Counted(at, Verdicts("b"), 100, "kop") { Next = ["b"] }));
    }

    private static ImmutableArray<Verdict> Verdicts(string winner) =>
        [.. TooMany.Select(idea => new Verdict(idea.Idea, idea.Cost, idea.Idea == winner))];

    private static RestStep Step(long left, (string Idea, long Euros, bool TakesPart)[] waiting, bool isOffered = false) => RestStep.Of(
        new Euro(left * 100), s_parts.Smallest,
        [.. waiting.Select(one => new WaitingIdea(one.Idea, new Euro(one.Euros * 100), one.TakesPart))], isOffered);
}
