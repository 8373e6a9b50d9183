using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_years_go_by
{
    public static TheoryData<string> Running => ["Underway", "AwaitingStuurgroep", "BackAtGroup"];

    [Theory]
    [MemberData(nameof(Running))]
    public void Nothing_expires_and_people_are_asked_how_it_goes_every_three_months(string phase)
    {
        var story = phase switch { "Underway" => APlan.Underway(), "AwaitingStuurgroep" => APlan.AskedStuurgroep(), _ => APlan.SentBack() };
        story.After(3650);
        story.Plan.State.Phase.ToString().ShouldBe(phase);
        story.Mails.Count(mail => mail == "HowIsItGoing to Gebiedsregisseur").ShouldBe(39);
        story.Mails.Count(mail => mail == "HowIsItGoing to WorkingGroup").ShouldBe(39);
    }

    [Fact]
    public void News_puts_the_question_off()
    {
        var story = APlan.Underway().After(80).When(at => new NewsPosted(at, "De architect tekent.")).After(80);
        story.Mails.ShouldBeEmpty();
        story.After(15).Mails.ShouldContain("HowIsItGoing to WorkingGroup");
    }

    [Fact]
    public void A_milestone_that_passes_its_day_goes_to_the_gebiedsregisseur_and_again_every_five_working_days()
    {
        var story = APlan.WithMilestone(days: 30).Until(Amsterdam.EndOfDay(new DateOnly(2026, 4, 1)).AddMilliseconds(-1));
        story.Mails.ShouldBeEmpty();
        story.Until(Amsterdam.EndOfDay(new DateOnly(2026, 4, 1))).Mails.ShouldBe(["MilestonePassed to WorkingGroup", "MilestonePassed to Gebiedsregisseur"]);
        story.Plan.WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.ForgetEffects().After(30).Mails.Count(mail => mail == "MilestonePassed to Gebiedsregisseur").ShouldBe(3, "Easter and King's Day are no working days");
    }

    [Fact]
    public void News_after_that_day_keeps_the_reminders_away_for_as_long()
    {
        var story = APlan.WithMilestone(days: 1).After(3).ForgetEffects().When(at => new NewsPosted(at, "Volgende week.")).After(6);
        story.Mails.ShouldBeEmpty();
        story.After(3).Mails.ShouldContain("MilestonePassed to Gebiedsregisseur");
    }

    [Fact]
    public void A_milestone_that_is_reached_or_gets_another_day_is_late_no_longer()
    {
        APlan.WithMilestone(days: 1).After(3).When(at => new MilestoneReached(at, WorkingGroup, "tekening", new DateOnly(2026, 3, 4)))
            .Plan.WaitsFor.ShouldBe(Party.WorkingGroup);
        var moved = APlan.WithMilestone(days: 1).After(3).Milestone(60, reason: "De architect was ziek.");
        moved.Plan.WaitsFor.ShouldBe(Party.WorkingGroup);
        moved.Plan.Deadline.ShouldBe(Amsterdam.EndOfDay(moved.In(60)));
    }

    [Fact]
    public void Moving_a_milestone_needs_a_reason_and_a_day_to_come()
    {
        APlan.WithMilestone().Milestone(60).ExpectRefused(PlanRefusal.ReasonMissing);
        APlan.WithMilestone().Milestone(-1, reason: "Eerder").ExpectRefused(PlanRefusal.DayHasPassed);
        APlan.WithMilestone().When(at => new MilestoneReached(at, WorkingGroup, "tekening", new DateOnly(2026, 3, 3))).ExpectRefused(PlanRefusal.DayToCome);
    }

    [Fact]
    public void A_clock_that_slept_for_years_sends_each_reminder_once()
    {
        var story = APlan.WithMilestone(days: 1);
        story.When(_ => new TermPassed(story.Now.AddYears(3)));
        story.Mails.Count(mail => mail == "MilestonePassed to Gebiedsregisseur").ShouldBe(1);
        story.Plan.NextDue.ShouldNotBeNull().ShouldBeGreaterThan(story.Now.AddYears(3));
    }

    [Fact]
    public void A_plan_that_everybody_left_is_with_the_gebiedsregisseur()
    {
        var story = APlan.Underway().When(at => new MemberLeft(at, MemberRole.Organisation));
        story.Mails.ShouldBe(["GroupIsEmpty to Gebiedsregisseur"]);
        story.Plan.WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.When(at => new MemberJoined(at, MemberRole.Resident)).Plan.WaitsFor.ShouldBe(Party.WorkingGroup);
    }

    [Fact]
    public void Its_people_are_forgotten_a_year_after_its_end()
    {
        var story = APlan.Completed();
        story.Expect<PlanState.Ended>().EraseAt.ShouldBe(Terms.MonthsAfter(story.Now, 12));
        story.After(370).Effects.ShouldBe([new PlanEffect.ForgetEverybody()]);
        story.Plan.NextDue.ShouldBeNull();
    }

    [Fact]
    public void A_note_goes_with_its_people_and_none_comes_after_them()
    {
        var story = APlan.Completed().When(at => new NoteWritten(at, "anna"));
        story.Expect<PlanState.Ended>();
        story.After(370).When(at => new NoteWritten(at, "anna")).ExpectRefused(PlanRefusal.PlanHasEnded);
    }
}
