using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>The connection of one process to the store that all processes share. It ends with the process.</summary>
/// <param name="process">The connection that ends with this one; null for the first of a process.</param>
internal sealed class FaultyStore(IEntityStore store, Accidents accidents, FaultyStore? process = null) : IEntityStore
{
    private bool _gone;

    /// <summary>The process crashed: what its catch blocks still want to write comes to nothing.</summary>
    public bool Gone => process?.Gone ?? _gone;

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
        _gone = true;
        return process?.Crash() ?? new Crash();
    }

    /// <summary>A step at the medium that is no commit: it may fail or be the last one, before it or after it.</summary>
    public async Task Step(Func<Task> act)
    {
        ThrowIfGone();
        if (accidents.CrashBeforeCommit())
            throw Crash();
        await act();
        if (accidents.StoreFailsAfterCommit())
            throw Unavailable();
        if (accidents.CrashAfterCommit())
            throw Crash();
    }

    public void ThrowIfGone()
    {
        if (Gone)
            throw new Crash();
    }

    private static StoreUnavailableException Unavailable() => new("The simulated disk is full.", new IOException("disk full"));
}
