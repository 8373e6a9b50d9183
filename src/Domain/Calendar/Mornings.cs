namespace Smederijen.Domain.Calendar;

/// <summary>
/// The moment of mails that gather what waits: 08:00 in Amsterdam on a working day, before people begin. On the wall it is the same hour all
/// year, so between two of them an hour comes or goes when the clocks change. Results are in UTC.
/// </summary>
public static class Mornings
{
    private static readonly TimeOnly Hour = new(8, 0);

    /// <summary>The first one after an instant. After Friday 08:00 that is Monday 08:00.</summary>
    public static DateTimeOffset After(DateTimeOffset instant) =>
        From(Amsterdam.DateOf(instant)) is var next && next > instant ? next : From(Amsterdam.DateOf(instant).AddDays(1));

    /// <summary>The first one on a day or after it.</summary>
    /// <inheritdoc cref="WorkingDays.IsWorkingDay" path="/exception"/>
    public static DateTimeOffset From(DateOnly day) =>
        Amsterdam.At(WorkingDays.IsWorkingDay(day) ? day : WorkingDays.AddWorkingDays(day, 1), Hour);
}
