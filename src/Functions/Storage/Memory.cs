using System.Collections.Concurrent;

namespace Smederijen.Functions.Storage;

/// <summary>What one invocation has read and written.</summary>
internal sealed class Memory
{
    public ConcurrentDictionary<(string Partition, string Idea), IReadOnlyList<Entity>> Ideas { get; } = new();

    public ConcurrentDictionary<(string Partition, string Row), Entity?> Rows { get; } = new();

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
    }
}
