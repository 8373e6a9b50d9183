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

    /// <summary>Deletes the rows of a range, or those of them that are meant, in commits that the store can take. What changes meanwhile is looked at
    /// again.</summary>
    public static async Task DeleteAll(
        this IEntityStore store, string partition, RowRange range, Func<Entity, bool>? which = null, CancellationToken cancellation = default)
    {
        var rest = range;
        while (true)
        {
            var page = await store.Query(partition, rest, StoreLimits.OperationsPerCommit, cancellation);
            List<Write> deletes = [.. page.Rows.Where(row => which is null || which(row)).Select(row => new Write.Delete(row.Row, row.ETag))];
            if (deletes.Count > 0 && await store.Commit(partition, deletes, cancellation) is CommitResult.Conflict)
                continue;
            if (page.Continuation is null)
                return;
            rest = range.ContinueAt(page.Continuation);
        }
    }
}
