using System.Collections.Concurrent;

namespace Smederijen.Domain.Calendar;

/// <summary>A public holiday, named as people in the Netherlands know it: <c>26 April 2025, "Koningsdag"</c>.</summary>
public sealed record Holiday(DateOnly Date, string Name);

/// <summary>The holidays on which the municipality is closed, computed for any year from <see cref="FirstYear"/>.</summary>
/// <remarks>
/// <para>
/// These are days off under the Cao Gemeenten. They say when reviewers work, not when a term in a law ends:
/// the Algemene termijnenwet (article 3) also counts Goede Vrijdag and has 5 May in every year.
/// </para>
/// <para>Goede Vrijdag is left out on purpose: it is no official day off and the municipality works on it.</para>
/// </remarks>
public static class DutchHolidays
{
    /// <summary>The first year with the rules below; the scheme itself began in 2007.</summary>
    public const int FirstYear = 1980;

    /// <summary>A year's days never change, and every term asks for them day by day.</summary>
    private static readonly ConcurrentDictionary<int, IReadOnlyList<Holiday>> Reckoned = [];

    /// <summary>
    /// The holidays of a year by date. Two may share a date: in 2005 Hemelvaartsdag was on Bevrijdingsdag.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The year is before <see cref="FirstYear"/>.</exception>
    public static IReadOnlyList<Holiday> Of(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, FirstYear);
        return Reckoned.GetOrAdd(year, Reckon);
    }

    /// <summary>Whether the municipality is closed on this date for a holiday. A plain Sunday is not a holiday.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The date is before <see cref="FirstYear"/>.</exception>
    public static bool IsHoliday(DateOnly date) => Of(date.Year).Any(holiday => holiday.Date == date);

    private static IReadOnlyList<Holiday> Reckon(int year)
    {
        var easter = Easter.Sunday(year);
        Holiday[] holidays =
        [
            new(new DateOnly(year, 1, 1), "Nieuwjaarsdag"),
            new(easter, "Eerste Paasdag"),
            new(easter.AddDays(1), "Tweede Paasdag"),
            BirthdayOfTheMonarch(year),
            .. LiberationDay(year),
            new(easter.AddDays(39), "Hemelvaartsdag"),
            new(easter.AddDays(49), "Eerste Pinksterdag"),
            new(easter.AddDays(50), "Tweede Pinksterdag"),
            new(new DateOnly(year, 12, 25), "Eerste Kerstdag"),
            new(new DateOnly(year, 12, 26), "Tweede Kerstdag"),
        ];
        return [.. holidays.OrderBy(holiday => holiday.Date)];
    }

    /// <summary>
    /// Koningsdag is on 27 April since 2014; before, Koninginnedag was on 30 April. Neither is held on a Sunday:
    /// it moves to the Saturday before. (Until 1980 it moved to the Monday after, hence <see cref="FirstYear"/>.)
    /// </summary>
    private static Holiday BirthdayOfTheMonarch(int year) =>
        year >= 2014
            ? new(NotOnSunday(new DateOnly(year, 4, 27)), "Koningsdag")
            : new(NotOnSunday(new DateOnly(year, 4, 30)), "Koninginnedag");

    /// <summary>
    /// Bevrijdingsdag is a day off every year since 2024 (Cao Gemeenten 2023, article 6.6). Before, each municipality
    /// chose for itself; for those years we count the national custom, once in five years.
    /// </summary>
    private static IEnumerable<Holiday> LiberationDay(int year) =>
        year >= 2024 || year % 5 == 0 ? [new(new DateOnly(year, 5, 5), "Bevrijdingsdag")] : [];

    private static DateOnly NotOnSunday(DateOnly date) => date.DayOfWeek == DayOfWeek.Sunday ? date.AddDays(-1) : date;
}
