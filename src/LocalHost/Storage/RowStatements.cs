using Smederijen.Portal.Storage;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Applies commits inside the writer's open transaction. A commit is checked as a whole before its first row is touched, so
/// one that conflicts leaves nothing behind and the others of its group go on; that is cheaper than a savepoint for each.
/// </summary>
internal sealed class RowStatements(sqlite3 database) : IDisposable
{
    private readonly SqliteStatement _find = new(database, "SELECT etag FROM rows WHERE pk = ?1 AND rk = ?2");
    private readonly SqliteStatement _insert = new(database, "INSERT INTO rows(pk, rk, data, etag) VALUES(?1, ?2, ?3, ?4)");
    private readonly SqliteStatement _update = new(database, "UPDATE rows SET data = ?3, etag = ?4 WHERE pk = ?1 AND rk = ?2");
    private readonly SqliteStatement _delete = new(database, "DELETE FROM rows WHERE pk = ?1 AND rk = ?2");
    private readonly bool[] _exists = new bool[StoreLimits.OperationsPerCommit];

    public CommitResult Apply(PendingCommit commit, ETagSource etags)
    {
        for (var i = 0; i < commit.Writes.Count; i++)
        {
            var write = commit.Writes[i];
            var found = Find(commit.Partition, write.Row);
            if (!Fits(write, found))
                return new CommitResult.Conflict(write.Row);
            _exists[i] = found is not null;
        }
        for (var i = 0; i < commit.Writes.Count; i++)
            Apply(commit.Partition, commit.Writes[i], _exists[i], etags);
        return CommitResult.Committed.Instance;
    }

    /// <summary>Whether the row is as the write expects it; <paramref name="found"/> is its ETag, null when there is no row.</summary>
    private static bool Fits(Write write, long? found) => write switch
    {
        Write.Insert => found is null,
        Write.Replace replace => found == ETagSource.Read(replace.ETag),
        Write.Delete { ETag: { } etag } => found == ETagSource.Read(etag),
        Write.Delete => found is not null,
        _ => true,
    };

    private long? Find(string partition, string row)
    {
        try
        {
            return _find.Bind(1, partition).Bind(2, row).Step() ? _find.Number(0) : null;
        }
        finally
        {
            _find.Reset();
        }
    }

    private void Apply(string partition, Write write, bool exists, ETagSource etags)
    {
        var (statement, data) = write switch
        {
            Write.Insert insert => (_insert, insert.Data),
            Write.Replace replace => (_update, replace.Data),
            Write.Put put => (exists ? _update : _insert, put.Data),
            _ => (_delete, null),
        };
        statement.Bind(1, partition).Bind(2, write.Row);
        if (data is not null)
            statement.Bind(3, data).Bind(4, etags.Next());
        statement.Run();
    }

    public void Dispose()
    {
        _find.Dispose();
        _insert.Dispose();
        _update.Dispose();
        _delete.Dispose();
    }
}
