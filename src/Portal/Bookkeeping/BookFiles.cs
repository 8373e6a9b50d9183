using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Payments;

namespace Smederijen.Portal.Bookkeeping;

/// <summary>The books as tables to download. They name ideas by their number and nobody at all.</summary>
internal static class BookFiles
{
    /// <summary>A line per Smederij, year and source, without totals: whoever adds it up counts nothing twice.</summary>
    public static Sheet Rows(BooksRead read, Func<string, string> nameOf) => new(
        "Boeken", ["Jaar", "Smederij", "Geldgever", .. Heads],
        [
            .. from row in read.Rows
               from source in row.Sources.IsEmpty ? [new BookSource("", row.Amounts)] : row.Sources
               select (IReadOnlyList<SheetCell>)[row.Period, nameOf(row.Smederij), SourceTexts.Name(source.Name), .. Cells(source.Amounts)],
        ]);

    public static IReadOnlyList<Sheet> All(BooksRead read, Func<string, string> nameOf) =>
    [
        Rows(read, nameOf),
        new(
            "Totalen", ["Jaar", .. Heads],
            [
                .. read.Rows.GroupBy(row => row.Period).OrderBy(year => year.Key, StringComparer.Ordinal).Select(year => Total(year.Key, year)),
                Total("Alle jaren", read.Rows),
            ]),
        new(
            "Kasboek", ["Jaar", "Smederij", "Regel", "Wat", "Idee", "Betaling", "Geldgever", "Bedrag"],
            [.. read.Rounds.SelectMany(round => round.Lines.Select(line => Line(round, line.Number, line.Entry, nameOf)))]),
        new(
            "Betalingen", ["Jaar", "Smederij", "Betaling", "Idee", "Stand", "Betaald of terug op", "Betaalopdracht", "Bedrag"],
            [.. read.Orders.Select(order => Line(order, nameOf))]),
        new(
            "Klopt het", ["Nagekeken", "Wat er niet klopt"],
            [
                [Dutch.DateTime(read.At), read.Faults.IsEmpty ? $"{BookTexts.Agrees}." : "De boeken kloppen niet."],
                .. read.Faults.Select(fault => (IReadOnlyList<SheetCell>)["", BookTexts.Doubt(fault, nameOf).Words]),
            ]),
    ];

    private static IEnumerable<string> Heads => Books.Columns.Select(BookTexts.Label);

    private static IEnumerable<SheetCell> Cells(BookAmounts amounts) => Books.Columns.Select(column => (SheetCell)amounts[column]);

    private static IReadOnlyList<SheetCell> Total(string year, IEnumerable<BookRow> rows) => [year, .. Cells(BookSums.Of(rows))];

    private static IReadOnlyList<SheetCell> Line(RoundLines round, int number, LedgerEntry entry, Func<string, string> nameOf) =>
    [
        round.Period, nameOf(round.Smederij), $"{number}", LedgerTexts.Kind(entry), LedgerTexts.IdeaOf(entry) ?? "",
        LedgerTexts.PaymentOf(entry) ?? "", LedgerTexts.SourceOf(entry) ?? "", entry.Amount.Cents,
    ];

    private static IReadOnlyList<SheetCell> Line(PaymentSummary order, Func<string, string> nameOf) =>
    [
        order.Period, nameOf(order.Smederij), order.Id, order.Idea, PaymentTexts.Label(order.Phase), order.On is { } on ? $"{on:yyyy-MM-dd}" : "",
        order.Batch is { } batch ? PaymentFiles.MessageOf(batch) : "", order.Amount,
    ];
}
