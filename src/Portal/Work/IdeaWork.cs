using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Work;

/// <summary>Ideas on the work list.</summary>
public sealed class IdeaWork(
    IdeaCommands ideas, RoundIdeas rounds, MoneyOffers offers, MailRoom mails, Erasure erasure, OpenPlans plans, SharedBoard board) : IKeepsHistory
{
    public string Prefix => "";

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await ideas.Load(KeyOf(key), cancellation))?.Stored.Idea.NextDue();

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        ideas.Handle(KeyOf(key), CommandId.Fresh(), at => new IdeaEvent.TermPassed(at), cancellation: cancellation);

    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        effect is IdeaEffect.SendMail mail ? await mails.Write(KeyOf(key), mail, forPaper, cancellation) : null;

    public async Task<bool> SentOnPaper(WorkKey key, PaperPost post, CancellationToken cancellation) => await ideas.Handle(
        KeyOf(key), post.Command, at => new IdeaEvent.SentByLetter(at, post.By, ((IdeaEffect.SendMail)post.Effect).Kind, post.Reason), post.Also, cancellation)
        is not Outcome<Refusal>.Unknown;

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) => effect switch
    {
        IdeaEffect.OfferMoney => offers.Offer(key.Smederij, cancellation),
        BoardEffect.Show show => board.ShowIdea(KeyOf(key), show.Period, cancellation),
        IdeaEffect.ErasePeople => erasure.ErasePeople(KeyOf(key), cancellation),
        IdeaEffect.LeaveRound leave => rounds.Leave(new RoundKey(key.Smederij, leave.Period), key.Item, cancellation),
        IdeaEffect.EraseReceipts => erasure.EraseReceipts(KeyOf(key), cancellation),
        IdeaEffect.OpenPlan => plans.Open(KeyOf(key), cancellation),
        IdeaEffect.EraseScans => erasure.EraseScans(KeyOf(key), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };

    private static IdeaKey KeyOf(WorkKey key) => new(key.Smederij, key.Item);
}
