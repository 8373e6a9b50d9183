using System.Text.RegularExpressions;

namespace Smederijen.Portal.Text;

/// <summary>
/// What people type and paste, made the same whatever program wrote it: composed (<see cref="Composed"/>), with plain spaces and line
/// breaks, and without characters that nobody sees. docs/decisions/0037-what-people-type.md says which, and why some stay.
/// </summary>
public static partial class Tidy
{
    /// <summary>More accents than this on one letter are no writing; they cover the lines around it.</summary>
    private const int MostMarks = 4;

    /// <summary>A text of several lines, without white space around it.</summary>
    public static string Text(string typed) => string.Join('\n', Clean(typed).Split('\n').Select(line => line.TrimEnd(' '))).Trim();

    /// <summary>A text of one line: every line break is a space, and no two spaces stand together.</summary>
    public static string Line(string typed) => string.Join(' ', Clean(typed).Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries));

    /// <summary>One line in plain marks, for numbers, codes and addresses: <c>450,–</c> is <c>450,-</c>, and broad digits are digits.</summary>
    public static string Plain(string typed) => string.Concat(Line(typed).Select(Plain));

    /// <summary>The same without spaces, dots and dashes: <c>NL91 ABNA 0417-1643.00</c> is <c>NL91ABNA0417164300</c>.</summary>
    public static string Compact(string typed) => string.Concat(Plain(typed).Where(c => c is not (' ' or '.' or '-')));

    /// <summary>Whether anybody can read it: pictures, marks and blanks alone name nothing.</summary>
    public static bool HasLetterOrDigit(string text) => text.EnumerateRunes().Any(Rune.IsLetterOrDigit);

    /// <summary>
    /// How many characters people count: a letter with its accent is one where Unicode has it as one, and so is an emoji of two halves. The
    /// API counts the same (JSON Schema, maxLength).
    /// </summary>
    public static int LengthOf(string text) => text.EnumerateRunes().Count();

    /// <summary>
    /// A page or a mail without what turns its lines around or hides in them: texts that were stored by releases before, and what stands
    /// in a form that comes back.
    /// </summary>
    public static string Shown(string page) => Hidden().Replace(page, "");

    private static string Clean(string typed)
    {
        Rune[] runes = [.. typed.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes()];
        var (clean, before, marks) = (new StringBuilder(typed.Length), new Rune(' '), 0);
        for (var i = 0; i < runes.Length; i++)
        {
            if (Keep(runes[i], before, i + 1 < runes.Length ? runes[i + 1] : new Rune(' ')) is not { } kept)
                continue;
            marks = IsMark(kept) ? marks + 1 : 0;
            if (marks > MostMarks)
                continue;
            clean.Append(kept.ToString());
            before = kept;
        }
        return Composed.Nfc(clean.ToString());
    }

    /// <summary>What stands for a character; null where nothing does.</summary>
    private static Rune? Keep(Rune rune, Rune before, Rune next) => rune.Value switch
    {
        // Line breaks, with those of Office (a table cell, a line within a paragraph, a page) and of Unicode.
        '\n' or '\r' or '\a' or '\v' or '\f' or 0x85 or 0x2028 or 0x2029 => new Rune('\n'),
        // A tab, and letters that look like a space: the fillers of Hangul and the empty cell of Braille.
        '\t' or 0x115F or 0x1160 or 0x3164 or 0xFFA0 or 0x2800 => new Rune(' '),
        // The hyphens of Office: one that does not break, and one that shows only at the end of a line.
        0x1E or 0x2011 => new Rune('-'),
        0x1F => null,
        // Bullets in the fonts Symbol and Wingdings, which no other program has.
        >= 0xF020 and <= 0xF0FF => new Rune('•'),
        // The place of a picture that did not come along, and what Unicode calls ignorable but not a format.
        0xFFFC or 0x034F or 0x17B4 or 0x17B5 or (>= 0x180B and <= 0x180F) or (>= 0xFE00 and <= 0xFE0D) or 0x1D159 => null,
        >= 0xE0000 and <= 0xE0FFF => null,
        // Whether a sign is drawn as a picture.
        0xFE0E or 0xFE0F => IsSign(before) ? rune : null,
        0x200C or 0x200D => Joins(rune, before, next) ? rune : null,
        _ => Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.SpaceSeparator => new Rune(' '),
            UnicodeCategory.Format => IsSeen(rune) ? rune : null,
            _ => rune,
        },
    };

    /// <summary>
    /// A joiner between two emoji makes one of them; in Arabic and the scripts of India and around it, joiners and non-joiners are spelling.
    /// Anywhere else they only make two texts that look the same differ. Source: RFC 5892, appendix A, in short.
    /// </summary>
    private static bool Joins(Rune joiner, Rune before, Rune next) =>
        (joiner.Value == 0x200D && (IsSign(before) || before.Value == 0xFE0F) && IsSign(next))
        || (IsOfJoiningScript(before) && IsOfJoiningScript(next));

    private static bool IsOfJoiningScript(Rune rune) => (Rune.IsLetter(rune) || IsMark(rune)) && rune.Value is
        (>= 0x0600 and <= 0x08FF) or (>= 0x0900 and <= 0x0DFF) or (>= 0x0F00 and <= 0x109F) or (>= 0x1780 and <= 0x18AF);

    private static bool IsSign(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherSymbol or UnicodeCategory.MathSymbol
        or UnicodeCategory.ModifierSymbol or UnicodeCategory.OtherPunctuation or UnicodeCategory.DecimalDigitNumber;

    private static bool IsMark(Rune rune) =>
        rune.Value is not (0xFE0E or 0xFE0F) && Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    /// <summary>Signs around a number in Arabic, Syriac and Kaithi are called formats, and are drawn.</summary>
    private static bool IsSeen(Rune rune) =>
        rune.Value is (>= 0x0600 and <= 0x0605) or 0x06DD or 0x070F or 0x0890 or 0x0891 or 0x08E2 or 0x110BD or 0x110CD;

    private static char Plain(char c) => c switch
    {
        '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '´' or '`' => '\'',
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => '"',
        '−' or '⁃' => '-',
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        _ => char.GetUnicodeCategory(c) == UnicodeCategory.DashPunctuation ? '-' : c,
    };

    /// <summary>As itself, and as it stands in HTML.</summary>
    [GeneratedRegex(
        @"&#x(?:AD|61C|180E|200[BEF]|202[A-E]|206[0-9A-F]|FEFF|E00[0-7][0-9A-F]);|[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]",
        RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex Hidden();
}
