namespace Smederijen.Portal.Ideas.Release;

/// <summary>
/// Which ideas were given the same account, so that who approves a payment sees that somebody else's money went there too. A keyed hash of the
/// number leads to them; nothing else lies in those rows. They are a way to ideas and decide nothing: what they lead to is read.
/// </summary>
public sealed class SameAccounts(IEntityStore store, PaymentAccounts accounts, Pseudonyms pseudonyms)
{
    /// <summary>The idea has this account now. Its row of the one before is read past.</summary>
    public async Task Note(IdeaKey idea, PaymentAccount account, CancellationToken cancellation = default) => await store.Commit(
        Partitions.Payments, [new Write.Put(IdeaKeys.SameAccount(await KeyOf(account, cancellation), idea), "")], cancellation);

    /// <summary>The ideas of other people whose money goes to the account of this one.</summary>
    public async Task<IReadOnlyList<IdeaKey>> OfOthers(IdeaKey idea, CancellationToken cancellation = default)
    {
        List<IdeaKey> found = [];
        if (await Known(idea, cancellation) is not { } account)
            return found;
        var mailbox = await Mailbox(idea, cancellation);
        await foreach (var row in store.All(Partitions.Payments, IdeaKeys.SameAccount(await KeyOf(account, cancellation)), cancellation))
        {
            if (IdeaKeys.OfSameAccount(row.Row) is not { } other || other == idea)
                continue;
            if ((await Known(other, cancellation))?.Iban == account.Iban && await Mailbox(other, cancellation) is { } theirs && theirs != mailbox)
                found.Add(other);
        }
        return found;
    }

    private ValueTask<string> KeyOf(PaymentAccount account, CancellationToken cancellation) =>
        pseudonyms.KeyOf("zelfde rekening", account.Iban, cancellation);

    private async Task<string?> Mailbox(IdeaKey idea, CancellationToken cancellation) =>
        (await store.Get(idea.Smederij, IdeaKeys.Submitter(idea.Id), cancellation))?.TryRead(WorkJson.Default.Person) is { } person
            ? EmailAddress.NormalForm(person.Email) : null;

    /// <summary>An account that was tampered with is told where it is looked at.</summary>
    private async Task<PaymentAccount?> Known(IdeaKey idea, CancellationToken cancellation)
    {
        try
        {
            return (await accounts.Find(idea, cancellation))?.Account;
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }
}
