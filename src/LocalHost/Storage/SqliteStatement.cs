using System.Buffers;
using System.Text;
using SQLitePCL;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// A prepared statement that is used again and again by one thread at a time. Goes straight to the C interface: an ADO.NET
/// command takes about a microsecond and half a kilobyte of garbage more, and the writer runs fourteen for one idea.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _database;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _scratch = new byte[4096];

    public SqliteStatement(sqlite3 database, string sql)
    {
        _database = database;
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out _statement), database);
    }

    /// <summary>Binds text as UTF-8. Empty text becomes NULL, which <see cref="Text"/> reads as empty again.</summary>
    public SqliteStatement Bind(int index, string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        var buffer = most <= _scratch.Length ? _scratch : ArrayPool<byte>.Shared.Rent(most);
        var length = Encoding.UTF8.GetBytes(text, buffer);
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_bind_text(_statement, index, buffer.AsSpan(0, length)), _database);
        if (buffer != _scratch)
            ArrayPool<byte>.Shared.Return(buffer);
        return this;
    }

    public SqliteStatement Bind(int index, long number)
    {
        SqliteFailure.ThrowUnlessOk(raw.sqlite3_bind_int64(_statement, index, number), _database);
        return this;
    }

    /// <summary>Moves to the next row; false at the end.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(_statement);
        SqliteFailure.ThrowUnlessOk(code, _database);
        return code == raw.SQLITE_ROW;
    }

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => Encoding.UTF8.GetString(raw.sqlite3_column_blob(_statement, column));

    /// <summary>Ends the statement and lets go of its snapshot. The code repeats the error that the last step threw already.</summary>
    public void Reset() => _ = raw.sqlite3_reset(_statement);

    /// <summary>Runs a statement that gives no rows.</summary>
    public void Run()
    {
        try
        {
            Step();
        }
        finally
        {
            Reset();
        }
    }

    public void Dispose() => _statement.Dispose();
}
