using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_a_round_closes
{
    [Theory]
    [InlineData("2026-11-30", "2026-11-30T23:00:00Z")]
    [InlineData("2026-03-28", "2026-03-28T23:00:00Z")]
    [InlineData("2026-03-29", "2026-03-29T22:00:00Z")]
    [InlineData("2026-10-24", "2026-10-24T22:00:00Z")]
    [InlineData("2026-10-25", "2026-10-25T23:00:00Z")]
    public void It_does_so_by_itself_when_its_last_day_in_Hoogeveen_is_over_to_the_millisecond(string lastDay, string closing)
    {
        var at = DateTimeOffset.Parse(closing, System.Globalization.CultureInfo.InvariantCulture);
        var story = RoundStory.Opened(closesOn: DateOnly.Parse(lastDay, System.Globalization.CultureInfo.InvariantCulture));
        story.Until(at.AddMilliseconds(-1)).Expect<RoundState.Open>();
        story.Until(at).Expect<RoundState.Collecting>();
        story.Effects.ShouldBe([new RoundEffect.CollectIdeas()]);
    }

    [Fact]
    public void The_following_one_offers_its_money_at_once_where_ideas_wait_for_nothing_else()
    {
        RoundStory.Opened(rolling: true).Effects.ShouldBe([new RoundEffect.OfferNewMoney()]);
        RoundStory.Opened(rolling: false).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Ideas_that_all_fit_get_their_money_without_a_vote()
    {
        var decided = Closed().Collected(Idea("a", 6_000), Idea("b", 4_000)).Expect<RoundState.Decided>();
        decided.Outcome.ShouldBe(RoundOutcome.AllGranted);
        decided.Verdicts.ShouldAllBe(verdict => verdict.Granted);
    }

    [Fact]
    public void One_cent_too_much_means_a_vote()
    {
        var story = Closed().Collected(Idea("a", 6_000), Idea("b", 4_000) with { Cost = new(400_001) });
        story.Expect<RoundState.Preparing>();
        story.Effects.ShouldContain(new RoundEffect.AskForCodes(false));
    }

    [Fact]
    public void Without_ideas_it_is_over() => Closed().Collected().Expect<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.NoIdeas);

    [Fact]
    public void A_rolling_smederij_does_not_vote_and_what_no_longer_fits_gets_nothing()
    {
        var decided = Closed(RoundStory.Opened(rolling: true)).Collected(TooMany).Expect<RoundState.Decided>();
        decided.Outcome.ShouldBe(RoundOutcome.PeriodOver);
        decided.Verdicts.Where(verdict => verdict.Granted).Select(verdict => verdict.Idea).ShouldBe(["a", "c"]);
    }

    [Fact]
    public void Collecting_twice_changes_nothing() => Preparing().Collected().ExpectAlreadySo();
}
