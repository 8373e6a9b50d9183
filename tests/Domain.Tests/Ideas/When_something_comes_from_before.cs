using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_something_comes_from_before
{
    private static readonly DateOnly s_day = new(2019, 5, 3);

    private static Story Came(
        Standing standing, long euros = 500, long? cost = null, int supporters = 0, long envelope = 10_000, DateOnly? on = null) => Story.TakenOver(
            at => new TakenOver(
                at, on ?? s_day, standing, "2019", new Euro(euros * 100), Cost: cost is null ? null : new Euro(cost.Value * 100), Supporters: supporters),
            envelope);

    [Fact]
    public void What_is_finished_tells_nobody_knows_nobody_and_waits_for_nothing()
    {
        var story = Came(Standing.Completed, 500, cost: 430, supporters: 12);
        var ended = story.Expect<IdeaState.Ended>();
        (ended.Outcome, ended.EraseAt, ended.FlowsBack, ended.Refund).ShouldBe((IdeaPhase.Completed, null, new Euro(7_000), null));
        story.Mails.ShouldBeEmpty();
        story.Effects.ShouldBeEmpty();
        (story.Idea.Since, story.Idea.NextDue(), story.Idea.OnPaper, story.Idea.Revision).ShouldBe((Amsterdam.StartOfDay(s_day), null, 12, 1));
        story.Ledger.ShouldBe(new Ledger(new Euro(1_000_000), Euro.Zero, new Euro(43_000)));
    }

    [Fact]
    public void What_a_finished_project_cost_is_what_was_paid_unless_it_says_otherwise()
    {
        Came(Standing.Completed, 500).Ledger.Released.ShouldBe(new Euro(50_000));
        Came(Standing.Completed, 0, envelope: 0).Ledger.ShouldBe(Ledger.Empty);
    }

    [Fact]
    public void What_came_to_nothing_takes_no_money()
    {
        var story = Came(Standing.CameToNothing, envelope: 0);
        story.Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Declined);
        story.Mails.ShouldBeEmpty();
        story.Idea.NextDue().ShouldBeNull();
    }

    [Fact]
    public void Support_goes_on_with_the_supporters_there_were_for_a_whole_term_from_today()
    {
        var story = Came(Standing.GatheringSupport, supporters: 2, envelope: 0);
        story.Expect<IdeaState.GatheringSupport>().ShouldBe(
            new IdeaState.GatheringSupport(0, 2, Term.OfDays(Story.Monday, 28)));
        story.Mails.ShouldBe(["SupportStarted to Submitter"]);
        story.When(at => new SupportConfirmed(at)).Expect<IdeaState.InReview>();
    }

    [Fact]
    public void Enough_support_goes_to_the_wijkteam() => Came(Standing.GatheringSupport, supporters: 3).Expect<IdeaState.InReview>();

    [Fact]
    public void The_wijkteam_is_asked_as_always()
    {
        var story = Came(Standing.InReview, supporters: 4, envelope: 0);
        story.Expect<IdeaState.InReview>().Panel.Open.Count().ShouldBe(3);
        story.Mails.ShouldBe(
            ["SupportReached to Submitter", "ReviewRequest to Reviewer:lid1", "ReviewRequest to Reviewer:lid2", "ReviewRequest to Reviewer:lid3"]);
        story.Idea.OnPaper.ShouldBe(4);
    }

    [Fact]
    public void A_grant_waits_for_the_account_with_its_money_set_apart()
    {
        var story = Came(Standing.Granted);
        story.Expect<IdeaState.Granted>().ShouldBe(new IdeaState.Granted(new Euro(50_000), "2019", Term.OfDays(Story.Monday, 60)));
        story.Mails.ShouldBe(["MoneyGranted to Submitter"]);
        story.Ledger.ShouldBe(new Ledger(new Euro(1_000_000), new Euro(50_000), Euro.Zero));
    }

    [Fact]
    public void What_is_paid_is_reminded_by_the_day_of_payment()
    {
        var story = Came(Standing.Released, on: new DateOnly(2025, 9, 1));
        var released = story.Expect<IdeaState.Released>();
        story.Mails.ShouldBeEmpty();
        Amsterdam.DateOf(released.RealiseBefore.AddTicks(-1)).ShouldBe(new DateOnly(2026, 9, 1));
        released.Chase.Next.ShouldBeGreaterThan(story.Now);
        story.Ledger.Released.ShouldBe(new Euro(50_000));
        story.When(at => new PlanCompleted(at, new Euro(45_000))).Expect<IdeaState.Ended>().Refund!.PaidOn.ShouldBe(new DateOnly(2025, 9, 1));
    }

    [Fact]
    public void Who_is_late_by_then_has_a_month_and_nobody_is_reminded_on_the_first_day()
    {
        var story = Came(Standing.Released);
        story.Expect<IdeaState.Released>().RealiseBefore.ShouldBe(Terms.MonthsAfter(Story.Monday, 1));
        story.After(20).Mails.ShouldBeEmpty();
        story.After(20).Mails.ShouldContain("RealisationOverdue to Gebiedsregisseur");
    }

    [Theory]
    [InlineData(Standing.Granted)]
    [InlineData(Standing.Released)]
    [InlineData(Standing.Completed)]
    public void Money_that_is_not_there_is_not_taken(Standing standing) => Came(standing, envelope: 499).ExpectRefused(Refusal.TooLittleMoney);

    [Fact]
    public void It_comes_once() => Came(Standing.Granted)
        .When(at => new TakenOver(at, s_day, Standing.Granted, "2019", new Euro(50_000))).ExpectAlreadySo();
}
