using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_a_plan_is_of_several_Smederijen
{
    private static PlanStory OfTwo() => APlan.Underway().When(at => new SmederijAdded(at, WorkingGroup, "elim"));

    [Fact]
    public void Each_hears_of_it_and_lists_it_once_it_is_confirmed()
    {
        var c = new PlanCircumstances(ASmederij.WithDefaults());
        var e = new Submitted(Story.Monday, new Euro(100), MemberRole.Resident, ["elim", c.Settings.Id, "centrum", "elim"]);
        var submitted = PlanDecider.Submit("x", e, "piet", c).ShouldBeOfType<PlanDecision.Accepted>();
        submitted.Item.Shares.ShouldBe([new PlanShare("elim"), new PlanShare("centrum")]);
        submitted.Effects.ShouldBe([new PlanEffect.Tell(PlanMailKind.ConfirmPlan, PlanAddressee.Member("piet"))]);
        var confirmed = PlanDecider.Decide(submitted.Item, new SubmissionConfirmed(Story.Monday), c).ShouldBeOfType<PlanDecision.Accepted>();
        confirmed.Effects.ShouldContain(new PlanEffect.ListIn("elim"));
        confirmed.Effects.ShouldContain(new PlanEffect.Tell(PlanMailKind.PlanShared, PlanAddressee.OtherGebiedsregisseurs));
    }

    [Fact]
    public void One_that_is_for_its_own_Smederij_alone_keeps_nothing_of_it() =>
        PlanStory.Submitted().Plan.Shared.ShouldBeNull();

    [Fact]
    public void One_can_come_later_and_only_once()
    {
        var story = OfTwo();
        story.Mails.ShouldBe(["PlanShared to Gebiedsregisseur:elim"]);
        story.When(at => new SmederijAdded(at, "anna", "elim")).Plan.Shares.ShouldBe([new PlanShare("elim")]);
        story.When(at => new SmederijAdded(at, "anna", story.Settings.Id)).Plan.Shares.Length.ShouldBe(1);
    }

    [Fact]
    public void Support_is_counted_where_people_live_and_goes_there_again()
    {
        var story = OfTwo().When(at => new SupportConfirmed(at)).When(at => new SupportConfirmed(at, "elim")).When(at => new SupportConfirmed(at, "elim"));
        (story.Plan.Supporters, story.Plan.ShareOf("elim")!.Supporters).ShouldBe((3, 2));
        story.When(at => new PersonErased(at, "anna", PlanPerson.Supporter, "Op verzoek", Smederij: "elim"));
        (story.Plan.Supporters, story.Plan.ShareOf("elim")!.Supporters).ShouldBe((2, 1));
        story.When(at => new SupportConfirmed(at, "centrum")).ExpectRefused(PlanRefusal.NotTheirPlan);
    }

    [Fact]
    public void An_idea_of_each_asks_the_round_of_its_own_Smederij()
    {
        var story = OfTwo().When(at => new RoundIdeaLinked(at, "p1", "idee7", "Een keuken", "elim"));
        story.Plan.FindPartner("p1")!.Smederij.ShouldBe("elim");
        story.When(at => new RoundIdeaLinked(at, "p2", "idee8", "Een zaal", "centrum")).ExpectRefused(PlanRefusal.NotTheirPlan);
    }

    [Fact]
    public void One_goes_away_again_with_a_reason_as_long_as_nobody_of_it_takes_part()
    {
        var story = OfTwo().ForgetEffects();
        story.When(at => new SmederijDropped(at, "anna", "elim", " ")).ExpectRefused(PlanRefusal.ReasonMissing);
        story.When(at => new SmederijDropped(at, "anna", "elim", "Een vergissing")).Plan.Shared.ShouldBeNull();
        story.Effects.ShouldBe([new PlanEffect.ListIn("elim")]);
    }

    [Fact]
    public void It_stays_once_its_residents_support_the_plan_or_its_money_is_asked()
    {
        OfTwo().When(at => new SupportConfirmed(at, "elim")).When(at => new SmederijDropped(at, "anna", "elim", "Weg"))
            .ExpectRefused(PlanRefusal.SmederijTakesPart);
        OfTwo().When(at => new RoundIdeaLinked(at, "p1", "idee7", "Een keuken", "elim")).When(at => new SmederijDropped(at, "anna", "elim", "Weg"))
            .ExpectRefused(PlanRefusal.SmederijTakesPart);
    }
}
