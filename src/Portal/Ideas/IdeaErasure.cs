namespace Smederijen.Portal.Ideas;

/// <summary>Deletes what says who the people of an idea are. Each method may be called again after a crash halfway.</summary>
public sealed class IdeaErasure(IEntityStore store, IAttachmentStore attachments, Erasure erasure, Veil veil, SentMails sent)
{
    /// <summary>The rows of people and of the event itself take the rest of a commit.</summary>
    private const int MostInOneCommit = StoreLimits.OperationsPerCommit / 2;

    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<IdeaErasure, IdeaEffect.ErasePeople>((x, key, _, cancellation) => x.ErasePeople(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseReceipts>((x, key, _, cancellation) => x.EraseReceipts(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseSubmission>((x, key, _, cancellation) => x.EraseSubmission(IdeaKey.Of(key), cancellation)),
        Deed.Of<IdeaErasure, IdeaEffect.EraseScans>((x, key, _, cancellation) => x.EraseScans(IdeaKey.Of(key), cancellation)),
    ];

    /// <summary>Submitter, payment account, receipts, supporters and the notes of staff, and what still waited to be sent to a supporter.</summary>
    public async Task ErasePeople(IdeaKey key, CancellationToken cancellation = default)
    {
        await ForgetAccount(key, cancellation);
        foreach (var range in (RowRange[])[IdeaKeys.People(key.Id), IdeaKeys.Supporters(key.Id)])
            await erasure.DeleteAll(key.Smederij, range, cancellation);
        await EraseReceipts(key, cancellation);
        await erasure.DeleteAll(key.Smederij, IdeaKeys.Notes(key.Id), cancellation);
        await erasure.DeleteMails(key, pending => SupporterOf(pending) is not null, cancellation);
    }

    /// <summary>The writes that erase the submitter with all that belongs to them, for the commit of the event that says so.</summary>
    public async Task<IReadOnlyList<Write>> SubmitterOf(IdeaKey key, CancellationToken cancellation)
    {
        await ForgetAccount(key, cancellation);
        var people = (await store.Query(key.Smederij, IdeaKeys.People(key.Id), cancellation: cancellation)).Rows;
        if (people.FirstOrDefault(row => row.Row == IdeaKeys.Submitter(key.Id)) is { } submitter)
            await ForgetSent(key, submitter, cancellation);
        return [.. people.Select(row => new Write.Delete(row.Row, row.ETag)), .. await SubmissionOf(key, cancellation)];
    }

    /// <summary>The way from an account to this idea.</summary>
    private async Task ForgetAccount(IdeaKey key, CancellationToken cancellation)
    {
        await foreach (var row in store.All(Partitions.Payments, IdeaKeys.SameAccounts, cancellation))
            if (IdeaKeys.OfSameAccount(row.Row) == key)
                await store.Commit(Partitions.Payments, [new Write.Delete(row.Row)], cancellation);
    }

    /// <summary>The writes that erase one supporter, for the commit of the event that says so.</summary>
    /// <param name="row">As it was just read.</param>
    public async Task<IReadOnlyList<Write>> SupporterOf(IdeaKey key, Entity row, CancellationToken cancellation)
    {
        await ForgetSent(key, row, cancellation);
        return [new Write.Delete(row.Row, row.ETag), .. await MailsTo(key, IdeaKeys.SupporterOf(row.Row), cancellation)];
    }

    /// <summary>The page after the form that somebody filled in knows them no more; it could bring them back.</summary>
    /// <param name="row">Of the submitter or a supporter.</param>
    public async Task ForgetSent(IdeaKey key, Entity row, CancellationToken cancellation)
    {
        if (row.TryRead(WorkJson.Default.Person) is { } person)
            await sent.Forget(key.Smederij, key.Id, person.Email, cancellation);
    }

    /// <summary>
    /// The writes that take away what the submitter wrote and sent, for the commit of the erasure. Of somebody who wrote more than one commit
    /// can hold, the most is gone before it; after a crash in between, erasing once more goes on with the rest.
    /// </summary>
    private async Task<IReadOnlyList<Write>> SubmissionOf(IdeaKey key, CancellationToken cancellation)
    {
        var writes = await veil.Erase(
            IdeaKind.Facts, key, row => row.TryRead(IdeaJson.Default.LogLine) is { } line && IsOfSubmitter(line.Event), cancellation);
        foreach (var some in writes.SkipLast(MostInOneCommit).Chunk(StoreLimits.OperationsPerCommit))
            await store.Commit(key.Smederij, some, CancellationToken.None);
        return [.. writes.TakeLast(MostInOneCommit)];
    }

    /// <summary>Whether the submitter wrote what an event tells.</summary>
    public static bool IsOfSubmitter(IdeaEvent e) => e is IdeaEvent.Answered or IdeaEvent.PartAccepted or IdeaEvent.ProgressReported
        or IdeaEvent.OverrunAsked or IdeaEvent.PlanCompleted or IdeaEvent.MoneyGivenBack;

    /// <summary>The files that everybody saw, which were taken off the page in the commit before.</summary>
    public async Task EraseSubmission(IdeaKey key, CancellationToken cancellation = default)
    {
        foreach (var file in await veil.FilesOf(IdeaKind.Facts, key, cancellation))
        {
            if (StorableName.IsValid(file))
                await attachments.Delete(file, cancellation);
        }
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
            else if (IdeaFiles.ScanOf(line.Event) is { } scan && StorableName.IsValid(scan))
                await attachments.Delete(scan, cancellation);
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
