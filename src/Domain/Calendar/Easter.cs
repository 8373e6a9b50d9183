namespace Smederijen.Domain.Calendar;

/// <summary>The feast from which the movable Dutch holidays are counted.</summary>
public static class Easter
{
    /// <summary>
    /// Eerste Paasdag in the Gregorian calendar, always a Sunday from 22 March up to and including 25 April.
    /// Example: <c>Easter.Sunday(2025)</c> is 20 April 2025.
    /// </summary>
    /// <remarks>
    /// The anonymous Gregorian algorithm (Nature, 20 April 1876; S. Butcher, The Ecclesiastical Calendar, 1877)
    /// in the form of J. Meeus, Astronomical Algorithms, chapter 8. Whole numbers only, no tables.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The year is before 1583, the first Easter of the Gregorian calendar.</exception>
    public static DateOnly Sunday(int year)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 1583);

        var yearInMoonCycle = year % 19;
        var (century, yearInCentury) = Math.DivRem(year, 100);
        var (leapCenturies, centuriesSinceLeap) = Math.DivRem(century, 4);
        var (leapYears, yearsSinceLeap) = Math.DivRem(yearInCentury, 4);
        var moonCorrection = (century - (century + 8) / 25 + 1) / 3;

        var fullMoon = (19 * yearInMoonCycle + century - leapCenturies - moonCorrection + 15) % 30;
        var toSunday = (32 + 2 * centuriesSinceLeap + 2 * leapYears - fullMoon - yearsSinceLeap) % 7;
        var lateMoonCorrection = (yearInMoonCycle + 11 * fullMoon + 22 * toSunday) / 451;

        var (month, dayIndex) = Math.DivRem(fullMoon + toSunday - 7 * lateMoonCorrection + 114, 31);
        return new DateOnly(year, month, dayIndex + 1);
    }
}
