using System.Runtime.CompilerServices;

namespace Smederijen.Portal.Storage;

/// <summary>Reading longer than one page.</summary>
public static class Reading
{
    /// <summary>Every row of a range that belongs to one thing (a log, its effects); lists of things are paged instead.</summary>
    public static async IAsyncEnumerable<Entity> All(
        this IEntityStore store, string partition, RowRange range, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var rest = range;
        while (true)
        {
            var page = await store.Query(partition, rest, cancellation: cancellation);
            foreach (var row in page.Rows)
                yield return row;
            if (page.Continuation is null)
                yield break;
            rest = range.ContinueAt(page.Continuation);
        }
    }
}
