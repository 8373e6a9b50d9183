using Smederijen.Domain;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Board;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Rounds;

/// <summary>Rounds on the work list.</summary>
public sealed class RoundWork(RoundCommands rounds, RoundIdeas ideas, MoneyOffers offers, RoundMail mail, VoteCounting counting, SharedBoard board) : ISendsMail
{
    public string Prefix => RoundKey.Prefix;

    public async Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation) =>
        (await rounds.Load(KeyOf(key), cancellation))?.Round.NextDue;

    public Task LetTimePass(WorkKey key, CancellationToken cancellation) =>
        rounds.Handle(KeyOf(key), CommandId.Fresh(), at => new RoundEvent.MomentCame(at), cancellation: cancellation);

    public async Task<IReadOnlyList<AddressedLetter>?> Letters(WorkKey key, Effect effect, bool forPaper, CancellationToken cancellation) =>
        effect switch
        {
            RoundEffect.AskForCodes ask => await mail.AskForCodes(KeyOf(key), ask.Again, cancellation),
            RoundEffect.AskForPaperCheck => await mail.AskForPaperCheck(KeyOf(key), cancellation),
            _ => null,
        };

    public Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation) => effect is BoardEffect.Show
        ? board.ShowRound(KeyOf(key), cancellation)
        : PerformStep(key, effect, cancellation);

    private Task PerformStep(WorkKey key, Effect effect, CancellationToken cancellation) => effect switch
    {
        RoundEffect.OfferNewMoney => offers.Offer(key.Smederij, cancellation),
        RoundEffect.CollectIdeas => ideas.Collect(KeyOf(key), cancellation),
        RoundEffect.CountBallots => counting.Count(KeyOf(key), cancellation),
        RoundEffect.TellIdeas => ideas.Tell(KeyOf(key), cancellation),
        RoundEffect.ShredBallots => counting.Shred(KeyOf(key), cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };

    private static RoundKey KeyOf(WorkKey key) => RoundKey.Of(key) ?? throw new ArgumentException($"{key} is no round.", nameof(key));
}
