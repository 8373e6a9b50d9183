namespace Smederijen.Portal.Ledgers;

/// <summary>What of the money of a round came from another year, or went on or back, in words.</summary>
public static class MoneyMoves
{
    /// <summary>Each amount with the year that it came from or went to. Reads nothing where no money moved.</summary>
    public static async Task<IReadOnlyList<MoneyMove>> Read(UnreadableRows unreadable, RoundKey key, Ledger ledger, CancellationToken cancellation)
    {
        if (IsEmpty(ledger))
            return [];
        var moves = Of(await unreadable.All(key.Smederij, RoundKeys.LedgerLines(key.Period), DomainJson.Default.LedgerEntry, cancellation));
        // A line that cannot be read leaves a year out: then the totals tell, without years.
        return moves.Sum(move => move.Cents) == ledger.Total.Cents - ledger.Allotted.Cents ? moves : WithoutYears(ledger);
    }

    public static IReadOnlyList<MoneyMove> Of(IReadOnlyCollection<LedgerEntry> entries) =>
    [
        .. entries.OfType<LedgerEntry.CarryIn>().GroupBy(Label).OrderBy(year => year.Key, StringComparer.Ordinal)
            .Select(year => new MoneyMove(year.Key, year.Sum(entry => entry.Amount.Cents))),
        .. entries.OfType<LedgerEntry.CarryOut>().GroupBy(Label).OrderBy(year => year.Key, StringComparer.Ordinal)
            .Select(year => new MoneyMove(year.Key, -year.Sum(entry => entry.Amount.Cents))),
        .. Returned(entries.OfType<LedgerEntry.Return>().Sum(entry => entry.Amount.Cents)),
    ];

    public static string Label(LedgerEntry.CarryIn entry) =>
        entry.Of is not null ? $"Overgenomen van een opgeheven Smederij, uit {entry.From}" : $"Overgenomen uit {entry.From}";

    public static string Label(LedgerEntry.CarryOut entry) =>
        entry.Into is not null ? $"Meegegeven aan de Smederij die hierna komt, voor {entry.To}" : $"Meegenomen naar {entry.To}";

    private static bool IsEmpty(Ledger ledger) => (ledger.CarriedIn, ledger.CarriedOut, ledger.Returned) == (Euro.Zero, Euro.Zero, Euro.Zero);

    private static IReadOnlyList<MoneyMove> WithoutYears(Ledger ledger) =>
    [
        .. ledger.CarriedIn > Euro.Zero ? [new MoneyMove("Overgenomen uit eerdere jaren", ledger.CarriedIn.Cents)] : (MoneyMove[])[],
        .. ledger.CarriedOut > Euro.Zero ? [new MoneyMove("Meegenomen naar latere jaren", -ledger.CarriedOut.Cents)] : (MoneyMove[])[],
        .. Returned(ledger.Returned.Cents),
    ];

    private static MoneyMove[] Returned(long cents) => cents > 0 ? [new MoneyMove("Teruggegeven aan de geldgevers", -cents)] : [];
}
