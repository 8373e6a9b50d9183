using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Initiative;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Work;

/// <summary>Ideas, and the mails to the initiatiefgroep.</summary>
public sealed class IdeaWork(
    IdeaCommands ideas, RoundIdeas rounds, MoneyOffers offers, MailRoom mails, GroupMail groups, Erasure erasure, OpenPlans plans) : IWorkKind
{
    public string Prefix => "";

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await ideas.Load(KeyOf(key), cancellation))?.Stored.Idea.NextDue();

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        ideas.Handle(KeyOf(key), CommandId.Fresh(), at => new IdeaEvent.TermPassed(at), cancellation: cancellation);

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) => effect switch
    {
        Effect.SendMail mail => mails.Send(KeyOf(key), mail, id, cancellation),
        Effect.OfferMoney => offers.Offer(key.Smederij, cancellation),
        Effect.ErasePeople => erasure.ErasePeople(KeyOf(key), cancellation),
        Effect.LeaveRound leave => rounds.Leave(new RoundKey(key.Smederij, leave.Period), key.Item, cancellation),
        Effect.ConfirmMembership join => groups.Send(key.Smederij, join.Member, id, cancellation),
        Effect.ForgetUnconfirmed forget => groups.Forget(key.Smederij, forget.Member, cancellation),
        Effect.EraseReceipts => erasure.EraseReceipts(KeyOf(key), cancellation),
        Effect.OpenPlan => plans.Open(KeyOf(key), cancellation),
        Effect.EraseScans => erasure.EraseScans(KeyOf(key), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };

    private static IdeaKey KeyOf(WorkKey key) => new(key.Smederij, key.Item);
}
