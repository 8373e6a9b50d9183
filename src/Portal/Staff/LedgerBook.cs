using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Staff;

/// <summary><c>GET /medewerkers/geld/{smederij}</c>: every line of a round's ledger, whether they add up to its totals, and are as they were
/// written. It shows them as they lie in the store: whoever looks for what was changed has to see it.</summary>
public sealed class LedgerBook(PlainStore plain, SettingsBook settings, Stamps stamps, Looks looks, UnreadableRows unreadable)
{
    private const int LinesPerPage = 50;

    private readonly IEntityStore store = plain.Rows;

    public async Task<IResult> Show(HttpContext http)
    {
        var cancellation = http.RequestAborted;
        if (settings.Current(http.Request.RouteValues["smederij"] as string ?? "") is not { } smederij)
            return Failures.NotFound(http, "Deze Smederij bestaat niet. Kies een Smederij uit het overzicht.");
        var period = http.Request.Query["ronde"].ToString() is { Length: > 0 } asked ? asked : smederij.Round.Period;
        if (!RoundKeys.IsPeriod(period) || await store.Get(smederij.Id, RoundKeys.Round(period), cancellation) is not { } row)
            return Failures.NotFound(http, "Deze ronde bestaat niet. Kies een Smederij uit het overzicht.");
        await looks.Note(http, LookKind.Ledger, smederij.Id, period);
        // A line that cannot be read is missing below, so the totals do not add up and the page says so.
        var rows = await store.All(smederij.Id, RoundKeys.LedgerLines(period), cancellation).ToListAsync(cancellation);
        var entries = await unreadable.Read(smederij.Id, rows, DomainJson.Default.LedgerEntry);
        var stamp = await stamps.Get(cancellation);
        var from = int.TryParse(http.Request.Query["vanaf"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            && number <= entries.Count ? number : 1;
        var shown = entries.Skip(from - 1).Take(LinesPerPage).ToList();
        return new PageOf<LedgerBookPage>(new LedgerBookModel(
            smederij, row.Read(LedgerJson.Default.StoredRound).Item,
            rows.Append(row).All(one => stamp.IsGenuine(smederij.Id, one)) ? Ledger.TryReplay(entries) : null, entries.Count, from, shown,
            from > 1 ? Math.Max(1, from - LinesPerPage) : null, from + LinesPerPage <= entries.Count ? from + LinesPerPage : null,
            await unreadable.TitlesOf(smederij.Id, shown.Select(LedgerTexts.IdeaOf).OfType<string>(), cancellation))
        {
            Moves = MoneyMoves.Of(entries),
        });
    }
}

/// <param name="Replayed">The totals that the lines lead to; null when they lead nowhere, or one was not written by this portal.</param>
/// <param name="Entries">How many lines there are in all.</param>
/// <param name="From">The number of the first line that is shown.</param>
/// <param name="Titles">The titles of the ideas in the lines that are shown.</param>
public sealed record LedgerBookModel(
    SmederijSettings Smederij, Round Round, Ledger? Replayed, int Entries, int From, IReadOnlyList<LedgerEntry> Shown,
    int? Previous, int? Next, IReadOnlyDictionary<string, string> Titles)
{
    /// <summary>What came from other years, or went there or back.</summary>
    public IReadOnlyList<MoneyMove> Moves { get; init; } = [];

    public bool AddsUp => Replayed == Round.Ledger && Entries == Round.Entries;
}
