using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Rounds;

/// <summary>What is done between a round and its ideas, and the mails to those who prepare a vote.</summary>
public static class RoundDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        Deed.Of<MoneyOffers, IdeaEffect.OfferMoney>((x, key, _, cancellation) => x.Offer(key.Smederij, cancellation)),
        Deed.Of<RoundIdeas, IdeaEffect.LeaveRound>((x, key, leave, cancellation) => x.Leave(new RoundKey(key.Smederij, leave.Period), key.Item, cancellation)),
        Deed.Of<MoneyOffers, RoundEffect.OfferNewMoney>((x, key, _, cancellation) => x.Offer(key.Smederij, cancellation)),
        Deed.Of<RoundIdeas, RoundEffect.CollectIdeas>((x, key, _, cancellation) => x.Collect(RoundKey.Of(key), cancellation)),
        Deed.Of<RoundIdeas, RoundEffect.TellIdeas>((x, key, _, cancellation) => x.Tell(RoundKey.Of(key), cancellation)),
        Deed.Mail<RoundMail, RoundEffect.AskForCodes>((x, key, ask, _, cancellation) => x.AskForCodes(RoundKey.Of(key), ask.Again, cancellation)),
        Deed.Mail<RoundMail, RoundEffect.AskForPaperCheck>((x, key, _, _, cancellation) => x.AskForPaperCheck(RoundKey.Of(key), cancellation)),
    ];
}
