using Smederijen.Banking;

namespace Smederijen.Portal.Payments;

/// <summary>What is downloaded of a signed batch. Both files hold the same payments, and are the same every time.</summary>
internal static class PaymentFiles
{
    private const string Mark = "SMEDERIJEN-";

    public static PaymentFile Of(PaymentBatch batch, PayerSettings payer, IReadOnlyDictionary<string, Payee> to) => new(
        MessageOf(batch.Id), batch.Since, batch.ExecuteOn, new Payer(payer.Name, Account(payer.Iban), payer.Bic.Length > 0 ? payer.Bic : null),
        [
            .. batch.Claimed.Select(line => new Transfer(
                line.Order, line.Amount, to[line.Order].Name, Account(to[line.Order].Iban), to[line.Order].Remittance)),
        ]);

    /// <summary>The number by which the bank knows a batch.</summary>
    public static string MessageOf(string batch) => $"{Mark}{batch.ToUpperInvariant()}";

    /// <summary>The batch that the bank means by a number; null when it can be none of ours.</summary>
    public static string? BatchOf(string? message) =>
        message?.StartsWith(Mark, StringComparison.OrdinalIgnoreCase) == true
        && message[Mark.Length..].ToLowerInvariant() is var id && ItemId.IsValid(id) ? id : null;

    /// <summary>A line per payment, semicolons between fields, and amounts with a comma: as Dutch packages and Excel read them.</summary>
    public static byte[] Table(PaymentBatch batch, PayerSettings payer, IReadOnlyDictionary<string, Payee> to)
    {
        var lines = batch.Claimed.Select(line => new[]
        {
            MessageOf(batch.Id), line.Order, $"{batch.ExecuteOn:yyyy-MM-dd}", payer.Iban, to[line.Order].Iban, to[line.Order].Name,
            $"{line.Amount.Cents / 100},{line.Amount.Cents % 100:D2}", to[line.Order].Remittance,
        });
        return Spreadsheets.Write([["Opdracht", "Kenmerk", "Betaaldag", "Van rekening", "Naar rekening", "Naam", "Bedrag", "Omschrijving"], .. lines]);
    }

    /// <summary>Only names and accounts, for who looks them up at the bank: nothing can be paid with it.</summary>
    public static byte[] Names(PaymentBatch batch, IReadOnlyDictionary<string, Payee> to) => Spreadsheets.Write(
        [["Kenmerk", "Rekening", "Naam"], .. batch.Claimed.Select(line => new[] { line.Order, to[line.Order].Iban, to[line.Order].Name })]);

    private static Iban Account(string text) => Iban.TryParse(text, out var iban) ? iban
        : throw new InvalidOperationException("An account that was checked when it was given is no account any more.");
}
