using Microsoft.Extensions.Caching.Memory;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Storage;

/// <summary>
/// Reads a row once per invocation, and an idea with all that belongs to it in one request to the service, which charges by
/// request. A form is judged first by the idea as this process saw it last: what another wrote meanwhile shows at the commit,
/// whose conflict makes it read everything anew. Who is sent on to a page takes along what is known: docs/decisions/0024-requests.md.
/// </summary>
public sealed class ReadsOnce(IEntityStore store) : IEntityStore, IDisposable
{
    private const long MostCharacters = 16 * 1024 * 1024;

    private static readonly TimeSpan SeenLately = TimeSpan.FromMinutes(15);

    /// <summary>Longer than a browser takes to follow a redirect, and shorter than people notice.</summary>
    private static readonly TimeSpan OnTheWay = TimeSpan.FromSeconds(2);

    private readonly AsyncLocal<Memory?> memory = new();
    private readonly MemoryCache seen = new(new MemoryCacheOptions { SizeLimit = MostCharacters });
    private readonly MemoryCache sentOn = new(new MemoryCacheOptions { SizeLimit = 1000 });

    /// <summary>Remembers from here on, up to the end of the calling function.</summary>
    public void Begin() => memory.Value = new Memory();

    /// <summary>The same for a form: an idea may be one that was seen before, as long as the answer <see cref="RestsOnOldRows"/> nowhere.</summary>
    public void BeginForm() => memory.Value = new Memory { MayBeOld = true };

    /// <summary>The same for a page; somebody who was just sent there goes on where the form ended.</summary>
    public void BeginPage(string address)
    {
        memory.Value = sentOn.TryGetValue(address, out Memory? left) ? left! : new Memory();
        sentOn.Remove(address);
    }

    /// <summary>The answer sends its reader on to this address.</summary>
    public void SendOn(string address)
    {
        if (memory.Value is not { } known)
            return;
        known.ForgetOld();
        sentOn.Set(address, known, new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = OnTheWay });
    }

    /// <summary>
    /// Whether nothing was committed, and what was judged may be otherwise by now. Then everything is forgotten, so that the
    /// invocation can answer once more from what is there.
    /// </summary>
    public bool RestsOnOldRows()
    {
        if (memory.Value is not { HasOld: true } known)
            return false;
        known.ForgetAll();
        known.MayBeOld = false;
        return true;
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

    public async ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default)
    {
        if (memory.Value is { } known && IdeaRows.IdeaOf(range.From) is { } idea && string.CompareOrdinal(range.Before, IdeaRows.RangeOf(idea).Before) <= 0
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
        var known = memory.Value;
        var ideas = writes.Select(write => IdeaRows.IdeaOf(write.Row)).OfType<string>().Distinct().ToList();
        var before = ideas.ToDictionary(idea => idea, idea => known?.Ideas.GetValueOrDefault((partition, idea)));
        ideas.ForEach(idea => seen.Remove((partition, idea)));
        known?.Forget(partition, writes, ideas);
        var result = await store.Commit(partition, writes, cancellation);
        if (result is CommitResult.Conflict)
            known?.ForgetAll();
        else if (known is not null && result is CommitResult.Committed { ETags: var etags })
        {
            known.Committed |= ideas.Count > 0;
            known.Learn(partition, writes, etags);
            foreach (var (idea, rows) in before)
            {
                if (rows is not null && IdeaRows.After(rows, idea, writes, etags) is { } now)
                    Keep(known, partition, idea, now);
            }
        }
        return result;
    }

    public void Dispose()
    {
        seen.Dispose();
        sentOn.Dispose();
    }

    /// <summary>Null when the idea has more rows than one answer holds.</summary>
    private async ValueTask<IReadOnlyList<Entity>?> Whole(Memory known, string partition, string idea, CancellationToken cancellation)
    {
        if (known.Ideas.TryGetValue((partition, idea), out var rows))
            return rows;
        if (known.MayBeOld && seen.TryGetValue((partition, idea), out IReadOnlyList<Entity>? lately))
        {
            known.UsedOld = true;
            return known.Ideas[(partition, idea)] = lately!;
        }
        var page = await store.Query(partition, IdeaRows.RangeOf(idea), cancellation: cancellation);
        if (page.Continuation is not null)
            return null;
        Keep(known, partition, idea, page.Rows);
        return page.Rows;
    }

    private void Keep(Memory known, string partition, string idea, IReadOnlyList<Entity> rows)
    {
        known.Keep(partition, idea, rows);
        seen.Set((partition, idea), rows, new MemoryCacheEntryOptions { Size = rows.Sum(row => row.Data.Length + row.Row.Length), AbsoluteExpirationRelativeToNow = SeenLately });
    }
}
