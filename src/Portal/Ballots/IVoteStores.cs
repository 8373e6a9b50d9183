using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Ballots;

/// <summary>
/// The stores of the votes. Each vote has one of its own, so that it can be removed whole: deleted rows leave traces in the medium they
/// lay in, a file or a table that is gone leaves none there.
/// </summary>
public interface IVoteStores
{
    /// <summary>
    /// The store of one vote. Its rows lie in one partition, and the medium keeps of their order and their ETags as little as it can.
    /// Everything asked of it fails with <see cref="BallotBoxLostException"/> while it is not there: only <see cref="Make"/> makes it.
    /// </summary>
    IEntityStore Of(RoundKey vote);

    /// <summary>Makes the store of a vote; nothing when it is there.</summary>
    Task Make(RoundKey vote, CancellationToken cancellation = default);

    /// <summary>
    /// Removes the store of a vote with all that ever lay in it, and before that the traces that rows which were just changed or deleted
    /// in the main store left in its log. Nothing when it is gone.
    /// </summary>
    Task Remove(RoundKey vote, CancellationToken cancellation = default);

    /// <summary>
    /// Leaves no trace in the main store of anything that was deleted from it, as far as the medium lets us. It rewrites all of it, so it
    /// belongs before anything is served.
    /// </summary>
    Task ForgetDeleted(CancellationToken cancellation = default);
}
