namespace Smederijen.Portal.Work;

/// <summary>
/// Deletes what says who people are, in commits that the store can take, for items of every kind. Each method may be called again
/// after a crash halfway: it goes on with what is left.
/// </summary>
public sealed class Erasure(IEntityStore store, IAttachmentStore attachments, EffectContracts effects)
{
    /// <summary>The writes that leave of what waits to be sent about an item only the rest.</summary>
    /// <param name="rest">What is left of it: null for nothing, the same for all of it.</param>
    public async Task<IReadOnlyList<Write>> MailsTo(WorkKey item, Func<PendingEffect, PendingEffect?> rest, CancellationToken cancellation)
    {
        var writes = new List<Write>();
        foreach (var range in (RowRange[])[Keys.Effects(item.Item), Keys.FailedOf(item.Item)])
        {
            await foreach (var row in store.All(item.Smederij, range, cancellation))
            {
                if (row.TryRead(effects.Pending) is not { } pending)
                    continue;
                var left = rest(pending);
                if (left is null)
                    writes.Add(new Write.Delete(row.Row, row.ETag));
                else if (left != pending)
                    writes.Add(new Write.Replace(row.Row, Rows.Write(left, effects.Pending), row.ETag));
            }
        }
        return writes;
    }

    /// <summary>Deletes of what waits to be sent about an item all that is meant. What cannot be read stays: it finds nobody any more.</summary>
    public async Task DeleteMails(WorkKey item, Func<PendingEffect, bool> which, CancellationToken cancellation)
    {
        foreach (var range in (RowRange[])[Keys.Effects(item.Item), Keys.FailedOf(item.Item)])
            await DeleteAll(item.Smederij, range, cancellation, row => row.TryRead(effects.Pending) is { } pending && which(pending));
    }

    /// <summary>Deletes the rows of a range that list files, and the files first, so that a crash leaves no file that nothing points to.</summary>
    public async Task DeleteFiles(string partition, RowRange range, CancellationToken cancellation)
    {
        await foreach (var row in store.All(partition, range, cancellation))
            await attachments.Delete(Keys.NameOfFile(row.Row), cancellation);
        await DeleteAll(partition, range, cancellation);
    }

    /// <summary>Deletes the rows of a range, or those of them that are meant, in commits that the store can take.</summary>
    public Task DeleteAll(string partition, RowRange range, CancellationToken cancellation, Func<Entity, bool>? which = null) =>
        store.DeleteAll(partition, range, which, cancellation);
}
