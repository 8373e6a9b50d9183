using System.Globalization;
using Smederijen.Domain.Calendar;
using static Smederijen.Domain.Tests.Calendar.Written;

namespace Smederijen.Domain.Tests.Calendar;

public class The_holidays_of_a_year
{
    [Fact]
    public void Stand_in_order_with_their_Dutch_names() =>
        DutchHolidays.Of(2025).Select(Line).ShouldBe(
        [
            "01-01 Nieuwjaarsdag",
            "20-04 Eerste Paasdag",
            "21-04 Tweede Paasdag",
            "26-04 Koningsdag",
            "05-05 Bevrijdingsdag",
            "29-05 Hemelvaartsdag",
            "08-06 Eerste Pinksterdag",
            "09-06 Tweede Pinksterdag",
            "25-12 Eerste Kerstdag",
            "26-12 Tweede Kerstdag",
        ]);

    [Theory]
    [InlineData(2024, "01-01 31-03 01-04 27-04 05-05 09-05 19-05 20-05 25-12 26-12")]
    [InlineData(2026, "01-01 05-04 06-04 27-04 05-05 14-05 24-05 25-05 25-12 26-12")]
    [InlineData(2027, "01-01 28-03 29-03 27-04 05-05 06-05 16-05 17-05 25-12 26-12")]
    [InlineData(2028, "01-01 16-04 17-04 27-04 05-05 25-05 04-06 05-06 25-12 26-12")]
    [InlineData(2029, "01-01 01-04 02-04 27-04 05-05 10-05 20-05 21-05 25-12 26-12")]
    [InlineData(2030, "01-01 21-04 22-04 27-04 05-05 30-05 09-06 10-06 25-12 26-12")]
    public void Are_the_ones_in_the_almanac(int year, string dates) =>
        string.Join(' ', DutchHolidays.Of(year).Select(DayAndMonth)).ShouldBe(dates);

    [Theory]
    [InlineData("2006-04-29", "Koninginnedag")]
    [InlineData("2007-04-30", "Koninginnedag")]
    [InlineData("2012-04-30", "Koninginnedag")]
    [InlineData("2013-04-30", "Koninginnedag")]
    [InlineData("2014-04-26", "Koningsdag")]
    [InlineData("2015-04-27", "Koningsdag")]
    [InlineData("2025-04-26", "Koningsdag")]
    [InlineData("2031-04-26", "Koningsdag")]
    [InlineData("2036-04-26", "Koningsdag")]
    public void Hold_the_birthday_of_the_monarch_but_never_on_a_Sunday(string date, string name)
    {
        var expected = Day(date);
        DutchHolidays.Of(expected.Year).Single(holiday => holiday.Name.StartsWith("Koning", StringComparison.Ordinal))
            .ShouldBe(new Holiday(expected, name));
    }

    [Theory]
    [InlineData(2010, true)]
    [InlineData(2019, false)]
    [InlineData(2020, true)]
    [InlineData(2023, false)]
    [InlineData(2024, true)]
    [InlineData(2026, true)]
    public void Have_Bevrijdingsdag_in_lustrum_years_and_every_year_since_2024(int year, bool dayOff) =>
        DutchHolidays.IsHoliday(new DateOnly(year, 5, 5)).ShouldBe(dayOff);

    [Fact]
    public void May_share_a_date() =>
        DutchHolidays.Of(2005).Where(holiday => holiday.Date == new DateOnly(2005, 5, 5)).Select(holiday => holiday.Name)
            .ShouldBe(["Bevrijdingsdag", "Hemelvaartsdag"]);

    [Fact]
    public void Leave_out_Goede_Vrijdag() =>
        Enumerable.Range(2007, 93).ShouldAllBe(year => !DutchHolidays.IsHoliday(Easter.Sunday(year).AddDays(-2)));

    [Fact]
    public void Are_refused_for_years_with_other_rules() =>
        Should.Throw<ArgumentOutOfRangeException>(() => DutchHolidays.Of(DutchHolidays.FirstYear - 1));

    private static string Line(Holiday holiday) => $"{DayAndMonth(holiday)} {holiday.Name}";

    private static string DayAndMonth(Holiday holiday) => holiday.Date.ToString("dd-MM", CultureInfo.InvariantCulture);
}
