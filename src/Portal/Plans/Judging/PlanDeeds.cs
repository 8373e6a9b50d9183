using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans.Mailing;
using Smederijen.Portal.Plans.Submitting;

namespace Smederijen.Portal.Plans.Judging;

/// <summary>What is done for a plan, and between it, its idea and the stuurgroep.</summary>
public static class PlanDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        Deed.Mail<PlanMail, PlanEffect.Tell>((x, key, tell, forPaper, cancellation) => x.Write(PlanKey.Of(key), tell, forPaper, cancellation)),
        Deed.Of<PlanErasure, PlanEffect.ForgetPerson>((x, key, forget, cancellation) => x.Forget(PlanKey.Of(key), forget.Who, cancellation)),
        Deed.Of<PlanErasure, PlanEffect.ForgetEverybody>((x, key, _, cancellation) => x.ForgetEverybody(PlanKey.Of(key), cancellation)),
        Deed.Of<OpenPlans, IdeaEffect.OpenPlan>((x, key, _, cancellation) => x.Open(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaItems, PlanEffect.EndIdea>((x, key, end, cancellation) => x.Handle(
            new IdeaKey(key.Smederij, end.Idea), CommandId.From($"plan {key} idee {end.Idea}"),
            at => new IdeaEvent.LongTrackDecided(at, PlanEvent.WorkingGroup, end.Outcome, end.Reason), cancellation: cancellation)),
        Deed.Of<PlanJudgements, PlanEffect.AskStuurgroep>((x, key, ask, cancellation) => x.Ask(PlanKey.Of(key), ask, cancellation)),
        Deed.Of<PlanJudgements, ResolutionEffect.TellPlan>((x, key, _, cancellation) => x.Hear(Stuurgroep.ResolutionKey.Of(key), cancellation)),
    ];
}
