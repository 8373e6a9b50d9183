using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

/// <summary>Nothing begins by their number, so they are laid side by side as they come; that reads all of them, so not each time.</summary>
public sealed class When_neighbours_support_a_plan
{
    [Fact]
    public void They_are_compared_one_by_one_at_first_and_then_ten_at_a_time()
    {
        var story = APlan.Underway();
        var compared = new List<int>();
        for (var i = 1; i <= 40; i++)
        {
            story = story.ForgetEffects().When(at => new SupportConfirmed(at));
            if (story.Effects.Contains(new PlanEffect.CompareSupporters()))
                compared.Add(i);
        }
        compared.ShouldBe([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 20, 30, 40]);
    }

    [Fact]
    public void They_are_compared_again_when_one_goes_as_long_as_some_were_alike()
    {
        var story = APlan.Underway().When(at => new SupportConfirmed(at)).ForgetEffects();
        story.When(at => new PersonErased(at, "anna", PlanPerson.Supporter, "Op verzoek")).Effects.ShouldBeEmpty();
        story.When(at => new SupportCompared(at, 3)).Plan.Alike.ShouldBe(3);
        story.When(at => new PersonErased(at, "anna", PlanPerson.Supporter, "Op verzoek")).Effects.ShouldBe([new PlanEffect.CompareSupporters()]);
        story.When(at => new SupportCompared(at, 0)).Plan.Alike.ShouldBe(0);
    }
}
