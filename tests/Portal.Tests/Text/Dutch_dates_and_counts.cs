using Smederijen.Portal.Layout;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Text;

public class Dutch_dates_and_counts
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_date_is_written_in_full()
    {
        Dutch.Date(Today).ShouldBe("21 november 2026");
        Dutch.DateWithDay(Today).ShouldBe("zaterdag 21 november 2026");
        Enumerable.Range(1, 12).Select(month => Dutch.Date(new DateOnly(2026, month, 1)).Split(' ')[1]).ShouldBe(
        [
            "januari", "februari", "maart", "april", "mei", "juni",
            "juli", "augustus", "september", "oktober", "november", "december",
        ]);
    }

    [Theory]
    [InlineData("2026-11-21T13:05:59Z", "21 november 2026, 14.05 uur")]
    [InlineData("2026-07-01T22:00:00Z", "2 juli 2026, 0.00 uur")]
    [InlineData("2026-12-31T23:30:00Z", "1 januari 2027, 0.30 uur")]
    [InlineData("2026-03-29T01:00:00Z", "29 maart 2026, 3.00 uur")]
    public void A_moment_is_written_by_the_clock_in_Hoogeveen(string instant, string text) =>
        Dutch.DateTime(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(text);

    [Theory]
    [InlineData("2026-12-06T23:00:00Z", "tot en met zondag 6 december 2026", "vanaf maandag 7 december 2026")]
    [InlineData("2026-06-30T22:00:00Z", "tot en met dinsdag 30 juni 2026", "vanaf woensdag 1 juli 2026")]
    [InlineData("2026-12-07T11:00:00Z", "tot 7 december 2026, 12.00 uur", "vanaf 7 december 2026, 12.00 uur")]
    public void An_end_at_midnight_is_the_day_before_and_a_beginning_the_day_itself(string instant, string until, string from)
    {
        var at = DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture);
        Dutch.Until(at).ShouldBe(until);
        Dutch.From(at).ShouldBe(from);
    }

    [Theory]
    [InlineData(0, "vandaag")]
    [InlineData(1, "morgen")]
    [InlineData(3, "over 3 dagen")]
    [InlineData(-1, "1 dag te laat")]
    [InlineData(-2, "2 dagen te laat")]
    public void A_last_day_is_told_from_today(int days, string text) => Dutch.Due(Today, Today.AddDays(days)).ShouldBe(text);

    [Theory]
    [InlineData(0, "0 ideeën")]
    [InlineData(1, "1 idee")]
    [InlineData(2, "2 ideeën")]
    [InlineData(1250, "1.250 ideeën")]
    public void A_count_has_its_noun(long number, string text) => Dutch.Count(number, "idee", "ideeën").ShouldBe(text);
}
