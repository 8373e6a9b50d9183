using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Calendar;
using static Smederijen.Domain.Tests.Calendar.Written;

namespace Smederijen.Domain.Tests.Calendar;

public class When_a_term_ends
{
    [Theory]
    [InlineData("2026-06-01T12:00Z", 7, "2026-06-08T22:00Z", "midnight after the seventh day")]
    [InlineData("2026-05-31T22:00Z", 7, "2026-06-08T22:00Z", "started as the day began")]
    [InlineData("2026-06-01T21:59Z", 7, "2026-06-08T22:00Z", "started in the last minute of the day")]
    [InlineData("2026-06-01T22:00Z", 7, "2026-06-09T22:00Z", "started a minute later, so on the next day")]
    [InlineData("2026-06-01T12:00Z", 0, "2026-06-01T22:00Z", "today")]
    [InlineData("2026-03-20T12:00Z", 14, "2026-04-03T22:00Z", "over the skipped hour")]
    [InlineData("2026-10-12T12:00Z", 28, "2026-11-09T23:00Z", "over the double hour")]
    [InlineData("2026-10-18T12:00Z", 7, "2026-10-25T23:00Z", "on the day of 25 hours")]
    public void In_days_it_ends_at_midnight_in_Amsterdam(string from, int days, string end, string because) =>
        Terms.DaysAfter(Utc(from), days).ShouldBe(Utc(end), because);

    [Theory]
    [InlineData("2026-06-01T12:00Z", 5, "2026-06-08T07:00Z", "a plain week")]
    [InlineData("2026-06-06T03:00Z", 5, "2026-06-12T07:00Z", "handed in on Saturday")]
    [InlineData("2026-03-27T12:00Z", 1, "2026-03-30T07:00Z", "over the skipped hour")]
    [InlineData("2026-10-23T12:00Z", 1, "2026-10-26T08:00Z", "over the double hour")]
    [InlineData("2026-12-21T12:00Z", 5, "2026-12-29T08:00Z", "over Christmas")]
    public void In_working_days_it_ends_at_nine_on_a_working_day(string from, int workingDays, string end, string because) =>
        Terms.WorkingDaysAfter(Utc(from), workingDays).ShouldBe(Utc(end), because);

    [Theory]
    [InlineData("2026-01-31T12:00Z", 1, "2026-02-28T08:00Z", "a shorter month")]
    [InlineData("2028-01-31T12:00Z", 1, "2028-02-29T08:00Z", "a shorter month in a leap year")]
    [InlineData("2026-01-31T12:00Z", 2, "2026-03-31T07:00Z", "back on the 31st, in summer time")]
    [InlineData("2028-02-29T12:00Z", 12, "2029-02-28T08:00Z", "a year after a leap day")]
    [InlineData("2026-06-30T22:30Z", 9, "2027-04-01T07:00Z", "already July in Amsterdam")]
    public void In_months_it_ends_at_nine_on_that_date(string from, int months, string end, string because) =>
        Terms.MonthsAfter(Utc(from), months).ShouldBe(Utc(end), because);

    [Fact]
    public void A_longer_term_never_ends_earlier_and_every_term_ends_after_its_start() =>
        Prop.ForAll(AnyMoment.Instant, AnyMoment.Count(1, 40), (from, n) =>
        {
            Func<DateTimeOffset, int, DateTimeOffset>[] terms = [Terms.DaysAfter, Terms.WorkingDaysAfter, Terms.MonthsAfter];
            foreach (var term in terms)
            {
                term(from, n).ShouldBeGreaterThan(from);
                term(from, n + 1).ShouldBeGreaterThan(term(from, n));
                term(from, n).Offset.ShouldBe(TimeSpan.Zero);
            }
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_term_in_days_is_over_when_its_last_day_is() =>
        Prop.ForAll(AnyMoment.Instant, AnyMoment.Count(0, 400), (from, days) =>
        {
            var end = Terms.DaysAfter(from, days);
            Amsterdam.DateOf(end.AddTicks(-1)).ShouldBe(Amsterdam.DateOf(from).AddDays(days));
            Amsterdam.DateOf(end).ShouldBe(Amsterdam.DateOf(from).AddDays(days + 1));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_term_that_ends_before_it_starts_is_refused()
    {
        var from = Utc("2026-06-01T12:00Z");
        Should.Throw<ArgumentOutOfRangeException>(() => Terms.DaysAfter(from, -1));
        Should.Throw<ArgumentOutOfRangeException>(() => Terms.WorkingDaysAfter(from, 0));
        Should.Throw<ArgumentOutOfRangeException>(() => Terms.MonthsAfter(from, 0));
    }
}
