using Smederijen.Portal.Ideas;

namespace Smederijen.Functions.Storage;

/// <summary>All rows of one idea, which lie beside each other.</summary>
internal static class IdeaRows
{
    /// <summary>The part of a row key that all rows of one idea share: <c>idee|0abc…</c>; null for any other row.</summary>
    public static string? IdeaOf(string row) => row.Split('|', 3) is ["idee", var id, ..] && ItemId.IsValid(id) ? IdeaKeys.Idea(id) : null;

    /// <summary>All ids are equally long, so no other idea lies between.</summary>
    public static RowRange RangeOf(string idea) => new(idea, RowRange.Prefix(idea + '|').Before);

    /// <summary>The rows of an idea after a commit; null when the store did not tell the new ETags.</summary>
    public static IReadOnlyList<Entity>? After(IReadOnlyList<Entity> rows, string idea, IReadOnlyList<Write> writes, IReadOnlyList<string?> etags)
    {
        if (etags.Count != writes.Count)
            return null;
        var after = new SortedDictionary<string, Entity>(rows.ToDictionary(row => row.Row), StringComparer.Ordinal);
        foreach (var (write, etag) in writes.Zip(etags).Where(pair => IdeaOf(pair.First.Row) == idea))
        {
            if (DataOf(write) is not { } data)
                after.Remove(write.Row);
            else if (etag is not null)
                after[write.Row] = new Entity(write.Row, data, etag);
            else
                return null;
        }
        return [.. after.Values];
    }

    /// <summary>What the row holds after it; null when it is gone.</summary>
    public static string? DataOf(Write write) => write switch
    {
        Write.Insert insert => insert.Data,
        Write.Replace replace => replace.Data,
        Write.Put put => put.Data,
        _ => null,
    };
}
