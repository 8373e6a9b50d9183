using System.Collections.Concurrent;
using Smederijen.Portal.Storage;

namespace Smederijen.LocalHost.Tests;

/// <summary>Another store that writes down what is asked of it, and fails for one partition when a test says so.</summary>
internal sealed class FailingStore : IEntityStore
{
    private readonly ConcurrentQueue<string> _calls = [];
    private IEntityStore? _inner;

    /// <summary>Nothing in this partition can be read or written; null for none.</summary>
    public string? Partition { get; set; }

    /// <summary>Whether what is asked now is noted; all of it, unless a test says otherwise.</summary>
    public Func<bool> Notes { get; set; } = static () => true;

    /// <summary>What was asked, in order: <c>Get ~limiet</c>.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    public FailingStore Over(IEntityStore inner)
    {
        _inner = inner;
        return this;
    }

    public int Commits(string partition) => _calls.Count(call => call == $"Commit {partition}");

    public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
        Asked("Get", partition).Get(partition, row, cancellation);

    public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default) =>
        Asked("Query", partition).Query(partition, range, limit, cancellation);

    public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
        Asked("Commit", partition).Commit(partition, writes, cancellation);

    private IEntityStore Asked(string what, string partition)
    {
        if (Notes())
            _calls.Enqueue($"{what} {partition}");
        return partition == Partition ? throw new StoreUnavailableException("The store does not answer.", new IOException("gone")) : _inner!;
    }
}
