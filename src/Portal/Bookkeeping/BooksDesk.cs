namespace Smederijen.Portal.Bookkeeping;

/// <summary>
/// <c>GET /medewerkers/boeken?jaar=2027</c>: what became of the money, per Smederij and source, of one year and of all years together; and the same
/// as files. At the top it says whether ledgers, orders and files agree.
/// </summary>
public sealed class BooksDesk(BookReader reader, SettingsBook settings, Looks looks, TimeProvider clock)
{
    public const string Address = "/medewerkers/boeken";
    public const string Csv = Address + "/boeken.csv";
    public const string Excel = Address + "/boeken.xlsx";

    public const string Year = "jaar";

    public async Task<IResult> Show(HttpContext http)
    {
        var read = await reader.Read(http.RequestAborted);
        var (asked, present) = (http.Request.Query[Year].ToString(), settings.PresentPeriod(clock.GetUtcNow()));
        if (asked.Length > 0 && !read.Periods.Contains(asked))
            return Failures.NotFound(http, "Van dit jaar zijn er geen boeken. Kies een jaar uit het overzicht van de boeken.");
        return new PageOf<BooksPage>(new BooksModel(
            read, asked.Length > 0 ? asked : read.Periods.Contains(present) ? present : read.Periods.FirstOrDefault(present), settings.NameOf));
    }

    /// <summary>A line per Smederij, year and source.</summary>
    public async Task<IResult> ShowCsv(HttpContext http) => new SentFile(
        "boeken.csv", SentFile.Csv, Spreadsheets.Write(BookFiles.Rows(await reader.Read(http.RequestAborted), settings.NameOf)));

    /// <summary>The same, the totals, and every line behind them.</summary>
    public async Task<IResult> ShowExcel(HttpContext http)
    {
        await looks.Note(http, LookKind.Ledger, Partitions.Payments, "boeken");
        return new SentFile("boeken.xlsx", SentFile.Excel, await Spreadsheets.Workbook(BookFiles.All(await reader.Read(http.RequestAborted), settings.NameOf)));
    }
}

/// <summary>What the page of the books shows.</summary>
/// <param name="Year">The year that is shown in full.</param>
public sealed record BooksModel(BooksRead Read, string Year, Func<string, string> NameOf)
{
    /// <summary>So many differences stand on the page; who looks into them begins with the first.</summary>
    public const int MostDoubts = 20;

    public IReadOnlyList<BookRow> Rows { get; } = [.. Read.Rows.Where(row => row.Period == Year)];

    /// <summary>What each source has in the year; empty where it is one source, or none.</summary>
    public IReadOnlyList<BookSource> Sources => BookSums.BySource(Rows) is { Count: > 1 } sources ? sources : [];

    public IReadOnlyList<BookDoubt> Doubts => [.. Read.Faults.Take(MostDoubts).Select(fault => BookTexts.Doubt(fault, NameOf))];
}

/// <summary>Books added up.</summary>
internal static class BookSums
{
    public static BookAmounts Of(IEnumerable<BookRow> rows) => rows.Aggregate(BookAmounts.None, (sum, row) => sum + row.Amounts);

    /// <summary>Two spellings of a name are one source.</summary>
    public static IReadOnlyList<BookSource> BySource(IEnumerable<BookRow> rows) =>
        [.. rows.SelectMany(row => row.Sources).GroupBy(source => source.Name, StringComparer.OrdinalIgnoreCase)
            .Select(source => new BookSource(source.Key, source.Aggregate(BookAmounts.None, (sum, one) => sum + one.Amounts)))];
}
