using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Plans;

/// <summary>Plans on the work list.</summary>
public sealed class PlanWork(PlanCommands plans, PlanMail mail, PlanErasure erasure, PlanJudgements judgements, IdeaCommands ideas) : IKeepsHistory
{
    public string Prefix => PlanKey.Prefix;

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await plans.Load(PlanKey.Of(key), cancellation))?.Stored.Plan.NextDue;

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        plans.Handle(PlanKey.Of(key), CommandId.Fresh(), at => new PlanEvent.TermPassed(at), cancellation: cancellation);

    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        effect is PlanEffect.Tell tell ? await mail.Write(PlanKey.Of(key), tell, forPaper, cancellation) : null;

    public async Task<bool> SentOnPaper(WorkKey key, PaperPost post, CancellationToken cancellation) => await plans.Handle(
        PlanKey.Of(key), post.Command, at => new PlanEvent.SentByLetter(at, post.By, ((PlanEffect.Tell)post.Effect).Kind, post.Reason),
        post.Also, cancellation) is not Outcome<PlanRefusal>.Unknown;

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) => effect switch
    {
        PlanEffect.AskStuurgroep ask => judgements.Ask(PlanKey.Of(key), ask, cancellation),
        PlanEffect.EndIdea end => ideas.Handle(
            new IdeaKey(key.Smederij, end.Idea), CommandId.From($"plan {id}"),
            at => new IdeaEvent.LongTrackDecided(at, PlanEvent.WorkingGroup, end.Outcome, end.Reason), cancellation: cancellation),
        PlanEffect.ForgetPerson forget => erasure.Forget(PlanKey.Of(key), forget.Who, cancellation),
        PlanEffect.ForgetEverybody => erasure.ForgetEverybody(PlanKey.Of(key), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };
}
