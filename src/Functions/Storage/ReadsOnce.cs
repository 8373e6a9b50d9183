using System.Collections.Concurrent;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Storage;

/// <summary>
/// Reads a row once per invocation, and an idea with all that belongs to it in one request to the service, which charges by
/// request. What one invocation wrote it reads anew; what another wrote meanwhile shows at the commit, whose conflict makes it
/// read everything anew.
/// </summary>
public sealed class ReadsOnce(IEntityStore store) : IEntityStore
{
    private readonly AsyncLocal<Memory?> memory = new();

    /// <summary>Remembers from here on, up to the end of the calling function.</summary>
    public void Begin() => memory.Value = new Memory();

    public async ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
    {
        if (memory.Value is not { } known)
            return await store.Get(partition, row, cancellation);
        if (IdeaOf(row) is { } idea && await Whole(known, partition, idea, cancellation) is { } rows)
            return rows.FirstOrDefault(other => other.Row == row);
        return known.Rows.TryGetValue((partition, row), out var remembered) ? remembered
            : known.Rows[(partition, row)] = await store.Get(partition, row, cancellation);
    }

    public async ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
    {
        if (memory.Value is { } known && IdeaOf(range.From) is { } idea && string.CompareOrdinal(range.Before, RangeOf(idea).Before) <= 0
            && await Whole(known, partition, idea, cancellation) is { } rows)
        {
            Entity[] found = [.. rows.Where(row => string.CompareOrdinal(row.Row, range.From) >= 0 && string.CompareOrdinal(row.Row, range.Before) < 0)];
            if (found.Length <= limit)
                return new Page(found, null);
        }
        return await store.Query(partition, range, limit, cancellation);
    }

    public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        memory.Value?.Forget(partition, writes);
        var result = await store.Commit(partition, writes, cancellation);
        if (result is CommitResult.Conflict)
            memory.Value?.ForgetAll();
        return result;
    }

    /// <summary>Null when the idea has more rows than one answer holds.</summary>
    private async ValueTask<IReadOnlyList<Entity>?> Whole(Memory known, string partition, string idea, CancellationToken cancellation)
    {
        if (known.Ideas.TryGetValue((partition, idea), out var rows))
            return rows;
        var page = await store.Query(partition, RangeOf(idea), cancellation: cancellation);
        return page.Continuation is null ? known.Ideas[(partition, idea)] = page.Rows : null;
    }

    /// <summary>The part of a row key that all rows of one idea share: <c>idee|0abc…</c>; null for any other row.</summary>
    private static string? IdeaOf(string row) => row.Split('|', 3) is ["idee", var id, ..] && IdeaId.IsValid(id) ? Keys.Idea(id) : null;

    /// <summary>All ids are equally long, so no other idea lies between.</summary>
    private static RowRange RangeOf(string idea) => new(idea, RowRange.Prefix(idea + '|').Before);

    private sealed class Memory
    {
        public ConcurrentDictionary<(string Partition, string Idea), IReadOnlyList<Entity>> Ideas { get; } = new();

        public ConcurrentDictionary<(string Partition, string Row), Entity?> Rows { get; } = new();

        public void Forget(string partition, IEnumerable<Write> writes)
        {
            foreach (var write in writes)
            {
                Rows.TryRemove((partition, write.Row), out _);
                if (IdeaOf(write.Row) is { } idea)
                    Ideas.TryRemove((partition, idea), out _);
            }
        }

        public void ForgetAll()
        {
            Ideas.Clear();
            Rows.Clear();
        }
    }
}
