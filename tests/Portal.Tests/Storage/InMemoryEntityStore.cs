using System.Globalization;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

/// <summary>
/// The store as a collection. A simulation puts its accidents into the two hooks: <see cref="Before"/> may throw (a crash that
/// wrote nothing) or answer a conflict of its own; <see cref="After"/> may throw (a crash after the commit was durable).
/// </summary>
public sealed class InMemoryEntityStore : IEntityStore
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, List<Entity>> _partitions = new(StringComparer.Ordinal);
    private long _lastETag;

    /// <summary>Runs before a commit is looked at; a result stands in for the commit, null lets it go on.</summary>
    public Func<string, IReadOnlyList<Write>, CommitResult?>? Before { get; set; }

    /// <summary>Runs after a commit succeeded and before its caller hears of it.</summary>
    public Action<string, IReadOnlyList<Write>>? After { get; set; }

    public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
    {
        lock (_lock)
        {
            var rows = RowsOf(partition);
            var at = IndexOf(rows, row);
            return ValueTask.FromResult(at >= 0 ? rows[at] : null);
        }
    }

    public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
    {
        limit = StoreLimits.CheckLimit(limit);
        lock (_lock)
        {
            var rows = RowsOf(partition);
            var start = FirstFrom(rows, range.From);
            var end = Math.Max(start, FirstFrom(rows, range.Before));
            var count = Math.Min(limit, end - start);
            return ValueTask.FromResult(new Page(rows.GetRange(start, count), start + count < end ? rows[start + count].Row : null));
        }
    }

    public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        StoreLimits.Check(partition, writes);
        cancellation.ThrowIfCancellationRequested();
        if (Before?.Invoke(partition, writes) is { } instead)
            return Task.FromResult(instead);
        lock (_lock)
        {
            var rows = RowsOf(partition);
            if (writes.FirstOrDefault(write => !Fits(rows, write)) is { } conflict)
                return Task.FromResult<CommitResult>(new CommitResult.Conflict(conflict.Row));
            foreach (var write in writes)
                Apply(rows, write);
            _partitions[partition] = rows;
        }
        After?.Invoke(partition, writes);
        return Task.FromResult<CommitResult>(CommitResult.Committed.Instance);
    }

    private List<Entity> RowsOf(string partition) => _partitions.GetValueOrDefault(partition) ?? [];

    private static bool Fits(List<Entity> rows, Write write)
    {
        var at = IndexOf(rows, write.Row);
        return write switch
        {
            Write.Insert => at < 0,
            Write.Replace replace => at >= 0 && rows[at].ETag == replace.ETag,
            Write.Delete delete => at >= 0 && (delete.ETag is null || rows[at].ETag == delete.ETag),
            _ => true,
        };
    }

    private void Apply(List<Entity> rows, Write write)
    {
        var at = IndexOf(rows, write.Row);
        if (write is Write.Delete)
            rows.RemoveAt(at);
        else if (at >= 0)
            rows[at] = Stored(write);
        else
            rows.Insert(~at, Stored(write));
    }

    private Entity Stored(Write write) => new(write.Row, write switch
    {
        Write.Insert insert => insert.Data,
        Write.Replace replace => replace.Data,
        Write.Put put => put.Data,
        _ => throw new ArgumentException($"{write} holds no data."),
    }, (++_lastETag).ToString(CultureInfo.InvariantCulture));

    private static int FirstFrom(List<Entity> rows, string from) => IndexOf(rows, from) is var at && at < 0 ? ~at : at;

    private static int IndexOf(List<Entity> rows, string row) => rows.BinarySearch(new Entity(row, "", ""), ByRow.Instance);

    private sealed class ByRow : IComparer<Entity>
    {
        public static ByRow Instance { get; } = new();

        public int Compare(Entity? x, Entity? y) => string.CompareOrdinal(x?.Row, y?.Row);
    }
}
