using Smederijen.Domain.Calendar;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_a_plan_stands_still
{
    [Fact]
    public void Nobody_is_reminded_and_nothing_is_late()
    {
        var story = Paused();
        story.Plan.NextDue.ShouldBeNull();
        story.Plan.Deadline.ShouldBeNull();
        story.After(700).Mails.ShouldBeEmpty();
    }

    [Fact]
    public void Afterwards_days_move_by_as_long_as_it_stood_still()
    {
        var story = Paused();
        var due = story.Plan.Milestones[0].Due;
        story.After(100).When(at => new Resumed(at, "anna", "De grond is vrij."));

        story.Plan.PausedAt.ShouldBeNull();
        story.Plan.Milestones[0].Due.ShouldBe(due.AddDays(100));
        story.Plan.FindMoment("bouw")!.On.ShouldBe(story.In(50));
        story.Plan.Check.Next.ShouldBeGreaterThan(story.Now);
    }

    [Fact]
    public void A_milestone_that_was_late_before_is_not_chased_at_once()
    {
        var story = APlan.WithMilestone(1).After(3).When(at => new Paused(at, "anna", "Even wachten.")).ForgetEffects();
        story.After(40).When(at => new Resumed(at, "anna", "Verder.")).Mails.ShouldBeEmpty();
        story.Plan.NextDue!.Value.ShouldBeGreaterThan(story.Now);
    }

    [Fact]
    public void What_people_do_counts_and_a_decision_of_the_stuurgroep_leaves_it_standing_still()
    {
        var story = APlan.AskedStuurgroep().When(at => new Paused(at, "anna", "Even wachten.")).Decided(StuurgroepOutcome.GoOn);
        story.Expect<PlanState.Underway>();
        story.Plan.PausedAt.ShouldNotBeNull();
    }

    [Fact]
    public void An_end_is_an_end_and_its_people_are_forgotten_in_time()
    {
        var story = Paused().When(at => new Stopped(at, "anna", "Er komt geen grond."));
        story.Plan.PausedAt.ShouldBeNull();
        story.Plan.NextDue.ShouldNotBeNull();
    }

    [Fact]
    public void It_needs_a_reason_and_happens_once()
    {
        APlan.Underway().When(at => new Paused(at, "anna", " ")).ExpectRefused(PlanRefusal.ReasonMissing);
        Paused().When(at => new Paused(at, "bert", "Ook.")).ExpectAlreadySo();
        APlan.Underway().When(at => new Resumed(at, "anna", "Verder.")).ExpectRefused(PlanRefusal.NotPaused);
    }

    /// <summary>With a milestone in thirty days, and a moment of decision in fifty.</summary>
    private static PlanStory Paused() => APlan.WithMilestone(30)
        .When(at => new MomentNamed(at, WorkingGroup, "bouw", "Voor de bouw", In(at, 50)))
        .When(at => new Paused(at, "anna", "De grond is nog niet vrij.")).ForgetEffects();

    private static DateOnly In(DateTimeOffset at, int days) => Amsterdam.DateOf(at).AddDays(days);
}
