using System.Collections.Concurrent;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.Logging;

namespace Smederijen.Portal.Watching;

/// <summary>
/// Reads lists so that one bad row stops nothing. What cannot be read is left out and left in place; it is counted, logged once,
/// and noted for staff, who find it in one list. Nobody scans for it: it is noted by whoever comes upon it.
/// </summary>
public sealed partial class UnreadableRows(IEntityStore store, TimeProvider clock, ILogger<UnreadableRows> log)
{
    /// <summary>More than anybody mends by hand; the counter goes on beyond it.</summary>
    public const int Most = 200;

    /// <summary>By the note: a row that this process told about, and need not tell again.</summary>
    private readonly ConcurrentDictionary<string, byte> told = new(StringComparer.Ordinal);

    /// <summary>The rows that can be read, in their order.</summary>
    public ValueTask<List<T>> Read<T>(string partition, IEnumerable<Entity> rows, JsonTypeInfo<T> type) =>
        Read(partition, rows, row => row.Read(type));

    /// <inheritdoc cref="Read{T}(string, IEnumerable{Entity}, JsonTypeInfo{T})"/>
    /// <param name="read">Throws <see cref="UnreadableRowException"/> for a row that it cannot read.</param>
    public async ValueTask<List<T>> Read<T>(string partition, IEnumerable<Entity> rows, Func<Entity, T> read)
    {
        var values = new List<T>();
        foreach (var row in rows)
        {
            try
            {
                values.Add(read(row));
            }
            catch (UnreadableRowException bad)
            {
                await Report(partition, bad);
            }
        }
        return values;
    }

    /// <summary>Every row of a range that can be read, in their order.</summary>
    public async Task<List<T>> All<T>(string partition, RowRange range, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        await Read(partition, await store.All(partition, range, cancellation).ToListAsync(cancellation), type);

    /// <summary>What a page shows beside what it is about: null when it is not there, or cannot be read.</summary>
    public async ValueTask<T?> Find<T>(string partition, string row, JsonTypeInfo<T> type, CancellationToken cancellation) where T : class =>
        await store.Get(partition, row, cancellation) is { } found && await Read(partition, [found], type) is [var value] ? value : null;

    /// <summary>What this reads; null, and reported, when a row that it needs cannot be read.</summary>
    public async Task<T?> Try<T>(string partition, Func<Task<T?>> read) where T : class
    {
        try
        {
            return await read();
        }
        catch (UnreadableRowException bad)
        {
            await Report(partition, bad);
            return null;
        }
    }

    /// <summary>The same for what gives nothing.</summary>
    public Task Try(string partition, Func<Task> act) => Try<object>(partition, async () =>
    {
        await act();
        return null;
    });

    /// <summary>Counts a row that could not be read, and notes it for staff. It never fails: the row is met again.</summary>
    public async ValueTask Report(string partition, UnreadableRowException bad)
    {
        Figures.RowUnreadable();
        var row = new UnreadableRow(partition, bad.Row, clock.GetUtcNow());
        if (told.Count >= Most || !told.TryAdd(row.Note, 0))
            return;
        Log.Unreadable(log, partition, UnreadableRowException.Shown(bad.Row), bad.InnerException?.GetType().Name);
        try
        {
            // A conflict says that it was noted before.
            await store.Commit(Partitions.Installation, [new Write.Insert(row.Note, Rows.Write(row, WatchingJson.Default.UnreadableRow))]);
        }
        catch (StoreUnavailableException)
        {
            told.TryRemove(row.Note, out _);
        }
    }

    /// <summary>It was mended: if it is met again, that is told again.</summary>
    public void Forget(UnreadableRow row) => told.TryRemove(row.Note, out _);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Row {Row} of partition {Partition} cannot be read ({Reason}); it is left out and left in place, see docs/operations.md")]
        public static partial void Unreadable(ILogger logger, string partition, string row, string? reason);
    }
}
