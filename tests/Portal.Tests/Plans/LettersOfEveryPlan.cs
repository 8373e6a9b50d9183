using Smederijen.Domain.Plans;
using Smederijen.Domain.Tests.Plans;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans.Mailing;
using Smederijen.Portal.Work;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Portal.Tests.Plans;

/// <summary>Every letter that a plan can cause, each written for the plan as it is when it is sent.</summary>
internal static class LettersOfEveryPlan
{
    public static IReadOnlyList<(PlanMailKind Kind, PlanRole Role, Letter Letter)> Written { get; } =
    [
        .. EveryPlanStateAndEvent.States
            .SelectMany(_ => EveryPlanStateAndEvent.Events, (state, happening) => state.Arrange().When(happening))
            .Concat(More())
            .SelectMany(Caused)
            .DistinctBy(x => (x.Kind, x.Role, LetterPress.Text(x.Letter)))
            .OrderBy(x => x.Kind).ThenBy(x => x.Role),
    ];

    public static PlanLetterFacts FactsOf(PlanStory story, PlanAddressee to) => new(
        new Stored<Plan>(story.Plan, Title: "Een groter dorpshuis"), story.Settings, to,
        new Uri("https://smederijen.example.nl/smederijen/wolfsbos/plannen/plan1"),
        new Uri("https://smederijen.example.nl/medewerkers/plannen/wolfsbos/plan1"),
        purpose => new Uri($"https://smederijen.example.nl/link/{purpose}"));

    /// <summary>What the common states and events leave out.</summary>
    private static IEnumerable<PlanStory> More() =>
    [
        PlanStory.Submitted(),
        PlanStory.FromIdea(),
        APlan.WithMilestone(1).After(3).When(at => new TermPassed(at.AddDays(20))),
        APlan.Underway().When(at => new MomentNamed(at, WorkingGroup, "bouw", "Voor de bouw", new DateOnly(2026, 5, 1))).When(at => new TermPassed(at.AddDays(70))),
    ];

    private static IEnumerable<(PlanMailKind Kind, PlanRole Role, Letter Letter)> Caused(PlanStory story) =>
        story.Last is PlanDecision.Accepted accepted
        ? from mail in accepted.Effects.OfType<PlanEffect.Tell>()
          from isConfirmed in (bool[])[false, mail.To.Role is PlanRole.Member or PlanRole.Supporter]
          select (mail.Kind, mail.To.Role, PlanLetters.Write(mail.Kind, FactsOf(story, mail.To) with { IsConfirmed = isConfirmed }))
        : [];
}
