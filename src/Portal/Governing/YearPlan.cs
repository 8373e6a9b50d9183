namespace Smederijen.Portal.Governing;

/// <summary>Which year is to be opened, and what its rounds are like when nobody changes anything.</summary>
public static class YearPlan
{
    /// <summary>The calendar year that a budget period is; null when it is called otherwise.</summary>
    public static int? YearOf(string? period) => period?.Length == 4 && int.TryParse(
        period, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and < 9999 ? year : null;

    /// <summary>
    /// The year after the last one that has a round here, or for which somebody said that it has none; null where periods are no years.
    /// </summary>
    /// <param name="leftOut">The last year without a round because somebody said so.</param>
    public static int? After(string period, string? leftOut) =>
        YearOf(period) is { } year ? Math.Max(year, YearOf(leftOut) ?? 0) + 1 : null;

    /// <summary>
    /// The first year that is missing somewhere by the clock. A year that was agreed on stays the one until it begins, so that people find back
    /// what they opened.
    /// </summary>
    public static int? First(SettingsBook book) =>
        book.GoingOn.Select(smederij => After(smederij.Round.Period, book.LeftOut(smederij.Id))).Where(year => year is not null).Min();

    /// <summary>The same round, as many years later.</summary>
    /// <exception cref="ArgumentException">Its period is no year.</exception>
    public static RoundSettings Proposal(RoundSettings round, int year) => YearOf(round.Period) is not { } now
        ? throw new ArgumentException($"The period {round.Period} is no year.", nameof(round))
        : round with { Period = $"{year}", ClosesOn = round.ClosesOn.AddYears(Math.Clamp(year - now, 0, 9998 - round.ClosesOn.Year)) };

    /// <summary>The day after the last round is over, or tomorrow when that is past.</summary>
    public static DateOnly FirstDay(IEnumerable<RoundSettings> rounds, DateOnly today) =>
        rounds.Select(round => round.ClosesOn).Append(today).Max().AddDays(1);
}
