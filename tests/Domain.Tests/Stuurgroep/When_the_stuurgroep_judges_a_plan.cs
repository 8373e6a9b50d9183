using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class When_the_stuurgroep_judges_a_plan
{
    [Fact]
    public void The_seats_are_asked_at_once() => AboutAPlan().Expect<ResolutionState.Open>().Sitting.Waiting.Count().ShouldBe(10);

    [Theory]
    [InlineData(Voice.GoOn)]
    [InlineData(Voice.Change)]
    [InlineData(Voice.Stop)]
    public void The_choice_of_more_than_half_decides_and_the_plan_hears_it(Voice voice) =>
        AboutAPlan().Say(voice, 1, 6).ExpectOutcome(voice).Effects.ShouldContain(new ResolutionEffect.TellPlan());

    [Fact]
    public void Without_a_majority_nothing_is_decided_and_the_plan_hears_that()
    {
        var story = AboutAPlan().Say(Voice.GoOn, 1, 4).Say(Voice.Change, 5, 7).Say(Voice.Stop, 8, 10);
        story.Expect<ResolutionState.Lapsed>().Because.ShouldBe(LapsedBecause.NoMajority);
        story.Effects.ShouldContain(new ResolutionEffect.TellPlan());
    }

    [Fact]
    public void It_is_over_as_soon_as_no_choice_can_reach_a_majority() =>
        AboutAPlan().Say(Voice.GoOn, 1, 3).Say(Voice.Change, 4, 6).Say(Voice.Stop, 7, 9).Expect<ResolutionState.Lapsed>();

    [Fact]
    public void Silence_and_withdrawing_reach_the_plan_as_well()
    {
        AboutAPlan().After(50).Effects.ShouldContain(new ResolutionEffect.TellPlan());
        AboutAPlan().When(at => new WithdrawnByStaff(at, "anna", "Het plan is veranderd.")).Effects.ShouldContain(new ResolutionEffect.TellPlan());
    }
}
