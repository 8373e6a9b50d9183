using System.Text.RegularExpressions;

namespace Smederijen.Banking;

/// <summary>
/// Why a bank would refuse a file, in Dutch sentences that say what to do. A payment is named by its identification, never by its payee.
/// </summary>
internal static partial class PaymentFaults
{
    public const int LongestId = 35;

    /// <summary>What one payment in SEPA may be at most: € 999.999.999,99 (EPC132-08).</summary>
    private const long MostCents = 99_999_999_999;

    public static IEnumerable<string> Of(PaymentFile file)
    {
        var transfers = file.Transfers.IsDefault ? [] : file.Transfers;
        if (!IsId(file.MessageId))
            yield return $"Het kenmerk van het bestand klopt niet. {HowToWriteAnId}";
        if (transfers.IsEmpty)
            yield return "Er staat geen betaling in het bestand. Kies ten minste één betaling.";
        if (file.ExecuteOn < Amsterdam.DateOf(file.CreatedAt))
            yield return "De bank kan niet betalen op een dag die voorbij is. Kies vandaag of een latere dag.";
        foreach (var fault in OfPayer(file.Payer))
            yield return fault;
        foreach (var twice in transfers.CountBy(transfer => transfer.EndToEndId, StringComparer.Ordinal).Where(id => id.Value > 1))
            yield return $"Het kenmerk {Shown(twice.Key)} staat bij {twice.Value} betalingen. Geef elke betaling een eigen kenmerk.";
        foreach (var fault in transfers.SelectMany(OfTransfer))
            yield return fault;
    }

    private static IEnumerable<string> OfPayer(Payer payer)
    {
        if (string.IsNullOrWhiteSpace(payer.Name))
            yield return "De naam van de betaler ontbreekt. Vul de naam in die bij de rekening hoort.";
        if (payer.Bic is { } bic && !Bic().IsMatch(bic))
            yield return "De BIC van uw bank klopt niet. Vul 8 of 11 letters en cijfers in, of laat de BIC weg.";
        if (payer.Address is { } address && !IsWhole(address))
            yield return $"Het adres van de betaler is niet compleet. {HowToWriteAnAddress}";
    }

    private static IEnumerable<string> OfTransfer(Transfer transfer)
    {
        var which = $"Betaling {Shown(transfer.EndToEndId)}:";
        if (!IsId(transfer.EndToEndId) || transfer.EndToEndId == NotProvided.Word)
            yield return $"{which} het kenmerk klopt niet. {HowToWriteAnId}";
        if (transfer.Amount == Euro.Zero)
            yield return $"{which} het bedrag is nul. Vul een bedrag in, of haal de betaling weg.";
        if (transfer.Amount.Cents > MostCents)
            yield return $"{which} het bedrag is te hoog voor één betaling. Betaal ten hoogste € 999.999.999,99 in één keer.";
        if (string.IsNullOrWhiteSpace(transfer.PayeeName))
            yield return $"{which} de naam van de ontvanger ontbreekt. Vul de naam in die bij de rekening hoort.";
        if (transfer.Address is { } address && !IsWhole(address))
            yield return $"{which} het adres van de ontvanger is niet compleet. {HowToWriteAnAddress}";
    }

    private const string HowToWriteAnId = "Gebruik ten hoogste 35 letters, cijfers en streepjes.";
    private const string HowToWriteAnAddress = "Vul ten minste de plaats in, en het land met twee hoofdletters, zoals NL.";

    private static bool IsId(string? id) => id is not null && BankText.IsSafe(id, LongestId);

    private static bool IsWhole(PayeeAddress address) =>
        !string.IsNullOrWhiteSpace(address.Town) && address.Country is { Length: 2 } country && country.All(char.IsAsciiLetterUpper);

    private static string Shown(string? id) => string.IsNullOrEmpty(id) ? "zonder kenmerk" : BankText.Safe(id, LongestId);

    [GeneratedRegex("^[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}([A-Z0-9]{3})?$", RegexOptions.CultureInvariant)]
    private static partial Regex Bic();
}
