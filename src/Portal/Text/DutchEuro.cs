using System.Text.RegularExpressions;

namespace Smederijen.Portal.Text;

public static partial class Dutch
{
    /// <summary>Far more than any budget, and far below what a long holds.</summary>
    private const int MostDigits = 12;

    /// <summary>
    /// Reads an amount as people type it. The last mark decides: a comma always starts the cents, a dot followed by three
    /// digits groups thousands, and a dot followed by one or two digits at the end starts the cents, because some phone
    /// keyboards offer no comma. So "1.250" is twelve hundred and fifty euros, and "12.50" is twelve euros fifty. What could
    /// mean two things ("1,250", "1.250.50", "1,250.50") is refused, and so is less than nothing.
    /// </summary>
    /// <returns>False, with zero cents, for anything that is not an amount or has more than twelve digits of euros.</returns>
    /// <example>450; 450,00; 1.250; 1.250,50; € 450; 450,-; 1250,5; 450 euro</example>
    public static bool ParseEuro(string? typed, out long cents)
    {
        cents = 0;
        if (typed is null || AmountPattern().Match(typed) is not { Success: true } match)
            return false;
        var euros = match.Groups["euros"].Value.Replace(".", "", StringComparison.Ordinal);
        if (euros.Length > MostDigits)
            return false;
        var rest = match.Groups["cents"].Value.PadRight(2, '0');
        cents = long.Parse(euros + rest, NumberStyles.None, CultureInfo.InvariantCulture);
        return true;
    }

    [GeneratedRegex(
        """
        ^\s* (?:€|EUR)? \s*
        (?:
          (?<euros>[0-9]{1,3}(?:\.[0-9]{3})+ | [0-9]+) (?: , (?:(?<cents>[0-9]{1,2}) | --?) )?
          | (?<euros>[0-9]+) \. (?<cents>[0-9]{1,2})
        )
        \s* (?:€|EUR|euro)? \s*$
        """,
        RegexOptions.IgnorePatternWhitespace | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex AmountPattern();
}
