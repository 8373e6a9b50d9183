namespace Smederijen.Domain.Calendar;

/// <summary>
/// When a term ends that starts at an instant. People count in days on the calendar in Amsterdam, so the hour at which
/// a term starts makes no difference. Results are in UTC.
/// </summary>
public static class Terms
{
    /// <summary>Reminders go out when people start their working day.</summary>
    private static readonly TimeOnly StartOfOffice = new(9, 0);

    /// <summary>
    /// The end of the calendar day that is <paramref name="days"/> later; zero is the end of today. Seven days from
    /// any time on Monday 1 June is midnight after Monday 8 June. The term is over at this instant, not after it.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is negative.</exception>
    public static DateTimeOffset DaysAfter(DateTimeOffset from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        return Amsterdam.EndOfDay(Amsterdam.DateOf(from).AddDays(days));
    }

    /// <summary>09:00 on the n-th working day after today.</summary>
    /// <inheritdoc cref="WorkingDays.AddWorkingDays" path="/exception"/>
    public static DateTimeOffset WorkingDaysAfter(DateTimeOffset from, int workingDays) =>
        Amsterdam.At(WorkingDays.AddWorkingDays(Amsterdam.DateOf(from), workingDays), StartOfOffice);

    /// <summary>
    /// 09:00 on the same day of the month, or on its last day where the month is shorter: one month after 31 January
    /// is 28 or 29 February. Also on a Sunday or holiday.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is below 1: 09:00 today may be past.</exception>
    public static DateTimeOffset MonthsAfter(DateTimeOffset from, int months)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(months, 1);
        return Amsterdam.At(Amsterdam.DateOf(from).AddMonths(months), StartOfOffice);
    }
}
