using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Calendar;
using static Smederijen.Domain.Tests.Calendar.Written;

namespace Smederijen.Domain.Tests.Calendar;

public class When_it_is_that_time_in_Amsterdam
{
    [Theory]
    [InlineData("2026-01-15", "2026-01-14T23:00Z", "2026-01-15T23:00Z")]
    [InlineData("2026-07-15", "2026-07-14T22:00Z", "2026-07-15T22:00Z")]
    [InlineData("2026-03-29", "2026-03-28T23:00Z", "2026-03-29T22:00Z")]
    [InlineData("2026-10-25", "2026-10-24T22:00Z", "2026-10-25T23:00Z")]
    public void A_day_runs_from_midnight_to_midnight_there(string date, string start, string end)
    {
        Amsterdam.StartOfDay(Day(date)).ShouldBe(Utc(start));
        Amsterdam.EndOfDay(Day(date)).ShouldBe(Utc(end));
    }

    [Theory]
    [InlineData("2026-06-01", "09:00", "2026-06-01T07:00Z", "summer time")]
    [InlineData("2026-12-01", "09:00", "2026-12-01T08:00Z", "winter time")]
    [InlineData("2026-03-29", "01:59", "2026-03-29T00:59Z", "just before the skipped hour")]
    [InlineData("2026-03-29", "02:30", "2026-03-29T01:30Z", "in the skipped hour, as 03:30")]
    [InlineData("2026-03-29", "03:00", "2026-03-29T01:00Z", "just after the skipped hour")]
    [InlineData("2026-10-25", "02:30", "2026-10-25T00:30Z", "in the double hour, the earlier")]
    [InlineData("2026-10-25", "03:00", "2026-10-25T02:00Z", "just after the double hour")]
    public void A_time_on_the_clock_is_one_instant(string date, string time, string expected, string because) =>
        Amsterdam.At(Day(date), TimeOnly.ParseExact(time, "HH:mm")).ShouldBe(Utc(expected), because);

    [Fact]
    public void Every_year_has_one_day_of_23_hours_one_of_25_and_no_other_odd_days()
    {
        foreach (var year in Enumerable.Range(2020, 41))
        {
            DaysOf(year).Where(day => HoursIn(day) != 24).Select(day => (day, HoursIn(day)))
                .ShouldBe([(LastSundayOf(year, 3), 23), (LastSundayOf(year, 10), 25)]);
        }
    }

    [Fact]
    public void The_start_of_a_day_is_on_that_day_and_its_end_is_not() =>
        Prop.ForAll(AnyMoment.Date, date =>
        {
            Amsterdam.DateOf(Amsterdam.StartOfDay(date)).ShouldBe(date);
            Amsterdam.DateOf(Amsterdam.StartOfDay(date).AddTicks(-1)).ShouldBe(date.AddDays(-1));
            Amsterdam.DateOf(Amsterdam.EndOfDay(date).AddTicks(-1)).ShouldBe(date);
            Amsterdam.EndOfDay(date).ShouldBe(Amsterdam.StartOfDay(date.AddDays(1)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_instant_falls_within_its_day() =>
        Prop.ForAll(AnyMoment.Instant, instant =>
        {
            var date = Amsterdam.DateOf(instant);
            instant.ShouldBeGreaterThanOrEqualTo(Amsterdam.StartOfDay(date));
            instant.ShouldBeLessThan(Amsterdam.EndOfDay(date));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_offset_of_an_instant_makes_no_difference() =>
        Prop.ForAll(AnyMoment.Instant, instant => Amsterdam.DateOf(instant.ToUniversalTime()).ShouldBe(Amsterdam.DateOf(instant)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Later_instants_never_have_an_earlier_date() =>
        Prop.ForAll(AnyMoment.Instant, AnyMoment.Count(0, 100_000), (instant, minutes) =>
            Amsterdam.DateOf(instant.AddMinutes(minutes)).ShouldBeGreaterThanOrEqualTo(Amsterdam.DateOf(instant)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Every_time_of_a_day_is_on_that_day_in_UTC_notation() =>
        Prop.ForAll(AnyMoment.Date, AnyMoment.Count(0, 24 * 60 - 1), (date, minute) =>
        {
            var instant = Amsterdam.At(date, new TimeOnly(minute / 60, minute % 60));
            Amsterdam.DateOf(instant).ShouldBe(date);
            instant.Offset.ShouldBe(TimeSpan.Zero);
            Amsterdam.StartOfDay(date).Offset.ShouldBe(TimeSpan.Zero);
        }).QuickCheckThrowOnFailure();

    private static int HoursIn(DateOnly day) => (int)(Amsterdam.EndOfDay(day) - Amsterdam.StartOfDay(day)).TotalHours;

    private static IEnumerable<DateOnly> DaysOf(int year)
    {
        var first = new DateOnly(year, 1, 1);
        return Enumerable.Range(0, first.AddYears(1).DayNumber - first.DayNumber).Select(first.AddDays);
    }

    private static DateOnly LastSundayOf(int year, int month) =>
        DaysOf(year).Last(day => day.Month == month && day.DayOfWeek == DayOfWeek.Sunday);
}
