using System.Text.RegularExpressions;

namespace Smederijen.Portal.Text;

/// <summary>
/// Addresses of ours as they come out of a mail or a sentence: with the dot that ended it, the bracket around it, or the mark that a mail
/// program put behind it. No address of ours ends in such a mark.
/// </summary>
public static partial class CopiedAddress
{
    /// <summary>The address without them: <c>/link/abc).</c> is <c>/link/abc</c>. What stands further on stays.</summary>
    public static string Trimmed(string address) => Ending().Replace(address, "");

    /// <summary>
    /// Also as they are written in an address or in HTML, once or twice: <c>%3E</c>, <c>%253E</c>, <c>&amp;gt;</c>. Read from the end, or an
    /// address of nothing but dots and a letter would be read once for each dot.
    /// </summary>
    [GeneratedRegex(
        @"(?: [\s.,;:!?'""`*(){}<>\[\]\\|\u00AB\u00BB\u2018-\u201F\u2026\u200B-\u200F\uFEFF] | %(?:25)*(?:20|22|27|29|2[CcEe]|3[ABEabef]|5[Dd]|7[Dd]) | &(?:gt|lt|quot|amp|nbsp|\#39); )+ $",
        RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant | RegexOptions.RightToLeft,
        matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex Ending();
}
