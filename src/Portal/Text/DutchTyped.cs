using System.Text.RegularExpressions;

namespace Smederijen.Portal.Text;

public static partial class Dutch
{
    /// <summary>Far more than any budget, and far below what a long holds.</summary>
    private const int MostDigits = 12;

    /// <summary>
    /// Reads an amount as people type it. The last mark decides: a comma always starts the cents, a dot or a space followed by three
    /// digits groups thousands, and a dot followed by one or two digits at the end starts the cents, because some phone
    /// keyboards offer no comma. So "1.250" is twelve hundred and fifty euros, and "12.50" is twelve euros fifty. What could
    /// mean two things ("1,250", "1.250.50", "1,250.50") is refused, and so is less than nothing.
    /// </summary>
    /// <returns>False, with zero cents, for anything that is not an amount or has more than twelve digits of euros.</returns>
    /// <example>450; 450,00; 1.250; 1 250; 1.250,50; € 450; € 1.250,-; 450,–; 450.-; 1250,5; 450 euro</example>
    public static bool ParseEuro(string? typed, out long cents)
    {
        cents = 0;
        if (typed is null || AmountPattern().Match(Tidy.Plain(typed)) is not { Success: true } match)
            return false;
        var euros = string.Concat(match.Groups["euros"].Value.Where(char.IsAsciiDigit));
        if (euros.Length > MostDigits)
            return false;
        var rest = match.Groups["cents"].Value.PadRight(2, '0');
        cents = long.Parse(euros + rest, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    /// <summary>What to do about an amount that cannot be read; where it could mean two amounts, both are named.</summary>
    public static string UnreadableEuro(string typed) => TwoMeanings().Match(Tidy.Plain(typed)) is { Success: true } match
        ? $"Dit bedrag kunnen wij op twee manieren lezen. Schrijf {match.Groups["euros"]}{match.Groups["rest"]} of {match.Groups["euros"]},{match.Groups["rest"].Value[..2]}."
        : "Dit bedrag kunnen wij niet lezen. Schrijf het zo: 450 of 450,00.";

    /// <summary>A whole number as people type it: 1250, 1.250 or 1 250. Null for all else, and for what does not fit.</summary>
    public static int? ParseCount(string typed) =>
        CountPattern().IsMatch(Tidy.Plain(typed))
        && int.TryParse(string.Concat(Tidy.Plain(typed).Where(char.IsAsciiDigit)), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count : null;

    /// <summary>
    /// Reads a day as a date field sends it (2026-12-31) or as people type it: 31-12-2026, 31/12/2026, 31.12.2026, 31 december 2026. A year
    /// of two digits is refused: it could be the day.
    /// </summary>
    public static DateOnly? ParseDay(string typed)
    {
        var parts = Tidy.Plain(typed).ToLowerInvariant().Split(['-', '/', '.', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts is not [var first, var month, var last])
            return null;
        if (MonthOf(month) is { } named)
            month = $"{named}";
        var (year, day) = first.Length == 4 ? (first, last) : (last, first);
        return DateOnly.TryParseExact($"{day}-{month}-{year}", "d-M-yyyy", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
    }

    /// <summary>By its name or the first three letters; <c>mrt</c> is how March is shortened.</summary>
    private static int? MonthOf(string name) => name is "mrt" ? 3
        : name.Length >= 3 && Array.FindIndex(Months, month => month.StartsWith(name, StringComparison.Ordinal)) is >= 0 and var at ? at + 1 : null;

    /// <summary>Reads a time of the day: 9:30, 09.30 or 9.30 uur.</summary>
    public static TimeOnly? ParseTime(string typed)
    {
        var text = Tidy.Plain(typed).ToLowerInvariant().Replace(" uur", "", StringComparison.Ordinal).Replace('.', ':');
        return TimeOnly.TryParseExact(text, "H:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
    }

    [GeneratedRegex(
        """
        ^ (?:€|EURO?)? [ ]?
        (?:
          (?<euros>[0-9]{1,3}(?:\.[0-9]{3})+ | [0-9]{1,3}(?:[ ][0-9]{3})+ | [0-9]+) (?: [ ]? , (?:(?<cents>[0-9]{1,2}) | [ ]?(?:--?|=))? )?
          | (?<euros>[0-9]+) \. (?: (?<cents>[0-9]{1,2}) | --? )?
        )
        [ ]? (?:€|EURO?)? $
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex AmountPattern();

    /// <summary>A comma before three digits: thousands in English, and cents with one digit too many in Dutch.</summary>
    [GeneratedRegex("^€? ?(?<euros>[0-9]{1,3}),(?<rest>[0-9]{3})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex TwoMeanings();

    [GeneratedRegex(@"^(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+)$", RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex CountPattern();
}
