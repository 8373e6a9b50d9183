using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>Days and instants as banks write them: a day, or an instant with or without its zone.</summary>
internal static partial class Moments
{
    /// <summary>The day of a <c>Dt</c> or <c>DtTm</c> within the element, by the calendar in the Netherlands; null when there is none.</summary>
    public static DateOnly? Day(XElement? element)
    {
        // A day may carry a zone (2026-11-30+01:00); it stays the same day.
        if (element.Text("Dt") is { } day)
            return Date().Match(day) is { Success: true } match && TryDay(match.Groups[1].Value, out var date) ? date : null;
        return Instant(element.Text("DtTm")) is { } instant ? Amsterdam.DateOf(instant) : null;
    }

    /// <summary>Without a zone it is what clocks in the Netherlands showed.</summary>
    public static DateTimeOffset? Instant(string? text)
    {
        if (text is null || DateTime().Match(text) is not { Success: true } match || !TryDay(match.Groups["day"].Value, out var day)
            || !TimeOnly.TryParseExact(match.Groups["time"].Value, "HH:mm:ss", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            return null;
        if (match.Groups["zone"].Value is not { Length: > 0 } zone)
            return Amsterdam.At(day, time);
        var offset = zone == "Z" ? TimeSpan.Zero : new TimeSpan(Number(zone[1..3]), Number(zone[4..]), 0) * (zone[0] == '-' ? -1 : 1);
        // Zones end at 14 hours; a year 1 or 9999 has no room for one.
        return offset.Duration() <= TimeSpan.FromHours(14) && day.Year is > 1 and < 9999
            ? new DateTimeOffset(day.ToDateTime(time), offset).ToUniversalTime()
            : null;
    }

    private static int Number(string digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day) && day.Year is > 1 and < 9999;

    [GeneratedRegex(@"^(\d{4}-\d\d-\d\d)(Z|[+-]\d\d:\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"^(?<day>\d{4}-\d\d-\d\d)T(?<time>\d\d:\d\d:\d\d)(\.\d{1,12})?(?<zone>Z|[+-]\d\d:\d\d)?$", RegexOptions.CultureInvariant)]
    private static partial Regex DateTime();
}
