using Smederijen.Domain.Ideas;
using Smederijen.Portal.Attachments;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>
/// Deletes what says who people are, in commits that the store can take. Each method may be called again after a crash
/// halfway: it goes on with what is left.
/// </summary>
public sealed class Erasure(IEntityStore store, IAttachmentStore attachments)
{
    /// <summary>Submitter, payment account, receipts, supporters and the notes of staff, and what still waited to be sent to a supporter.</summary>
    public async Task ErasePeople(IdeaKey key, CancellationToken cancellation = default)
    {
        await DeleteAll(key.Smederij, Keys.People(key.Id), cancellation);
        await DeleteAll(key.Smederij, Keys.Supporters(key.Id), cancellation);
        await EraseReceipts(key, cancellation);
        await DeleteAll(key.Smederij, Keys.Notes(key.Id), cancellation);
        await DeleteAll(key.Smederij, Keys.Effects(key.Id), cancellation, IsToSupporter);
        await DeleteAll(key.Smederij, Keys.FailedOf(key.Id), cancellation, IsToSupporter);
    }

    /// <summary>Deletes the files first, so that a crash leaves no file that nothing points to.</summary>
    public async Task EraseReceipts(IdeaKey key, CancellationToken cancellation = default)
    {
        await foreach (var row in store.All(key.Smederij, Keys.Receipts(key.Id), cancellation))
            await attachments.Delete(Keys.NameOfFile(row.Row), cancellation);
        await DeleteAll(key.Smederij, Keys.Receipts(key.Id), cancellation);
    }

    /// <summary>Deletes the files; the log keeps how many signatures were counted.</summary>
    /// <exception cref="UnreadableRowException">A line that may name a file cannot be read; all others are done.</exception>
    public async Task EraseScans(IdeaKey key, CancellationToken cancellation = default)
    {
        string? unread = null;
        await foreach (var row in store.All(key.Smederij, Keys.LogOf(key.Id), cancellation))
        {
            if (row.TryRead(PortalJson.Default.LogLine) is not { } line)
                unread ??= row.Row;
            else if (line.Event is IdeaEvent.PaperSignaturesEntered entered && StorableName.IsValid(entered.Scan))
                await attachments.Delete(entered.Scan, cancellation);
        }
        if (unread is not null)
            throw new UnreadableRowException(unread);
    }

    /// <summary>
    /// The writes that delete what waits to be sent to one supporter. The address in such a row is the key of the supporter,
    /// so it has to go with the person.
    /// </summary>
    public Task<IReadOnlyList<Write>> MailsTo(IdeaKey key, string supporter, CancellationToken cancellation = default) => MailsTo(
        new WorkKey(key.Smederij, key.Id), pending => AddresseeOf(pending) is { Role: AddresseeRole.Supporter } to && to.Key == supporter ? null : pending, cancellation);

    /// <summary>The writes that leave of what waits to be sent about an item only the rest.</summary>
    /// <param name="rest">What is left of it: null for nothing, the same for all of it.</param>
    internal async Task<IReadOnlyList<Write>> MailsTo(WorkKey item, Func<PendingEffect, PendingEffect?> rest, CancellationToken cancellation)
    {
        var writes = new List<Write>();
        foreach (var range in (RowRange[])[Keys.Effects(item.Item), Keys.FailedOf(item.Item)])
        {
            await foreach (var row in store.All(item.Smederij, range, cancellation))
            {
                if (row.TryRead(PortalJson.Default.PendingEffect) is not { } pending)
                    continue;
                var left = rest(pending);
                if (left is null)
                    writes.Add(new Write.Delete(row.Row, row.ETag));
                else if (left != pending)
                    writes.Add(new Write.Replace(row.Row, Rows.Write(left, PortalJson.Default.PendingEffect), row.ETag));
            }
        }
        return writes;
    }

    /// <summary>Deletes the rows of a range, or those of them that are meant, in commits that the store can take.</summary>
    internal async Task DeleteAll(string partition, RowRange range, CancellationToken cancellation, Func<Entity, bool>? which = null)
    {
        var rest = range;
        while (true)
        {
            var page = await store.Query(partition, rest, StoreLimits.OperationsPerCommit, cancellation);
            List<Write> deletes = [.. page.Rows.Where(row => which is null || which(row)).Select(row => new Write.Delete(row.Row))];
            if (deletes.Count > 0 && await store.Commit(partition, deletes, cancellation) is CommitResult.Conflict)
                continue;
            if (page.Continuation is null)
                return;
            rest = range.ContinueAt(page.Continuation);
        }
    }

    /// <summary>What cannot be read stays: it holds no address, and finds nobody any more.</summary>
    private static bool IsToSupporter(Entity row) =>
        row.TryRead(PortalJson.Default.PendingEffect) is { } pending && AddresseeOf(pending) is { Role: AddresseeRole.Supporter };

    private static Addressee? AddresseeOf(PendingEffect pending) => (pending.Effect as IdeaEffect.SendMail)?.To;
}
