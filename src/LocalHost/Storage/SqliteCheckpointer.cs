using Microsoft.Data.Sqlite;
using Microsoft.Win32.SafeHandles;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Moves the write-ahead log into the database file without holding up commits: most of it on a thread of its own, beside
/// the writer; then, between two groups, the little that was written meanwhile, after which the log starts over. Without
/// that second step a log under constant writing would never be empty, and grow without end.
/// https://sqlite.org/wal.html#avoiding_excessively_large_wal_files
/// </summary>
internal sealed partial class SqliteCheckpointer(SqliteFile file, int pagesPerCheckpoint, ILogger log) : IDisposable
{
    /// <summary>
    /// Stays open until the store closes: closing any handle of a file drops the locks that the process holds on it, those
    /// of SQLite included. https://sqlite.org/howtocorrupt.html (2.2)
    /// </summary>
    private SafeFileHandle? _database;

    private long _pages;
    private Task? _bulk;

    /// <summary>Called by the writer when it is outside a transaction.</summary>
    public void AfterGroup(SqliteConnection writer)
    {
        _pages += TakePagesWritten(writer);
        if (_bulk is { IsCompleted: true })
        {
            _bulk = null;
            if (Checkpoint(writer, raw.SQLITE_CHECKPOINT_RESTART))
                _pages = 0;
        }
        else if (_bulk is null && _pages > pagesPerCheckpoint)
        {
            _bulk = Task.Factory.StartNew(Bulk, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        }
    }

    /// <summary>Empties the log when the store closes, so that the database is one file again.</summary>
    public void Finish(SqliteConnection writer)
    {
        _bulk?.Wait();
        Checkpoint(writer, raw.SQLITE_CHECKPOINT_TRUNCATE);
    }

    /// <summary>Moves all of the log and cuts it to nothing, so that no earlier state of any row is in it.</summary>
    /// <exception cref="SqliteException">Somebody reads on, or the disk fails: the log is as it was.</exception>
    public void Empty(SqliteConnection writer)
    {
        _bulk?.Wait();
        SqliteFailure.ThrowUnlessOk(
            raw.sqlite3_wal_checkpoint_v2(writer.Handle, "main", raw.SQLITE_CHECKPOINT_TRUNCATE, out _, out _), writer.Handle!);
        (_bulk, _pages) = (null, 0);
    }

    /// <summary>
    /// SQLite syncs the database only when it has moved the whole log, which under constant writing is in the second step.
    /// Synced here already, that step has little left: a few milliseconds instead of twenty.
    /// </summary>
    private void Bulk()
    {
        try
        {
            using var connection = file.OpenCheckpointer();
            Checkpoint(connection, raw.SQLITE_CHECKPOINT_PASSIVE);
            _database ??= File.OpenHandle(file.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
            RandomAccess.FlushToDisk(_database);
        }
        catch (SqliteException failure)
        {
            Log.NotMoved(log, SqliteFailure.Explain(failure, file.Path).Message);
        }
        catch (IOException failure)
        {
            Log.NotMoved(log, failure.Message);
        }
    }

    /// <summary>False when it did not come to the end; nothing is lost then, the log only stays longer.</summary>
    private bool Checkpoint(SqliteConnection connection, int mode)
    {
        var code = raw.sqlite3_wal_checkpoint_v2(connection.Handle, "main", mode, out _, out _);
        if (code is raw.SQLITE_OK)
            return true;
        var failure = new SqliteException(raw.sqlite3_errmsg(connection.Handle).utf8_to_string(), code & 0xff, code);
        Log.NotMoved(log, SqliteFailure.Explain(failure, file.Path).Message);
        return false;
    }

    private static int TakePagesWritten(SqliteConnection writer)
    {
        _ = raw.sqlite3_db_status(writer.Handle, raw.SQLITE_DBSTATUS_CACHE_WRITE, out var pages, out _, 1);
        return pages;
    }

    /// <summary>Called when the connections are closed.</summary>
    public void Dispose() => _database?.Dispose();

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "The store's log could not be moved into the database yet; no data is lost. {Advice}")]
        public static partial void NotMoved(ILogger log, string advice);
    }
}
