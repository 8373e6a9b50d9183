using System.Text.RegularExpressions;

namespace Smederijen.Portal.Text;

/// <summary>
/// Telephone numbers as people write them. Somebody of the staff reads them and dials, so what was typed is kept; this tells only whether
/// it can be a number. The plan of a country is more than a form needs: the library that knows all of them is 4 MB of data.
/// </summary>
public static partial class PhoneNumber
{
    /// <summary>
    /// Dutch numbers with their ten digits or with +31, the shorter ones of 0800 and 0900, and numbers of elsewhere with their country.
    /// Sources: the Dutch numbering plan (Nummerplan telefoon- en ISDN-diensten), and ITU-T E.164.
    /// </summary>
    /// <example>06 12 34 56 78; 0528-291111; +31 (0)6 12345678; 0031.6.12345678; +49 30 901820</example>
    public static bool IsOne(string typed) => Plan().IsMatch(Bare(typed));

    /// <summary>Whether two numbers as they were typed are the same to dial.</summary>
    /// <example>+31 (0)6 12 34 56 78 and 06-12345678 are.</example>
    public static bool AreSame(string one, string other) => Dialled(one) == Dialled(other);

    private static string Bare(string typed) => string.Concat(Tidy.Compact(typed).Where(c => c is not ('(' or ')' or '/')));

    /// <summary>As it is dialled in the Netherlands.</summary>
    private static string Dialled(string typed)
    {
        var bare = Bare(typed);
        var country = bare.StartsWith("+31", StringComparison.Ordinal) ? 3 : bare.StartsWith("0031", StringComparison.Ordinal) ? 4 : 0;
        return country == 0 ? bare : $"0{bare[country..].TrimStart('0')}";
    }

    /// <summary>The 0 of the number itself may stand after +31, in brackets or not.</summary>
    [GeneratedRegex(
        @"^(?: (?: 0 | (?:\+|00)31 0? ) [1-9][0-9]{8} | 0[89]0[0-9][0-9]{4,7} | 097[0-9]{9} | (?:\+|00)(?!31)[1-9][0-9]{7,14} )$",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex Plan();
}
