namespace Smederijen.Banking;

/// <summary>Whether money came in or went out.</summary>
public enum EntryKind { Credit, Debit }

/// <summary>What stood on the account; <see cref="EntryKind.Debit"/> is below zero.</summary>
public sealed record Balance(EntryKind Kind, Euro Amount, DateOnly? On);

/// <summary>One amount that came in or went out: a booking, or one payment of a booking that holds several.</summary>
/// <param name="Id">
/// Always the same for the same line, in whichever file it comes: 64 hexadecimal digits, a SHA-256 of the account, the day, the kind, the
/// amount, the references of the bank (<c>AcctSvcrRef</c> of the booking, or <c>NtryRef</c> where it has none, and <c>AcctSvcrRef</c> of
/// the payment) and the end-to-end id; where neither the payment nor a booking of one payment has an <c>AcctSvcrRef</c> the remittance
/// counts as well. Lines that are equal in all of that get the number in which they follow each other within the statement. It fits in a
/// key. It is no secret: who guesses the whole line can confirm the guess, so it stays where the line may stand.
/// </param>
/// <param name="Kind">Where the money went. A payment of ours that came back is a credit.</param>
/// <param name="BookedOn">The day of the booking, or of its value where a bank writes no other.</param>
/// <param name="EndToEndId">As the payer wrote it; null where there is none.</param>
/// <param name="CounterpartyAccount">An IBAN without spaces, or the number that the bank writes.</param>
/// <param name="IsReversal">An earlier booking is undone: money that comes back, or a correction.</param>
/// <param name="ReturnReason">Why, as a code such as AC01: <see cref="ReturnReasons"/>. Null where the bank writes none.</param>
/// <param name="PaymentInformationId">Of the payments that were handed in together: <see cref="PaymentFile.MessageId"/> of ours.</param>
public sealed record StatementLine(
    string Id,
    EntryKind Kind,
    Euro Amount,
    DateOnly BookedOn,
    string? EndToEndId,
    string? Remittance,
    string? CounterpartyName,
    string? CounterpartyAccount,
    bool IsReversal,
    string? ReturnReason,
    string? PaymentInformationId);

/// <summary>What was booked on one account in one period.</summary>
/// <param name="Id">As the bank numbers it: once for an account, or only once for a year.</param>
/// <param name="Account">An IBAN without spaces, or the number that the bank writes.</param>
/// <param name="Opening">Null when the bank writes none in euro.</param>
public sealed record Statement(
    string Id, string Account, DateTimeOffset? CreatedAt, Balance? Opening, Balance? Closing, ImmutableArray<StatementLine> Lines)
{
    /// <summary>What was left out or does not add up, in Dutch, for who reads the statement.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];
}
