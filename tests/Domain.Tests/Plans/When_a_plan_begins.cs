using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_a_plan_begins
{
    [Fact]
    public void Its_submitter_confirms_by_mail_and_is_the_first_of_the_working_group()
    {
        var story = PlanStory.Submitted();
        story.Mails.ShouldBe(["ConfirmPlan to Member:piet"]);
        story.When(at => new SubmissionConfirmed(at)).Expect<PlanState.Underway>();
        story.Plan.Group.ShouldBe(new Group(Organisations: 1));
        story.Mails.ShouldContain("PlanOpened to Gebiedsregisseur");
        story.Plan.WaitsFor.ShouldBe(Party.WorkingGroup);
    }

    [Fact]
    public void It_lapses_when_nobody_confirms_it_and_its_people_are_forgotten()
    {
        var story = APlan.NeverConfirmed();
        story.Expect<PlanState.Ended>().Outcome.ShouldBe(PlanPhase.NeverConfirmed);
        story.After(366).Effects.ShouldBe([new PlanEffect.ForgetEverybody()]);
    }

    [Fact]
    public void It_has_to_cost_something() => PlanStory.Submitted(0).ExpectRefused(PlanRefusal.NoCost);

    [Fact]
    public void A_closed_Smederij_takes_no_plans() =>
        PlanDecider.Submit("x", new Submitted(Story.Monday, new Euro(100), MemberRole.Resident), "piet",
            new PlanCircumstances(ASmederij.WithDefaults() with { Closed = true }))
            .ShouldBe(new PlanDecision.Refused(PlanRefusal.SmederijClosed));

    [Fact]
    public void An_idea_that_the_wijkteam_called_a_lange_klap_becomes_one_at_once()
    {
        var idea = ASmederij.InReview().Advised("lid1", Advice.LongTrack).Advised("lid2", Advice.LongTrack);
        idea.Effects.ShouldBe([new IdeaEffect.OpenPlan()]);
        idea.Idea.State.WaitsFor.ShouldBe(Party.WorkingGroup);

        var plan = PlanStory.FromIdea();
        plan.Expect<PlanState.Underway>();
        plan.Plan.Id.ShouldBe("idee1", "the same id: opening it twice finds it there");
        (plan.Plan.Supporters, plan.Plan.Group.Size, plan.Plan.Cost).ShouldBe((12, 1, new Euro(450_000)));
        plan.Mails.ShouldBe(["PlanOpened to WorkingGroup", "PlanOpened to Gebiedsregisseur"]);
    }

    [Fact]
    public void Its_idea_cannot_be_withdrawn_by_one_person_any_more() =>
        ASmederij.InReview().Advised("lid1", Advice.LongTrack).Advised("lid2", Advice.LongTrack)
            .When(at => new IdeaEvent.Withdrawn(at)).ExpectRefused(Refusal.PlanOfAGroup);

    [Fact]
    public void An_idea_from_before_plans_had_pages_gets_its_plan_when_its_check_comes()
    {
        var before = ASmederij.InReview().Advised("lid1", Advice.LongTrack).Advised("lid2", Advice.LongTrack);
        var next = before.Now.AddMonths(3);
        var stored = before.Idea with { State = new IdeaState.OnLongTrack(new Chase(before.Now, 0, next)) };
        var accepted = IdeaDecider.Decide(stored, new IdeaEvent.TermPassed(next), new Circumstances(before.Settings, before.Ledger))
            .ShouldBeOfType<IdeaDecision.Accepted>();
        accepted.Effects.ShouldContain(new IdeaEffect.OpenPlan());
        accepted.Item.NextDue().ShouldBeNull();
    }
}
