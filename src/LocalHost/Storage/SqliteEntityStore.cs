using Microsoft.Data.Sqlite;
using Smederijen.Portal.Reading;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// The store of the local edition: one SQLite file in a data folder, one writer that groups the commits of concurrent
/// requests into one sync to disk, and readers beside it. One process at a time holds the folder.
/// </summary>
public sealed class SqliteEntityStore : IEntityStore, IDisposable
{
    private readonly FolderLock _lock;
    private readonly SqliteWriter _writer;
    private readonly SqliteReaders _readers;
    private readonly SqliteFile _file;
    private bool _disposed;

    /// <exception cref="StoreUnavailableException">The folder is in use by another process, or the file cannot be opened.</exception>
    public SqliteEntityStore(SqliteStoreOptions options, ILogger<SqliteEntityStore> log)
    {
        _lock = FolderLock.Take(options.Folder);
        var file = _file = new SqliteFile(options);
        try
        {
            _writer = new SqliteWriter(file, options.QueueLength, new SqliteCheckpointer(file, options.PagesPerCheckpoint, log));
        }
        catch (SqliteException failure)
        {
            _lock.Dispose();
            throw SqliteFailure.Explain(failure, options.File);
        }
        catch
        {
            _lock.Dispose();
            throw;
        }
        _readers = new SqliteReaders(file);
    }

    /// <summary>Commits that wait for the writer; a figure that keeps growing means that the disk cannot keep up.</summary>
    public int QueueDepth => _writer.QueueDepth;

    public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        return StoreLimits.IsKey(partition) && StoreLimits.IsKey(row)
            ? ValueTask.FromResult(_readers.Read(reader => reader.Get(partition, row)))
            : default;
    }

    public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        limit = StoreLimits.CheckLimit(limit);
        return ValueTask.FromResult(_readers.Read(reader => reader.Query(partition, range, limit)));
    }

    public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        StoreLimits.Check(partition, writes);
        return _writer.Commit(new PendingCommit(partition, writes), cancellation);
    }

    /// <summary>Whether who opens the file by its name finds there what this store wrote last in the row of the readiness.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be opened.</exception>
    public bool IsInPlace()
    {
        try
        {
            using var anew = new SqliteReader(_file);
            var (here, there) = (_readers.Read(Last), Last(anew));
            return here is not null && here == there;
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(failure, _file.Path);
        }
    }

    private static string? Last(SqliteReader reader) => reader.Get(Partitions.Readiness, Readiness.Row)?.ETag;

    /// <summary>
    /// Leaves no earlier state of a row in the log; <paramref name="whole"/>: nor in the free space of the database, which is written anew
    /// for it.
    /// </summary>
    /// <exception cref="StoreUnavailableException">Another program reads the file, or the disk fails: call again later.</exception>
    public Task Clean(bool whole = false, CancellationToken cancellation = default) => _writer.Clean(whole, cancellation);

    /// <summary>Performs the commits that wait, and closes the file; a second time does nothing.</summary>
    public void Dispose()
    {
        if (_disposed)
            return;
        _disposed = true;
        _readers.Dispose();
        _writer.Dispose();
        _lock.Dispose();
    }
}
