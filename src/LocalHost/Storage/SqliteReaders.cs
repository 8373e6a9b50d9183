using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// Readers to borrow. They never wait for the writer nor for each other: one more is opened when all are in use, and only
/// <see cref="Kept"/> stay open.
/// </summary>
internal sealed class SqliteReaders(SqliteFile file) : IDisposable
{
    private const int Kept = 8;
    private readonly ConcurrentStack<SqliteReader> _idle = [];
    private volatile bool _closed;

    public T Read<T>(Func<SqliteReader, T> read)
    {
        ObjectDisposedException.ThrowIf(_closed, typeof(SqliteEntityStore));
        try
        {
            var reader = _idle.TryPop(out var idle) ? idle : new SqliteReader(file);
            try
            {
                return read(reader);
            }
            finally
            {
                GiveBack(reader);
            }
        }
        catch (SqliteException failure)
        {
            throw SqliteFailure.Explain(failure, file.Path);
        }
    }

    private void GiveBack(SqliteReader reader)
    {
        if (_closed || _idle.Count >= Kept)
            reader.Dispose();
        else
            _idle.Push(reader);
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryPop(out var reader))
            reader.Dispose();
    }
}
