namespace Smederijen.Portal.Delivery;

/// <summary>What became of the telling that a mail did not arrive.</summary>
public enum ReturnOutcome
{
    /// <summary>The mail is on the list of staff now.</summary>
    Listed,

    /// <summary>This was told before.</summary>
    Known,

    /// <summary>The mail is on the list, or goes out again by itself.</summary>
    AlreadySo,

    /// <summary>Its reader is forgotten, or it is over: there is nobody to tell any more.</summary>
    Over,

    /// <summary>It is no mail of this installation, or went out before the key was set.</summary>
    Unknown,

    /// <summary>It cannot be written down now: it has to be told again.</summary>
    Later,
}

/// <summary>
/// Puts a mail that the mail service gives back among those that did not arrive, as if it had been refused at once: staff send it again or on
/// paper. Told twice, it is done once, for the commit holds the id of the telling.
/// </summary>
public sealed class ReturnedMails(
    IEntityStore store, ReturnTickets tickets, Deeds deeds, EffectContracts effects, BoardMarks board, UnreadableRows unreadable,
    TimeProvider clock)
{
    private const int Tries = 5;

    /// <summary>What it is about may be unreadable: that is reported, and waits to be told again.</summary>
    public async Task<ReturnOutcome> Take(ReturnedMail mail, CancellationToken cancellation = default)
    {
        if (tickets.Open(mail.Ticket) is not { } ticket)
            return ReturnOutcome.Unknown;
        var outcome = ReturnOutcome.Later;
        await unreadable.Try(ticket.Key.Smederij, async () => { outcome = await Take(ticket, mail, cancellation); });
        return outcome;
    }

    private async Task<ReturnOutcome> Take(ReturnTicket ticket, ReturnedMail mail, CancellationToken cancellation)
    {
        var command = CommandId.From($"sendgrid {mail.EventId}");
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            if (await store.Earlier(ticket.Key.Smederij, command, cancellation) is not null)
                return ReturnOutcome.Known;
            var (outcome, writes) = await Look(ticket, mail, cancellation);
            if (outcome is not (ReturnOutcome.Listed or ReturnOutcome.AlreadySo))
                return outcome;
            if (outcome is ReturnOutcome.Listed)
                await board.ShowFailed(ticket.Key, ticket.Number, cancellation);
            if (await store.Commit(
                ticket.Key.Smederij, [.. writes, CommitRows.Command(command, clock.GetUtcNow(), "")], cancellation) is CommitResult.Committed)
                return outcome;
        }
        return ReturnOutcome.Later;
    }

    private async Task<(ReturnOutcome Outcome, IReadOnlyList<Write> Writes)> Look(
        ReturnTicket ticket, ReturnedMail mail, CancellationToken cancellation)
    {
        var (key, copy) = (ticket.Key, ticket.Copy);
        if (await store.Get(key.Smederij, Keys.Effect(key.Item, ticket.Number), cancellation) is { } waiting)
            return Waiting(waiting, copy);
        if (await deeds.Letters(key, ticket.Sent.Effect, forPaper: false, cancellation) is not { } letters
            || !letters.Any(letter => letter.Copy == copy))
            return (ReturnOutcome.Over, []);
        var row = Keys.Failed(key.Item, ticket.Number);
        if (await store.Get(key.Smederij, row, cancellation) is not { } listed)
        {
            var failed = ticket.Sent with
            {
                Attempts = ticket.Sent.Attempts + 1, Problem = mail.Sentence, RetryAt = null, Undelivered = copy.Length > 0 ? [copy] : null,
            };
            return (ReturnOutcome.Listed, [new Write.Insert(row, Rows.Write(failed, effects.Pending))]);
        }
        return With(listed, copy) is { } also
            ? (ReturnOutcome.Listed, [new Write.Replace(row, Rows.Write(also with { Problem = mail.Sentence }, effects.Pending), listed.ETag)])
            : (ReturnOutcome.AlreadySo, []);
    }

    /// <summary>It is about to go out, to others or once more: this reader gets it with them. While it is being sent nobody may change it.</summary>
    private (ReturnOutcome Outcome, IReadOnlyList<Write> Writes) Waiting(Entity row, string copy) =>
        row.Read(effects.Pending).ClaimedUntil > clock.GetUtcNow() ? (ReturnOutcome.Later, [])
        : With(row, copy) is { } also ? (ReturnOutcome.AlreadySo, [new Write.Replace(row.Row, Rows.Write(also, effects.Pending), row.ETag)])
        : (ReturnOutcome.AlreadySo, []);

    /// <summary>The effect with one reader more; null when it is for this reader already.</summary>
    private PendingEffect? With(Entity row, string copy) =>
        row.Read(effects.Pending) is { Undelivered: { } some } pending && !some.Contains(copy)
            ? pending with { Undelivered = [.. some, copy] }
            : null;
}
