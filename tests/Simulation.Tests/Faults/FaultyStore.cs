using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>The connection of one process to the store that all processes share. It ends with the process.</summary>
internal sealed class FaultyStore(IEntityStore store, Accidents accidents) : IEntityStore
{
    /// <summary>The process crashed: what its catch blocks still want to write comes to nothing.</summary>
    public bool Gone { get; private set; }

    public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
    {
        ThrowIfGone();
        return store.Get(partition, row, cancellation);
    }

    public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
    {
        ThrowIfGone();
        return store.Query(partition, range, limit, cancellation);
    }

    public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        ThrowIfGone();
        if (accidents.Rival is { } rival)
        {
            accidents.Rival = null;
            await rival();
        }
        if (accidents.CrashBeforeCommit())
            throw Crash();
        if (accidents.StoreFailsBeforeCommit())
            throw Unavailable();
        var result = await store.Commit(partition, writes, cancellation);
        if (accidents.CrashAfterCommit())
            throw Crash();
        if (accidents.StoreFailsAfterCommit())
            throw Unavailable();
        return result;
    }

    /// <summary>Ends the process.</summary>
    public Crash Crash()
    {
        Gone = true;
        return new Crash();
    }

    public void ThrowIfGone()
    {
        if (Gone)
            throw new Crash();
    }

    private static StoreUnavailableException Unavailable() => new("The simulated disk is full.", new IOException("disk full"));
}
