using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Calendar;
using static Smederijen.Domain.Tests.Calendar.Written;

namespace Smederijen.Domain.Tests.Calendar;

public class The_date_of_Easter
{
    [Theory]
    [InlineData("1583-04-10")]
    [InlineData("1818-03-22")]
    [InlineData("1943-04-25")]
    [InlineData("1954-04-18")]
    [InlineData("1981-04-19")]
    [InlineData("2000-04-23")]
    [InlineData("2007-04-08")]
    [InlineData("2008-03-23")]
    [InlineData("2011-04-24")]
    [InlineData("2013-03-31")]
    [InlineData("2014-04-20")]
    [InlineData("2015-04-05")]
    [InlineData("2016-03-27")]
    [InlineData("2017-04-16")]
    [InlineData("2018-04-01")]
    [InlineData("2019-04-21")]
    [InlineData("2020-04-12")]
    [InlineData("2021-04-04")]
    [InlineData("2022-04-17")]
    [InlineData("2023-04-09")]
    [InlineData("2031-04-13")]
    [InlineData("2032-03-28")]
    [InlineData("2033-04-17")]
    [InlineData("2034-04-09")]
    [InlineData("2035-03-25")]
    [InlineData("2036-04-13")]
    [InlineData("2037-04-05")]
    [InlineData("2038-04-25")]
    [InlineData("2039-04-10")]
    [InlineData("2040-04-01")]
    [InlineData("2049-04-18")]
    [InlineData("2285-03-22")]
    public void Is_the_one_in_the_almanac(string easter)
    {
        var expected = Day(easter);
        Easter.Sunday(expected.Year).ShouldBe(expected);
    }

    [Fact]
    public void Is_a_Sunday_from_22_March_to_25_April() =>
        Prop.ForAll(AnyMoment.Count(1583, 9999), year =>
        {
            var easter = Easter.Sunday(year);
            easter.DayOfWeek.ShouldBe(DayOfWeek.Sunday);
            easter.ShouldBeInRange(new DateOnly(year, 3, 22), new DateOnly(year, 4, 25));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_refused_before_the_Gregorian_calendar() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Easter.Sunday(1582));
}
