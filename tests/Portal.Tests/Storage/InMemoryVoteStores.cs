using System.Collections.Concurrent;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

/// <summary>
/// The stores of votes as collections. Making and removing one is a step in which a machine can stop as well: the hooks hear of it with
/// no writes.
/// </summary>
public sealed class InMemoryVoteStores : IVoteStores
{
    private readonly ConcurrentDictionary<RoundKey, InMemoryEntityStore> _stores = new();

    /// <summary>As the hooks of <see cref="InMemoryEntityStore"/>, for all votes.</summary>
    public Func<RoundKey, IReadOnlyList<Write>, CommitResult?>? Before { get; set; }

    public Action<RoundKey, IReadOnlyList<Write>>? After { get; set; }

    public IEntityStore Of(RoundKey vote) => new Box(this, vote);

    public bool Has(RoundKey vote) => _stores.ContainsKey(vote);

    public Task Make(RoundKey vote, CancellationToken cancellation = default) => Step(vote, () => _stores.TryAdd(vote, new InMemoryEntityStore
    {
        Before = (_, writes) => Before?.Invoke(vote, writes),
        After = (_, writes) => After?.Invoke(vote, writes),
    }));

    public Task Remove(RoundKey vote, CancellationToken cancellation = default) => Step(vote, () => _stores.TryRemove(vote, out _));

    public Task ForgetDeleted(CancellationToken cancellation = default) => Task.CompletedTask;

    private Task Step(RoundKey vote, Action act)
    {
        Before?.Invoke(vote, []);
        act();
        After?.Invoke(vote, []);
        return Task.CompletedTask;
    }

    private sealed class Box(InMemoryVoteStores stores, RoundKey vote) : IEntityStore
    {
        private InMemoryEntityStore There =>
            stores._stores.TryGetValue(vote, out var store) ? store : throw new BallotBoxLostException(vote, "is not there");

        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
            There.Get(partition, row, cancellation);

        public ValueTask<Page> Query(
            string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default) =>
            There.Query(partition, range, limit, cancellation);

        public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
            There.Commit(partition, writes, cancellation);
    }
}
