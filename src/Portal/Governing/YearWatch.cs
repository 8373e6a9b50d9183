namespace Smederijen.Portal.Governing;

/// <summary>
/// Tells staff that a year is to be opened: from eight weeks before the last day of a round that no other follows, and until one does. It goes
/// by the settings alone, so it is right at every moment and in every process.
/// </summary>
public static class YearWatch
{
    /// <summary>From so many days before the last day.</summary>
    public const int DaysBefore = 56;

    /// <summary>How many Smederijen are called by their names.</summary>
    private const int MostNames = 3;

    private const int WeekDays = 7;

    /// <summary>The warnings of a moment, what is too late first.</summary>
    public static IReadOnlyList<YearWarning> At(DateTimeOffset now, SettingsBook book) => At(now,
        book.GoingOn.Where(smederij => book.Coming(smederij.Id) is null)
            .Select(smederij => new WatchedRound(smederij.Name, smederij.Round, book.LeftOut(smederij.Id))));

    /// <summary>The rounds that run, as the reminders by mail look at them: by the same rules as the board.</summary>
    public static RunningRounds RunningIn(SettingsBook book) => new(
    [
        .. book.GoingOn.Where(smederij => YearPlan.YearOf(smederij.Round.Period) is not null)
            .Select(smederij => new RunningRound(smederij.Round.ClosesOn, IsFollowed(smederij, book))),
    ]);

    /// <summary>The Smederijen whose round no other follows, and for which nobody said that there is none.</summary>
    public static IReadOnlyList<SmederijSettings> NotFollowed(SettingsBook book) =>
        [.. book.GoingOn.Where(smederij => YearPlan.YearOf(smederij.Round.Period) is not null && !IsFollowed(smederij, book))];

    /// <summary>Whether there is no round because somebody said so: until the last day that it would have had.</summary>
    public static bool IsSkipped(SmederijSettings smederij, SettingsBook book, DateTimeOffset now) =>
        new WatchedRound(smederij.Name, smederij.Round, book.LeftOut(smederij.Id)) is { SkipsYear: true, LastDay: var day }
        && day >= Amsterdam.DateOf(now);

    private static bool IsFollowed(SmederijSettings smederij, SettingsBook book) => book.Coming(smederij.Id) is not null
        || new WatchedRound(smederij.Name, smederij.Round, book.LeftOut(smederij.Id)).SkipsYear;

    /// <param name="rounds">Those that no other round follows.</param>
    public static IReadOnlyList<YearWarning> At(DateTimeOffset now, IEnumerable<WatchedRound> rounds)
    {
        var known = rounds.Where(round => round.Next is not null).ToList();
        var today = Amsterdam.DateOf(now);
        return
        [
            .. known.Where(round => round.LastDay < today).GroupBy(round => round.Next!.Value).OrderBy(group => group.Key)
                .Select(group => Forgotten(group.Key, [.. group])),
            .. known.Where(round => !round.SkipsYear && round.LastDay >= today && round.LastDay.DayNumber - today.DayNumber <= DaysBefore)
                .GroupBy(round => (Year: round.Next!.Value, round.LastDay, round.Round.Period)).OrderBy(group => group.Key.LastDay)
                .Select(group => Near(group.Key.Year, group.Key.Period, group.Key.LastDay, today, [.. group])),
        ];
    }

    private static YearWarning Forgotten(int year, IReadOnlyList<WatchedRound> rounds) => new(
        year, IsLate: true, $"{Where(rounds, capital: true)} loopt geen ronde, en er is er ook geen afgesproken",
        $"Ideeën krijgen daar geen geld, en bewoners lezen dat de ronde voorbij is. Open het jaar {year}.");

    private static YearWarning Near(int year, string period, DateOnly lastDay, DateOnly today, IReadOnlyList<WatchedRound> rounds) => new(
        year, IsLate: false, $"De ronde van {period} sluit {In(lastDay.DayNumber - today.DayNumber)} {Where(rounds, capital: false)}",
        $"De laatste dag is {Dutch.DateWithDay(lastDay)}. Open het jaar {year}.");

    /// <summary>How long it takes to a last day.</summary>
    public static string In(int days) => days switch
    {
        0 => "na vandaag",
        1 => "na morgen",
        < 2 * WeekDays => $"over {Dutch.Count(days, "dag", "dagen")}",
        _ => $"over {days / WeekDays} weken",
    };

    private static string Where(IReadOnlyList<WatchedRound> rounds, bool capital) => (capital ? "In " : "in ") + (rounds.Count > MostNames
        ? $"{rounds.Count} Smederijen" : string.Join(" en in ", rounds.Select(round => round.Name)));
}

/// <summary>A warning of staff about a year.</summary>
/// <param name="Year">The one to open.</param>
/// <param name="IsLate">The last day is over.</param>
public sealed record YearWarning(int Year, bool IsLate, string Title, string Detail);

/// <summary>A round that no other follows.</summary>
/// <param name="Name">Of its Smederij.</param>
/// <param name="LeftOut">The last year without a round because somebody said so.</param>
public sealed record WatchedRound(string Name, RoundSettings Round, string? LeftOut = null)
{
    /// <summary>The year to open; null where periods are no years.</summary>
    public int? Next => YearPlan.After(Round.Period, LeftOut);

    /// <summary>Somebody said that there is no round in the year after this one.</summary>
    public bool SkipsYear => YearPlan.YearOf(Round.Period) + 1 < Next;

    /// <summary>After this day it is missed: that of the round, or as many years later as somebody left out.</summary>
    public DateOnly LastDay => SkipsYear ? YearPlan.Proposal(Round, Next!.Value - 1).ClosesOn : Round.ClosesOn;
}
