using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Voting;

/// <summary>What is done with the ballots of a round.</summary>
public static class VoteDeeds
{
    public static IReadOnlyList<Deed> All { get; } =
    [
        Deed.Of<VoteCounting, RoundEffect.CountBallots>((x, key, _, cancellation) => x.Count(RoundKey.Of(key), cancellation)),
        Deed.Of<VoteCounting, RoundEffect.ShredBallots>((x, key, _, cancellation) => x.Shred(RoundKey.Of(key), cancellation)),
    ];
}
