using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Calendar;
using static Smederijen.Domain.Tests.Calendar.Written;

namespace Smederijen.Domain.Tests.Calendar;

public class When_the_mail_of_a_morning_goes_out
{
    [Theory]
    [InlineData("2026-03-02T06:59Z", "2026-03-02T07:00Z", "the same morning")]
    [InlineData("2026-03-02T07:00Z", "2026-03-03T07:00Z", "not the same moment twice")]
    [InlineData("2026-03-06T07:00Z", "2026-03-09T07:00Z", "over a weekend")]
    [InlineData("2026-03-07T12:00Z", "2026-03-09T07:00Z", "from a Saturday")]
    [InlineData("2026-03-27T07:00Z", "2026-03-30T06:00Z", "summer time begins in the weekend: eight on the wall, an hour less between")]
    [InlineData("2026-10-23T06:00Z", "2026-10-26T07:00Z", "winter time begins in the weekend: an hour more between")]
    [InlineData("2026-12-24T07:00Z", "2026-12-28T07:00Z", "over Christmas")]
    [InlineData("2026-03-02T23:30Z", "2026-03-03T07:00Z", "after midnight there it is the next day")]
    public void It_is_eight_on_the_wall_on_a_working_day(string after, string expected, string because) =>
        Mornings.After(Utc(after)).ShouldBe(Utc(expected), because);

    [Fact]
    public void None_is_left_out_and_none_comes_twice() => Prop.ForAll(AnyMoment.Date, date =>
    {
        var next = Mornings.After(Amsterdam.StartOfDay(date));
        Amsterdam.TimeOf(next).ShouldBe(new TimeOnly(8, 0));
        WorkingDays.IsWorkingDay(Amsterdam.DateOf(next)).ShouldBeTrue();
        Mornings.From(date).ShouldBe(next);
        WorkingDays.Since(Amsterdam.DateOf(next), Amsterdam.DateOf(Mornings.After(next))).ShouldBe(1);
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("2026-06-05", "2026-06-05", 0)]
    [InlineData("2026-06-05", "2026-06-07", 0)]
    [InlineData("2026-06-05", "2026-06-08", 1)]
    [InlineData("2026-04-24", "2026-04-28", 1)]
    [InlineData("2026-06-08", "2026-06-05", 0)]
    public void Working_days_since_a_day_are_counted(string since, string today, int expected) =>
        WorkingDays.Since(Day(since), Day(today)).ShouldBe(expected);
}
