using Microsoft.Extensions.Caching.Memory;

namespace Smederijen.Functions.Storage;

/// <summary>
/// Reads a row once per invocation, and an idea with all that belongs to it in one request to the service, which charges by
/// request. Who is sent on to a page takes along what is known: docs/decisions/0024-requests.md.
/// </summary>
public sealed class ReadsOnce(IEntityStore store) : IEntityStore, IDisposable
{
    /// <summary>Longer than a browser takes to follow a redirect, and shorter than people notice.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(2);

    private readonly AsyncLocal<Memory?> memory = new();
    private readonly MemoryCache sentOn = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>Remembers from here on, up to the end of the calling function.</summary>
    public void Begin() => memory.Value = new Memory();

    /// <summary>The same for an address; somebody who was just sent there goes on where the form ended.</summary>
    public void Begin(string address)
    {
        memory.Value = sentOn.TryGetValue(address, out Memory? left) ? left! : new Memory();
        sentOn.Remove(address);
    }

    /// <summary>The answer sends its reader on to this address.</summary>
    public void SendOn(string address)
    {
        if (memory.Value is { } known)
            sentOn.Set(address, known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = OnTheWay });
    }

    public async ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
    {
        if (memory.Value is not { } known)
            return await store.Get(partition, row, cancellation);
        if (IdeaRows.IdeaOf(row) is { } idea && await Whole(known, partition, idea, cancellation) is { } rows)
            return rows.FirstOrDefault(other => other.Row == row);
        return known.Rows.TryGetValue((partition, row), out var remembered) ? remembered
            : known.Rows[(partition, row)] = await store.Get(partition, row, cancellation);
    }

    public async ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage,
        CancellationToken cancellation = default)
    {
        if (memory.Value is { } known && IdeaRows.IdeaOf(range.From) is { } idea
            && string.CompareOrdinal(range.Before, IdeaRows.RangeOf(idea).Before) <= 0
            && await Whole(known, partition, idea, cancellation) is { } rows)
        {
            Entity[] found =
                [.. rows.Where(row => string.CompareOrdinal(row.Row, range.From) >= 0 && string.CompareOrdinal(row.Row, range.Before) < 0)];
            if (found.Length <= limit)
                return new Page(found, null);
        }
        return await store.Query(partition, range, limit, cancellation);
    }

    public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        var known = memory.Value;
        var ideas = writes.Select(write => IdeaRows.IdeaOf(write.Row)).OfType<string>().Distinct().ToList();
        var before = ideas.ToDictionary(idea => idea, idea => known?.Ideas.GetValueOrDefault((partition, idea)));
        known?.Forget(partition, writes, ideas);
        var result = await store.Commit(partition, writes, cancellation);
        if (result is CommitResult.Conflict)
            known?.ForgetAll();
        else if (known is not null && result is CommitResult.Committed { ETags: var etags })
        {
            known.Learn(partition, writes, etags);
            foreach (var (idea, rows) in before)
            {
                if (rows is not null && IdeaRows.After(rows, idea, writes, etags) is { } now)
                    known.Ideas[(partition, idea)] = now;
            }
        }
        return result;
    }

    public void Dispose() => sentOn.Dispose();

    /// <summary>Null when the idea has more rows than one answer holds.</summary>
    private async ValueTask<IReadOnlyList<Entity>?> Whole(Memory known, string partition, string idea, CancellationToken cancellation)
    {
        if (known.Ideas.TryGetValue((partition, idea), out var rows))
            return rows;
        var page = await store.Query(partition, IdeaRows.RangeOf(idea), cancellation: cancellation);
        return page.Continuation is null ? known.Ideas[(partition, idea)] = page.Rows : null;
    }
}
