using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Applies commits inside the writer's open transaction. Rows that have to be there are looked at before anything changes; new
/// rows are not, because SQLite looks for itself when it inserts, and most rows are new. A commit that conflicts takes its
/// own inserts back and the others of its group go on, which is cheaper than a savepoint for each.
/// </summary>
internal sealed class RowStatements(sqlite3 database) : IDisposable
{
    private readonly SqliteStatement _find = new(database, "SELECT etag FROM rows WHERE pk = ?1 AND rk = ?2");
    private readonly SqliteStatement _insert = new(database, "INSERT INTO rows(pk, rk, data, etag) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING");
    private readonly SqliteStatement _put = new(database,
        "INSERT INTO rows(pk, rk, data, etag) VALUES(?1, ?2, ?3, ?4) ON CONFLICT(pk, rk) DO UPDATE SET data = excluded.data, etag = excluded.etag");
    private readonly SqliteStatement _replace = new(database, "UPDATE rows SET data = ?3, etag = ?4 WHERE pk = ?1 AND rk = ?2");
    private readonly SqliteStatement _delete = new(database, "DELETE FROM rows WHERE pk = ?1 AND rk = ?2");

    public CommitResult Apply(PendingCommit commit, ETagSource etags)
    {
        foreach (var write in commit.Writes)
        {
            if (!Fits(commit.Partition, write))
                return new CommitResult.Conflict(write.Row);
        }
        if (InsertNewRows(commit, etags) is { } taken)
            return new CommitResult.Conflict(taken);
        foreach (var write in commit.Writes)
            Change(commit.Partition, write, etags);
        return CommitResult.Committed.Instance;
    }

    /// <summary>Whether a row that has to be there is as the write expects it; an insert finds that out by itself.</summary>
    private bool Fits(string partition, Write write) => write switch
    {
        Write.Replace replace => Find(partition, write.Row) == ETagSource.Read(replace.ETag),
        Write.Delete { ETag: { } etag } => Find(partition, write.Row) == ETagSource.Read(etag),
        Write.Delete => Find(partition, write.Row) is not null,
        _ => true,
    };

    /// <summary>The row's ETag; null when there is no row.</summary>
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

    /// <summary>Null, or the first row that was there already; then none of them is left.</summary>
    private string? InsertNewRows(PendingCommit commit, ETagSource etags)
    {
        for (var i = 0; i < commit.Writes.Count; i++)
        {
            if (commit.Writes[i] is not Write.Insert insert || Run(_insert, commit.Partition, insert.Row, insert.Data, etags) > 0)
                continue;
            foreach (var earlier in commit.Writes.Take(i).OfType<Write.Insert>())
                Run(_delete, commit.Partition, earlier.Row);
            return insert.Row;
        }
        return null;
    }

    private void Change(string partition, Write write, ETagSource etags)
    {
        _ = write switch
        {
            Write.Replace replace => Run(_replace, partition, write.Row, replace.Data, etags),
            Write.Put put => Run(_put, partition, write.Row, put.Data, etags),
            Write.Delete => Run(_delete, partition, write.Row),
            _ => 0,
        };
    }

    private int Run(SqliteStatement statement, string partition, string row, string data, ETagSource etags)
    {
        statement.Bind(3, data).Bind(4, etags.Next());
        return Run(statement, partition, row);
    }

    /// <summary>How many rows were changed.</summary>
    private int Run(SqliteStatement statement, string partition, string row)
    {
        statement.Bind(1, partition).Bind(2, row).Run();
        return raw.sqlite3_changes(database);
    }

    public void Dispose()
    {
        foreach (var statement in new[] { _find, _insert, _put, _replace, _delete })
            statement.Dispose();
    }
}
