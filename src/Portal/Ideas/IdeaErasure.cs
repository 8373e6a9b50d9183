namespace Smederijen.Portal.Ideas;

/// <summary>Deletes what says who the people of an idea are. Each method may be called again after a crash halfway.</summary>
public sealed class IdeaErasure(IEntityStore store, IAttachmentStore attachments, Erasure erasure)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<IdeaErasure, IdeaEffect.ErasePeople>((x, key, _, cancellation) => x.ErasePeople(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseReceipts>((x, key, _, cancellation) => x.EraseReceipts(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseScans>((x, key, _, cancellation) => x.EraseScans(IdeaKey.Of(key), cancellation)),
    ];

    /// <summary>Submitter, payment account, receipts, supporters and the notes of staff, and what still waited to be sent to a supporter.</summary>
    public async Task ErasePeople(IdeaKey key, CancellationToken cancellation = default)
    {
        foreach (var range in (RowRange[])[IdeaKeys.People(key.Id), IdeaKeys.Supporters(key.Id)])
            await erasure.DeleteAll(key.Smederij, range, cancellation);
        await EraseReceipts(key, cancellation);
        await erasure.DeleteAll(key.Smederij, IdeaKeys.Notes(key.Id), cancellation);
        await erasure.DeleteMails(key, pending => SupporterOf(pending) is not null, cancellation);
    }

    public Task EraseReceipts(IdeaKey key, CancellationToken cancellation = default) =>
        erasure.DeleteFiles(key.Smederij, IdeaKeys.Receipts(key.Id), cancellation);

    /// <summary>Deletes the files; the log keeps how many signatures were counted.</summary>
    /// <exception cref="UnreadableRowException">A line that may name a file cannot be read; all others are done.</exception>
    public async Task EraseScans(IdeaKey key, CancellationToken cancellation = default)
    {
        string? unread = null;
        await foreach (var row in store.All(key.Smederij, IdeaKeys.LogOf(key.Id), cancellation))
        {
            if (row.TryRead(IdeaJson.Default.LogLine) is not { } line)
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
    public Task<IReadOnlyList<Write>> MailsTo(IdeaKey key, string supporter, CancellationToken cancellation = default) =>
        erasure.MailsTo(key, pending => SupporterOf(pending) == supporter ? null : pending, cancellation);

    private static string? SupporterOf(PendingEffect pending) =>
        pending.Effect is IdeaEffect.SendMail { To: { Role: AddresseeRole.Supporter, Key: var supporter } } ? supporter : null;
}
