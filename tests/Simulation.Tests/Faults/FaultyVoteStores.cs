using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>The way of one process to the stores of votes.</summary>
internal sealed class FaultyVoteStores(IVoteStores stores, FaultyStore connection, Accidents accidents) : IVoteStores
{
    public IEntityStore Of(RoundKey vote) => new FaultyStore(stores.Of(vote), accidents, connection);

    public Task Make(RoundKey vote, CancellationToken cancellation = default) => connection.Step(() => stores.Make(vote, cancellation));

    public Task Remove(RoundKey vote, CancellationToken cancellation = default) => connection.Step(() => stores.Remove(vote, cancellation));

    public Task ForgetDeleted(CancellationToken cancellation = default) => stores.ForgetDeleted(cancellation);
}
