using Smederijen.Domain.Rounds;
using Smederijen.Portal.Voting;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Rounds;

/// <summary>Performs the effects of a round; each may be performed twice and may have stopped in the middle before.</summary>
public sealed class RoundSteps(RoundIdeas ideas, MoneyOffers offers, RoundMail mail, VoteCounting counting)
{
    /// <param name="id">The id of the effect: a mail carries it, so that a second try is the same mail.</param>
    public Task Perform(RoundKey key, RoundEffect effect, string id, CancellationToken cancellation) => effect switch
    {
        RoundEffect.OfferNewMoney => offers.Offer(key.Smederij, cancellation),
        RoundEffect.CollectIdeas => ideas.Collect(key, cancellation),
        RoundEffect.AskForCodes ask => mail.AskForCodes(key, ask.Again, id, cancellation),
        RoundEffect.CountBallots => counting.Count(key, cancellation),
        RoundEffect.TellIdeas => ideas.Tell(key, cancellation),
        RoundEffect.ShredBallots => counting.Shred(key, cancellation),
        _ => throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Nobody performs this effect."),
    };
}
