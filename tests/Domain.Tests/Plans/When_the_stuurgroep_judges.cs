using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Tests.Plans.APlan;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_the_stuurgroep_judges
{
    [Fact]
    public void A_moment_that_is_reached_goes_to_it_with_a_number_that_its_answer_names()
    {
        var story = Underway().When(at => new DecisionAsked(at, WorkingGroup, "start"));
        story.Expect<PlanState.AwaitingStuurgroep>().Moment.ShouldBe("start");
        story.Effects.ShouldBe([new PlanEffect.AskStuurgroep("start", 1), new PlanEffect.CompareSupporters()]);
        story.Plan.WaitsFor.ShouldBe(Party.Stuurgroep);
    }

    [Fact]
    public void A_moment_with_a_day_goes_to_it_by_itself()
    {
        var story = Underway().When(at => new MomentNamed(at, WorkingGroup, "halfweg", "Halverwege", new DateOnly(2026, 6, 1)));
        story.Until(Amsterdam.StartOfDay(new DateOnly(2026, 6, 1)).AddMilliseconds(-1)).Expect<PlanState.Underway>();
        story.Until(Amsterdam.StartOfDay(new DateOnly(2026, 6, 1))).Expect<PlanState.AwaitingStuurgroep>().Moment.ShouldBe("halfweg");
    }

    [Fact]
    public void A_day_that_comes_while_another_moment_is_open_waits_for_it()
    {
        var story = Underway().When(at => new MomentNamed(at, WorkingGroup, "halfweg", "Halverwege", new DateOnly(2026, 6, 1)));
        AskedStuurgroep(story).After(200).Expect<PlanState.AwaitingStuurgroep>().Moment.ShouldBe("start");
        story.Decided(StuurgroepOutcome.GoOn).After(0).Expect<PlanState.AwaitingStuurgroep>().Moment.ShouldBe("halfweg");
    }

    [Fact]
    public void Go_on_settles_the_moment()
    {
        var story = AskedStuurgroep().Decided(StuurgroepOutcome.GoOn);
        story.Expect<PlanState.Underway>();
        story.Mails.ShouldBe(["StuurgroepDecided to WorkingGroup", "StuurgroepDecided to Gebiedsregisseur"]);
        story.When(at => new DecisionAsked(at, WorkingGroup, "start")).ExpectRefused(PlanRefusal.MomentIsSettled);
    }

    [Fact]
    public void A_change_goes_back_to_the_working_group_which_says_what_it_changed()
    {
        var story = SentBack();
        story.Expect<PlanState.BackAtGroup>();
        story.Plan.WaitsFor.ShouldBe(Party.WorkingGroup);
        story.When(at => new DecisionAsked(at, WorkingGroup, "start")).ExpectRefused(PlanRefusal.ReasonMissing);
        story.When(at => new DecisionAsked(at, WorkingGroup, "start", "Er is een lift bij gekomen."));
        story.Effects.ShouldBe([new PlanEffect.AskStuurgroep("start", 2), new PlanEffect.CompareSupporters()]);
        story.Decided(StuurgroepOutcome.Stop, ask: 1).ExpectAlreadySo();
        story.Decided(StuurgroepOutcome.GoOn, ask: 2).Expect<PlanState.Underway>();
    }

    [Fact]
    public void When_it_comes_to_no_decision_the_working_group_asks_again()
    {
        var story = AskedStuurgroep().When(at => new DecisionLapsed(at, "start", 1, "Te weinig zetels stemden."));
        story.Expect<PlanState.Underway>();
        story.Mails.ShouldContain("DecisionLapsed to WorkingGroup");
        story.When(at => new DecisionAsked(at, WorkingGroup, "start")).Effects.ShouldBe(
            [new PlanEffect.AskStuurgroep("start", 2), new PlanEffect.CompareSupporters()]);
        story.When(at => new DecisionLapsed(at, "start", 1, "Te weinig zetels stemden.")).ExpectAlreadySo();
    }

    [Fact]
    public void Stop_ends_the_plan_and_the_idea_it_grew_from_with_the_reason()
    {
        var story = AskedStuurgroep(PlanStory.FromIdea()).Decided(StuurgroepOutcome.Stop);
        story.Expect<PlanState.Ended>().Reasons.ShouldBe(["Er is steun."]);
        story.Effects.ShouldBe([new PlanEffect.EndIdea("idee1", LongTrackOutcome.Stop, "Er is steun.")]);
    }

    [Fact]
    public void Nobody_stops_or_finishes_the_plan_while_it_decides()
    {
        AskedStuurgroep().When(at => new Stopped(at, WorkingGroup, "Toch maar niet")).ExpectRefused(PlanRefusal.StuurgroepIsDeciding);
        AskedStuurgroep().When(at => new Completed(at, WorkingGroup, "Klaar")).ExpectRefused(PlanRefusal.StuurgroepIsDeciding);
    }

    [Fact]
    public void A_plan_is_done_when_every_moment_it_names_is_settled()
    {
        Underway().When(at => new Completed(at, WorkingGroup, "Klaar")).ExpectRefused(PlanRefusal.MomentsAreOpen);
        APlan.Completed().Expect<PlanState.Ended>().Outcome.ShouldBe(PlanPhase.Completed);
    }

    [Fact]
    public void What_was_asked_cannot_be_renamed_or_dropped()
    {
        AskedStuurgroep().When(at => new MomentNamed(at, WorkingGroup, "start", "Begin", Reason: "Mooier")).ExpectRefused(PlanRefusal.MomentIsAsked);
        AskedStuurgroep().When(at => new MomentDropped(at, "anna", "start", "Niet nodig")).ExpectRefused(PlanRefusal.MomentIsAsked);
    }
}
