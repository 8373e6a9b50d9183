using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Payments;

namespace Smederijen.Portal.Bookkeeping;

/// <summary>
/// <c>GET /medewerkers/boeken/regels?kolom=betaald&amp;smederij=…&amp;jaar=…&amp;bron=…</c>: the lines that a number of the books is the sum of, with
/// the day and who did it, which stand in the log of the idea or round.
/// </summary>
public sealed class BookLines(BookReader reader, SettingsBook settings, UnreadableRows unreadable, StaffNames names, IEntityStore store, Looks looks)
{
    public const string Address = BooksDesk.Address + "/regels";
    public const string Column = "kolom";
    public const string Place = "smederij";
    public const string Source = "bron";

    private const int PerPage = 50;

    public static string AddressOf(BookColumn column, string? smederij, string? period, string? source) =>
        $"{Address}?{Column}={BookTexts.Name(column)}"
        + $"{Part(Place, smederij)}{Part(BooksDesk.Year, period)}{Part(Source, source)}";

    public async Task<IResult> Show(HttpContext http)
    {
        var (query, cancellation) = (http.Request.Query, http.RequestAborted);
        var (smederij, period, source) = (Asked(http, Place), Asked(http, BooksDesk.Year), Asked(http, Source));
        if (BookTexts.Column(query[Column].ToString()) is not { } column || (smederij is not null && settings.Current(smederij) is null))
            return Failures.NotFound(http, "Deze regels zijn er niet. Kies een bedrag uit de boeken.");
        var (rounds, orders) = await reader.Lines(smederij is null ? settings.All.Select(one => one.Id) : [smederij], cancellation);
        List<RoundLines> asked = [.. rounds.Where(round => period is null || round.Period == period)];
        var found = asked.SelectMany(round => Of(round, orders, column)).ToList();
        var from = int.TryParse(query["vanaf"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= found.Count
            ? number : 1;
        var shown = found.Skip(from - 1).Take(PerPage).ToList();
        await Note(http, shown);
        return new PageOf<BookLinesPage>(new BookLinesModel(
            column, smederij is null ? null : settings.NameOf(smederij), period, source, found.Sum(line => line.Cents),
            await Told(shown, cancellation), AddressOf(column, smederij, period, source), from > 1 ? Math.Max(1, from - PerPage) : null,
            from + PerPage <= found.Count ? from + PerPage : null)
        {
            PartOfSource = source is null ? null
                : PartOf(source, Books.Of([.. asked.Select(round => round.Booked)], orders.Select(Booked)), column),
        });
    }

    private static IEnumerable<Found> Of(RoundLines round, IEnumerable<PaymentSummary> orders, BookColumn column) =>
    [
        .. from line in round.Lines
           let cents = Books.Part(line.Entry, column)
           where cents != 0
           select new Found(round.Smederij, round.Period, cents) { Number = line.Number, Entry = line.Entry },
        .. from order in orders
           where order.Smederij == round.Smederij && order.Period == round.Period
           let cents = Books.Part(Booked(order), column)
           where cents != 0
           select new Found(round.Smederij, round.Period, cents) { Order = order },
    ];

    private static long PartOf(string source, IEnumerable<BookRow> rows, BookColumn column) => BookSums.BySource(rows)
        .Where(one => string.Equals(one.Name, source, StringComparison.OrdinalIgnoreCase)).Sum(one => one.Amounts[column]);

    private static BookedOrder Booked(PaymentSummary order) =>
        new(order.Id, order.Smederij, order.Period, new Euro(order.Amount), order.Phase, order.Batch);

    private async Task Note(HttpContext http, IEnumerable<Found> shown)
    {
        foreach (var some in shown.GroupBy(line => line.Smederij))
            await looks.Note(http, LookKind.Ledger, some.Key, [.. some.Select(line => line.Period).Distinct()]);
    }

    /// <summary>What the lines are about, when they came and by whom: a look into each idea and round that they name, side by side.</summary>
    private async Task<IReadOnlyList<BookLine>> Told(IReadOnlyList<Found> shown, CancellationToken cancellation)
    {
        var logs = await Task.WhenAll(shown.Where(line => line.Entry is not null).Select(line => (line.Smederij, Log: LogOf(line))).Distinct()
            .Select(log => Moments(log.Smederij, log.Log, cancellation)));
        var moments = logs.SelectMany(some => some).DistinctBy(one => one.Key).ToDictionary(one => one.Key, one => one.Happened);
        var titles = (await Task.WhenAll(shown.GroupBy(line => line.Smederij).Select(async some => (some.Key, Titles: await unreadable.TitlesOf(
            some.Key, some.Select(line => line.Idea).OfType<string>(), cancellation))))).ToDictionary(one => one.Key, one => one.Titles);
        var known = await Task.WhenAll(shown.Select(line => line.Smederij).Append(Partitions.Payments).Distinct()
            .Select(place => names.Known(place, cancellation)));
        IReadOnlyCollection<Contact> everybody = [.. known.SelectMany(some => some)];
        return [.. shown.Select(line =>
            Told(line, moments.GetValueOrDefault((line.Smederij, line.Period, line.Number)), titles[line.Smederij], everybody))];
    }

    private BookLine Told(
        Found line, LoggedEvent? happened, IReadOnlyDictionary<string, string> titles, IReadOnlyCollection<Contact> everybody) => new(
        settings.NameOf(line.Smederij), line.Period, line.Cents,
        line.Order is { } order ? PaymentTexts.Standing(order) : LedgerTexts.Kind(line.Entry!),
        line.Idea is { } idea ? titles.GetValueOrDefault(idea, idea) : LedgerTexts.SourceOf(line.Entry!) ?? "",
        line.Idea is { } id ? $"/medewerkers/ideeen/{line.Smederij}/{id}" : null,
        line.Order is { } paid ? paid.On ?? Amsterdam.DateOf(paid.Since) : happened is null ? null : Amsterdam.DateOf(happened.At),
        line.Order is { } released ? $"{StaffNames.Find(everybody, released.FirstBy)} en {StaffNames.Find(everybody, released.SecondBy)}"
            : happened?.By is { } by ? StaffNames.Find(everybody, by, happened.At) : "")
    {
        Payment = line.Order?.Id,
    };

    private static string LogOf(Found line) => line.Idea is { } idea ? $"idee|{idea}|log|" : $"ronde|{line.Period}|log|";

    /// <summary>By the ledger line that each posted.</summary>
    private async Task<IReadOnlyList<((string, string, int?) Key, LoggedEvent Happened)>> Moments(
        string smederij, string log, CancellationToken cancellation)
    {
        var found = new List<((string, string, int?), LoggedEvent)>();
        await foreach (var row in store.All(smederij, RowRange.Prefix(log), cancellation))
        {
            if (row.TryRead(BookJson.Default.LoggedLine) is { Event: { } happened, Told.Money: { } money })
                found.AddRange(money.Select(posting => ((smederij, posting.Period, (int?)posting.Number), happened)));
        }
        return found;
    }

    private static string? Asked(HttpContext http, string name) => http.Request.Query[name].ToString() is { Length: > 0 } asked ? asked : null;

    private static string Part(string name, string? value) => value is null ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    /// <summary>A line, before anything is looked up about it.</summary>
    private sealed record Found(string Smederij, string Period, long Cents)
    {
        public int? Number { get; init; }

        public LedgerEntry? Entry { get; init; }

        public PaymentSummary? Order { get; init; }

        public string? Idea => Order?.Idea ?? (Entry is null ? null : LedgerTexts.IdeaOf(Entry));
    }
}

/// <summary>A line of the books, as people read it.</summary>
/// <param name="Smederij">By its name.</param>
/// <param name="Cents">What it adds to the number.</param>
/// <param name="For">The title of an idea, or a source.</param>
/// <param name="Href">Of the idea; null where it is about none.</param>
/// <param name="On">Null where no log tells.</param>
/// <param name="Who">Of the staff; empty where it was somebody else, or nobody.</param>
public sealed record BookLine(string Smederij, string Period, long Cents, string What, string For, string? Href, DateOnly? On, string Who)
{
    /// <summary>The id of the order; null for a line of a ledger.</summary>
    public string? Payment { get; init; }
}

/// <summary>What the page with the lines of one number shows.</summary>
/// <param name="Smederij">By its name; null for all.</param>
/// <param name="Period">Null for all years.</param>
/// <param name="Source">Whose part was asked for; null for all sources.</param>
/// <param name="Cents">The number: the sum of all lines, also of those on other pages.</param>
public sealed record BookLinesModel(
    BookColumn Column, string? Smederij, string? Period, string? Source, long Cents, IReadOnlyList<BookLine> Lines, string Address,
    int? Previous, int? Next)
{
    /// <summary>What of the number is of the source, in cents.</summary>
    public long? PartOfSource { get; init; }

    public string? PageFrom(int? from) => from is null ? null : $"{Address}&vanaf={from}";
}

/// <summary>What the books read of a line of a log, of whatever kind.</summary>
internal sealed record LoggedLine(LoggedEvent? Event = null, Told? Told = null);

/// <param name="By">Who of the staff did it; null for somebody else, and for the clock.</param>
internal sealed record LoggedEvent(DateTimeOffset At, string? By = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(LoggedLine))]
internal sealed partial class BookJson : JsonSerializerContext;
