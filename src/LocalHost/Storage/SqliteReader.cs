using Microsoft.Data.Sqlite;

namespace Smederijen.LocalHost.Storage;

/// <summary>A read-only connection; every statement sees all that was committed when it began.</summary>
internal sealed class SqliteReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteStatement _get;
    private readonly SqliteStatement _query;

    public SqliteReader(SqliteFile file)
    {
        _connection = file.OpenReader();
        _get = new(_connection.Handle!, "SELECT rk, data, etag FROM rows WHERE pk = ?1 AND rk = ?2");
        _query = new(_connection.Handle!,
            "SELECT rk, data, etag FROM rows WHERE pk = ?1 AND rk >= ?2 AND rk < ?3 ORDER BY rk LIMIT ?4");
    }

    public Entity? Get(string partition, string row)
    {
        try
        {
            return _get.Bind(1, partition).Bind(2, row).Step() ? Current(_get) : null;
        }
        finally
        {
            _get.Reset();
        }
    }

    public Page Query(string partition, RowRange range, int limit)
    {
        try
        {
            // The lowest character of a key stands in for an empty start, which would be bound as NULL.
            _query.Bind(1, partition).Bind(2, range.From is "" ? " " : range.From).Bind(3, range.Before).Bind(4, limit + 1);
            var rows = new List<Entity>();
            while (_query.Step())
            {
                if (rows.Count == limit)
                    return new Page(rows, _query.Text(0));
                rows.Add(Current(_query));
            }
            return new Page(rows, null);
        }
        finally
        {
            _query.Reset();
        }
    }

    private static Entity Current(SqliteStatement statement) =>
        new(statement.Text(0), statement.Text(1), ETagSource.Write(statement.Number(2)));

    public void Dispose()
    {
        _get.Dispose();
        _query.Dispose();
        _connection.Dispose();
    }
}
