namespace Smederijen.Domain.Calendar;

/// <summary>Days on which the municipality works: Monday to Friday, except on <see cref="DutchHolidays"/>.</summary>
public static class WorkingDays
{
    /// <exception cref="ArgumentOutOfRangeException">The date is before <see cref="DutchHolidays.FirstYear"/>.</exception>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !DutchHolidays.IsHoliday(date);

    /// <summary>
    /// The n-th working day after a date; the date itself never counts, whether people work on it or not.
    /// Example: one working day after Friday, Saturday or Sunday is Monday.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="workingDays"/> is below 1 (zero has no answer on a Sunday), or a date on the way is before
    /// <see cref="DutchHolidays.FirstYear"/>.
    /// </exception>
    public static DateOnly AddWorkingDays(DateOnly date, int workingDays)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(workingDays, 1);

        for (var left = workingDays; left > 0;)
        {
            date = date.AddDays(1);
            left -= IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }

    /// <summary>
    /// How many working days were over or had begun since a date, which itself never counts. Example: on Monday, one since Friday, Saturday or
    /// Sunday; none on the date itself.
    /// </summary>
    public static int Since(DateOnly date, DateOnly today)
    {
        var days = 0;
        for (var day = date.AddDays(1); day <= today; day = day.AddDays(1))
            days += IsWorkingDay(day) ? 1 : 0;
        return days;
    }
}
