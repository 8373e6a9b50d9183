using System.Globalization;

namespace Smederijen.Domain.Tests.Calendar;

/// <summary>Dates and instants as they are written in the tables of these tests.</summary>
internal static class Written
{
    /// <summary><c>2026-03-29</c></summary>
    public static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary><c>2026-03-29T22:00Z</c></summary>
    public static DateTimeOffset Utc(string text) =>
        DateTimeOffset.ParseExact(text, "yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
