namespace Smederijen.Banking;

/// <summary>
/// Where somebody lives, in parts: since November 2026 banks refuse an address in loose lines. Town and country are what they ask for at least.
/// </summary>
/// <param name="Country">Two capitals: <c>NL</c>.</param>
public sealed record PayeeAddress(string Town, string Country, string? Street = null, string? HouseNumber = null, string? Postcode = null);

/// <summary>One payment to somebody.</summary>
/// <param name="EndToEndId">Ours, at most 35 characters, once in a file. The bank repeats it on the statement, so it must mean this payment for ever.</param>
/// <param name="PayeeName">Sent in 70 safe characters; the bank of the payee compares it with the name of the account.</param>
/// <param name="Remittance">What the payee reads. Sent in 140 safe characters, or left out when empty.</param>
public sealed record Transfer(string EndToEndId, Euro Amount, string PayeeName, Iban Account, string Remittance, PayeeAddress? Address = null);

/// <summary>Whose account the money is taken from.</summary>
/// <param name="Bic">Of the own bank, where it asks for one; banks in the Netherlands do not.</param>
public sealed record Payer(string Name, Iban Account, string? Bic = null, PayeeAddress? Address = null);

/// <summary>Payments that are handed to the bank together.</summary>
/// <param name="MessageId">
/// Ours, at most 35 characters, another for every file: a bank refuses one that it had before, so a file that is sent twice pays once.
/// It is the identification of the payments together as well (<c>PmtInfId</c>), which a statement repeats.
/// </param>
/// <param name="ExecuteOn">The bank moves a day on which it does not work to the next one.</param>
public sealed record PaymentFile(string MessageId, DateTimeOffset CreatedAt, DateOnly ExecuteOn, Payer Payer, ImmutableArray<Transfer> Transfers);
