using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// The one thread that writes. While it syncs a group to disk the next commits gather in the queue, and become the next
/// group: one transaction and one sync for all of them (group commit, as databases do since the eighties). SQLite takes one
/// writer at a time anyway; competing ones only wait for each other's locks.
/// </summary>
internal sealed class SqliteWriter : IDisposable
{
    /// <summary>Bounds the memory of a transaction and the wait of its first member.</summary>
    private const int CommitsPerGroup = 256;

    private readonly SqliteFile _file;
    private readonly SqliteConnection _connection;
    private readonly RowStatements _rows;
    private readonly ETagSource _etags;
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteCheckpointer _checkpointer;
    private readonly BlockingCollection<PendingCommit> _queue = [];
    private readonly ConcurrentQueue<(bool Whole, TaskCompletionSource Done)> _cleanings = [];
    private readonly SemaphoreSlim _room;
    private readonly Thread _thread;

    public SqliteWriter(SqliteFile file, int queueLength, SqliteCheckpointer checkpointer)
    {
        _file = file;
        _checkpointer = checkpointer;
        _room = new SemaphoreSlim(queueLength);
        _connection = file.OpenWriter();
        var database = _connection.Handle!;
        _rows = new RowStatements(database);
        _etags = new ETagSource(database, file.KeepsNoOrder);
        _begin = new SqliteStatement(database, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(database, "COMMIT");
        _thread = new Thread(Run) { Name = "store writer", IsBackground = true };
        _thread.Start();
    }

    public int QueueDepth => _queue.Count;

    /// <summary>Waits for room in the queue, then for the commit to be durable.</summary>
    public async Task<CommitResult> Commit(PendingCommit commit, CancellationToken cancellation)
    {
        await _room.WaitAsync(cancellation);
        try
        {
            _queue.Add(commit, CancellationToken.None);
        }
        catch (InvalidOperationException)
        {
            _room.Release();
            throw new ObjectDisposedException(nameof(SqliteEntityStore), "The store is closed: the program is stopping.");
        }
        return await commit.Result;
    }

    /// <summary>Empties the log into the database; <paramref name="whole"/> writes the database anew first, without its free space.</summary>
    public async Task Clean(bool whole, CancellationToken cancellation)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _cleanings.Enqueue((whole, done));
        // A commit of nothing wakes the writer.
        await Commit(new PendingCommit("", []), cancellation);
        await done.Task;
    }

    private void Run()
    {
        var group = new List<PendingCommit>(CommitsPerGroup);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            group.Add(first);
            while (group.Count < CommitsPerGroup && _queue.TryTake(out var next))
                group.Add(next);
            _room.Release(group.Count);
            Perform(group);
            group.Clear();
            _checkpointer.AfterGroup(_connection);
            while (_cleanings.TryDequeue(out var cleaning))
                Clean(cleaning.Whole, cleaning.Done);
        }
    }

    private void Clean(bool whole, TaskCompletionSource done)
    {
        try
        {
            if (whole)
                SqliteFailure.ThrowUnlessOk(raw.sqlite3_exec(_connection.Handle, "VACUUM"), _connection.Handle!);
            _checkpointer.Empty(_connection);
            done.SetResult();
        }
        catch (SqliteException failure)
        {
            done.SetException(SqliteFailure.Explain(failure, _file.Path));
        }
    }

    private void Perform(List<PendingCommit> group)
    {
        try
        {
            _etags.Reserve(group.Sum(commit => commit.Writes.Count));
            _begin.Run();
            foreach (var commit in group)
                commit.Decide(_rows.Apply(commit, _etags));
            _commit.Run();
        }
        catch (Exception failure)
        {
            // Some failures (a full disk) end the transaction by themselves; "nothing to roll back" is then no news.
            _ = raw.sqlite3_exec(_connection.Handle, "ROLLBACK");
            var explained = failure is SqliteException known ? SqliteFailure.Explain(known, _file.Path) : failure;
            group.ForEach(commit => commit.Fail(explained));
            return;
        }
        group.ForEach(commit => commit.Tell());
    }

    /// <summary>Refuses new commits, performs those that wait, and closes the file.</summary>
    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _checkpointer.Finish(_connection);
        foreach (var statement in new IDisposable[] { _rows, _etags, _begin, _commit })
            statement.Dispose();
        _connection.Dispose();
        _checkpointer.Dispose();
        _queue.Dispose();
        _room.Dispose();
    }
}
