using NodaTime;

namespace Smederijen.Domain.Calendar;

/// <summary>
/// Between instants and the calendar on the wall in Hoogeveen. The zone rules come with the program, so every machine
/// gives the same answer. Instants are returned in UTC (offset zero); an instant handed in may have any offset.
/// </summary>
public static class Amsterdam
{
    private static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    public static DateOnly DateOf(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone).Date.ToDateOnly();

    /// <summary>What the clocks in Hoogeveen show at that instant.</summary>
    public static TimeOnly TimeOf(DateTimeOffset instant) =>
        Instant.FromDateTimeOffset(instant).InZone(Zone).TimeOfDay.ToTimeOnly();

    public static DateTimeOffset StartOfDay(DateOnly date) =>
        Zone.AtStartOfDay(LocalDate.FromDateOnly(date)).ToInstant().ToDateTimeOffset();

    /// <summary>The instant at which the day is over: the start of the next day, which is no longer part of this one.</summary>
    public static DateTimeOffset EndOfDay(DateOnly date) => StartOfDay(date.AddDays(1));

    /// <summary>
    /// The instant at which clocks show this time. In the night that an hour is skipped, a time within that hour becomes
    /// one hour later (02:30 is 03:30 summer time); in the night that an hour comes twice, it is the earlier one.
    /// </summary>
    public static DateTimeOffset At(DateOnly date, TimeOnly time) =>
        Zone.AtLeniently(LocalDate.FromDateOnly(date) + LocalTime.FromTimeOnly(time)).ToInstant().ToDateTimeOffset();
}
