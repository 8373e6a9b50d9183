using System.Collections.Concurrent;
using Smederijen.Portal.Storage;

namespace Smederijen.Functions.Storage;

/// <summary>What one invocation has read and written.</summary>
internal sealed class Memory
{
    private readonly ConcurrentDictionary<(string Partition, string Idea), bool> fresh = new();

    public ConcurrentDictionary<(string Partition, string Idea), IReadOnlyList<Entity>> Ideas { get; } = new();

    public ConcurrentDictionary<(string Partition, string Row), Entity?> Rows { get; } = new();

    /// <summary>An idea may be taken as this process saw it last.</summary>
    public bool MayBeOld { get; set; }

    /// <summary>One was.</summary>
    public bool UsedOld { get; set; }

    /// <summary>Something about an idea was committed, which proves that it was as it was thought to be.</summary>
    public bool Committed { get; set; }

    public bool HasOld => UsedOld && !Committed;

    /// <summary>As it was read from the store just now, or written.</summary>
    public void Keep(string partition, string idea, IReadOnlyList<Entity> rows)
    {
        Ideas[(partition, idea)] = rows;
        fresh.TryAdd((partition, idea), true);
    }

    /// <summary>Leaves what may be handed on.</summary>
    public void ForgetOld()
    {
        MayBeOld = UsedOld = false;
        foreach (var idea in Ideas.Keys.Where(idea => !fresh.ContainsKey(idea)))
            Ideas.TryRemove(idea, out _);
    }

    public void Forget(string partition, IEnumerable<Write> writes, IEnumerable<string> ideas)
    {
        foreach (var write in writes)
            Rows.TryRemove((partition, write.Row), out _);
        foreach (var idea in ideas)
            Ideas.TryRemove((partition, idea), out _);
    }

    /// <summary>What was written is known as well as what was read.</summary>
    public void Learn(string partition, IReadOnlyList<Write> writes, IReadOnlyList<string?> etags)
    {
        foreach (var (write, etag) in writes.Zip(etags))
        {
            if (IdeaRows.DataOf(write) is { } data && etag is not null && IdeaRows.IdeaOf(write.Row) is null)
                Rows[(partition, write.Row)] = new Entity(write.Row, data, etag);
        }
    }

    public void ForgetAll()
    {
        Ideas.Clear();
        Rows.Clear();
        UsedOld = false;
    }
}
