namespace Smederijen.Portal.Staff;

/// <summary>
/// The mails on the list of what did not arrive, to somebody whose address staff put right. The new address hears how everything stands, and
/// what waits for an answer goes there again: whoever tried these once more would send them twice.
/// </summary>
public sealed class OvertakenMails(IEntityStore store, Deeds deeds, EffectContracts effects, BoardMarks board, UnreadableRows unreadable)
{
    /// <summary>Read before the address changes: after that they are mails to the new one.</summary>
    /// <param name="emails">As they were until now. A mail that somebody else has to get as well stays on the list.</param>
    public async Task<IReadOnlyList<FailedEffect>> To(string smederij, IReadOnlyCollection<string> emails, CancellationToken cancellation)
    {
        var overtaken = new List<FailedEffect>();
        await foreach (var row in store.All(smederij, Keys.AllFailed, cancellation))
        {
            if (await unreadable.Read(smederij, [row], one => FailedEffect.Of(smederij, one, effects)) is [var failed]
                && FailedTexts.IsToAPerson(failed.Pending.Effect)
                && await failed.Readers(deeds, unreadable, cancellation) is { Count: > 0 } letters
                && letters.All(letter => emails.Any(email => EmailAddress.AreSame(email, letter.Email))))
                overtaken.Add(failed);
        }
        return overtaken;
    }

    /// <summary>One that a colleague tried again meanwhile is gone from the list already.</summary>
    public async Task TakeOff(IReadOnlyList<FailedEffect> overtaken)
    {
        foreach (var failed in overtaken)
        {
            await store.Commit(failed.Work.Smederij, [new Write.Delete(failed.Row, failed.ETag)], CancellationToken.None);
            await board.TakeOffFailed(failed.Work, failed.Number);
        }
    }
}
