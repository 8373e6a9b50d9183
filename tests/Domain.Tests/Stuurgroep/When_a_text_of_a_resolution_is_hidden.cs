using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class When_a_text_of_a_resolution_is_hidden
{
    private static readonly Func<ResolutionStory>[] Anywhere =
    [
        () => Drafted(), () => Open().Say(Voice.Against, 1, 2), () => Open().After(22), () => AboutAPlan().Say(Voice.Stop, 1, 6),
        () => Open().After(50), () => Open().When(at => new WithdrawnByStaff(at, "anna", "Er is meer geld.")),
    ];

    [Fact]
    public void Its_history_is_longer_and_nothing_else_changes_in_whatever_state()
    {
        foreach (var begin in Anywhere)
        {
            var story = begin().ForgetEffects();
            var before = story.Resolution;
            story.When(at => new PartHidden(at, "anna", "tekst-a", "Er staat een naam in"));
            story.Resolution.ShouldBe(before with { Revision = before.Revision + 1 });
            story.When(at => new PartRestored(at, "bert", "tekst-a", "Het mag toch"));
            story.Resolution.ShouldBe(before with { Revision = before.Revision + 2 });
            story.Effects.ShouldBeEmpty();
        }
    }

    [Fact]
    public void A_reason_is_needed_for_hiding_and_for_showing_again()
    {
        Open().When(at => new PartHidden(at, "anna", "tekst-a", "")).ExpectRefused(ResolutionRefusal.ReasonMissing);
        Drafted().When(at => new PartRestored(at, "anna", "tekst-a", " ")).ExpectRefused(ResolutionRefusal.ReasonMissing);
    }
}
