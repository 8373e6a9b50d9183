using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Smederijen.Bench.Bare;

/// <summary>
/// SQLite with nothing around it but what durability asks for: one writer that puts what waits into one commit, synced in
/// full, in a table with a key. The yardstick for everything that is written.
/// </summary>
internal sealed class BareStore : IDisposable
{
    private const int MostPerCommit = 256;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _insert;
    private readonly SqliteParameter _key;
    private readonly SqliteParameter _data;
    private readonly BlockingCollection<(byte[] Data, TaskCompletionSource Done)> _queue = [];
    private readonly Thread _writer;
    private long _last;

    public BareStore(string folder)
    {
        Directory.CreateDirectory(folder);
        _connection = new SqliteConnection($"Data Source={Path.Combine(folder, "bare.db")};Pooling=False");
        _connection.Open();
        Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -16384;");
        Execute("CREATE TABLE IF NOT EXISTS rows(pk TEXT NOT NULL, rk TEXT NOT NULL, data BLOB, PRIMARY KEY(pk, rk))");
        _insert = _connection.CreateCommand();
        _insert.CommandText = "INSERT INTO rows VALUES('a', $key, $data)";
        _key = _insert.Parameters.Add("$key", SqliteType.Text);
        _data = _insert.Parameters.Add("$data", SqliteType.Blob);
        _insert.Prepare();
        _writer = new Thread(Write) { IsBackground = true };
        _writer.Start();
    }

    /// <summary>Completes when the row is on disk.</summary>
    public Task Insert(byte[] data)
    {
        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _queue.Add((data, done));
        return done.Task;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _writer.Join();
        _insert.Dispose();
        _connection.Dispose();
        _queue.Dispose();
    }

    private void Write()
    {
        var group = new List<TaskCompletionSource>(MostPerCommit);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            using (var transaction = _connection.BeginTransaction())
            {
                _insert.Transaction = transaction;
                Insert(first, group);
                while (group.Count < MostPerCommit && _queue.TryTake(out var next))
                    Insert(next, group);
                transaction.Commit();
            }
            group.ForEach(done => done.SetResult());
            group.Clear();
        }
    }

    private void Insert((byte[] Data, TaskCompletionSource Done) row, List<TaskCompletionSource> group)
    {
        _key.Value = $"rij|{++_last:D12}";
        _data.Value = row.Data;
        _insert.ExecuteNonQuery();
        group.Add(row.Done);
    }

    private void Execute(string sql)
    {
        using var command = _connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
