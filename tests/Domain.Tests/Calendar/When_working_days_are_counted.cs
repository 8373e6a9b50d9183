using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Calendar;
using static Smederijen.Domain.Tests.Calendar.Written;

namespace Smederijen.Domain.Tests.Calendar;

public class When_working_days_are_counted
{
    [Theory]
    [InlineData("2026-06-05", 1, "2026-06-08", "Friday to Monday")]
    [InlineData("2026-06-06", 1, "2026-06-08", "Saturday to Monday")]
    [InlineData("2026-06-07", 1, "2026-06-08", "Sunday to Monday")]
    [InlineData("2026-06-08", 5, "2026-06-15", "a week without holidays")]
    [InlineData("2026-04-02", 1, "2026-04-03", "Goede Vrijdag is a working day")]
    [InlineData("2026-04-02", 2, "2026-04-07", "over Easter")]
    [InlineData("2026-04-24", 1, "2026-04-28", "over Koningsdag on a Monday")]
    [InlineData("2025-04-25", 1, "2025-04-28", "over Koningsdag on a Saturday")]
    [InlineData("2026-05-04", 8, "2026-05-18", "over Bevrijdingsdag and Hemelvaartsdag")]
    [InlineData("2026-12-24", 1, "2026-12-28", "over Christmas")]
    [InlineData("2026-12-31", 1, "2027-01-04", "over New Year")]
    public void Weekends_and_holidays_are_skipped(string from, int workingDays, string expected, string because) =>
        WorkingDays.AddWorkingDays(Day(from), workingDays).ShouldBe(Day(expected), because);

    [Fact]
    public void The_result_is_a_working_day_after_the_start() =>
        Prop.ForAll(AnyMoment.Date, AnyMoment.Count(1, 60), (date, n) =>
        {
            var result = WorkingDays.AddWorkingDays(date, n);
            WorkingDays.IsWorkingDay(result).ShouldBeTrue();
            result.ShouldBeGreaterThan(date);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Exactly_that_many_lie_between_the_start_and_the_result() =>
        Prop.ForAll(AnyMoment.Date, AnyMoment.Count(1, 60), (date, n) =>
        {
            var result = WorkingDays.AddWorkingDays(date, n);
            Enumerable.Range(1, result.DayNumber - date.DayNumber).Count(day => WorkingDays.IsWorkingDay(date.AddDays(day))).ShouldBe(n);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Counting_in_two_steps_ends_on_the_same_day() =>
        Prop.ForAll(AnyMoment.Date, AnyMoment.Count(1, 30), AnyMoment.Count(1, 30), (date, n, m) =>
            WorkingDays.AddWorkingDays(WorkingDays.AddWorkingDays(date, n), m).ShouldBe(WorkingDays.AddWorkingDays(date, n + m)))
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_later_start_never_ends_earlier() =>
        Prop.ForAll(AnyMoment.Date, AnyMoment.Count(1, 30), AnyMoment.Count(0, 30), (date, n, later) =>
            WorkingDays.AddWorkingDays(date.AddDays(later), n).ShouldBeGreaterThanOrEqualTo(WorkingDays.AddWorkingDays(date, n)))
            .QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Fewer_than_one_is_refused(int workingDays) =>
        Should.Throw<ArgumentOutOfRangeException>(() => WorkingDays.AddWorkingDays(Day("2026-06-05"), workingDays));
}
