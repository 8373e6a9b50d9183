using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Smederijen.Banking;

/// <summary>
/// The characters that every bank in SEPA takes over unchanged: a to z, A to Z, 0 to 9, space and <c>/ - ? : ( ) . , ' +</c>.
/// Source: EPC217-08, which also wants no slash at either end and no two in a row. What letters become is our own choice.
/// </summary>
public static class BankText
{
    private const string Marks = "/-?:().,'+ ";

    /// <summary>What stands behind the equals sign takes the place of each character before it; capitals follow by themselves.</summary>
    private static readonly FrozenDictionary<char, string> Replacements = Table(
        // Latin.
        "àáâãäåāăąǎ=a æǽ=ae çćĉċč=c ďđð=d èéêëēĕėęěə=e ĝğġģǧ=g ĥħ=h ìíîïĩīĭįıǐ=i ĳ=ij ĵ=j ķĸ=k ĺļľŀł=l ñńņňŋ=n òóôõöøōŏőǒ=o œ=oe ŕŗř=r",
        "śŝşšșſ=s ß=ss ţťŧț=t þ=th ùúûüũūŭůűųǔ=u ŵ=w ýÿŷ=y źżž=z",
        // Greek and Cyrillic, as they are read aloud.
        "αά=a β=v γ=g δ=d εέ=e ζ=z ηή=i θ=th ιίϊΐ=i κ=k λ=l μ=m ν=n ξ=x οό=o π=p ρ=r σς=s τ=t υύϋΰ=y φ=f χ=ch ψ=ps ωώ=o",
        "а=a б=b в=v гґ=g д=d еёэє=e ж=zh з=z иії=i йы=y к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya",
        // Signs.
        "&=+ @=(at) _~–—‐‑−=- ’‘‚′`´“”„«»\"=' [{<=( ]}>=) \\|=/ ;=, !#%*$=. ^=. …=... ·•=. €=EUR £=GBP ²=2 ³=3 ½=1/2 ¼=1/4 ¾=3/4 ×=x ÷=: ±=+-",
        "ª=a º=o İ=I");

    /// <summary>
    /// The text as it may be sent: <c>Safe("Café ’t Höfke &amp; Zn.", 70)</c> is <c>Cafe 't Hofke + Zn.</c>. Never empty (<c>-</c> then),
    /// at most <paramref name="most"/> characters, without spaces or slashes at the ends, and unchanged when it is made safe again.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no room for one character.</exception>
    public static string Safe(string text, int most)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            foreach (var character in Replaced(rune))
                if (safe.Length == 0 ? character is not (' ' or '/') : character is not (' ' or '/') || safe[^1] != character)
                    safe.Append(character);
        safe.Length = Math.Min(safe.Length, most);
        while (safe.Length > 0 && safe[^1] is ' ' or '/')
            safe.Length--;
        return safe.Length == 0 ? "-" : safe.ToString();
    }

    /// <summary>Whether a bank takes it over as it is. An identification has to: one that was changed is not found back.</summary>
    internal static bool IsSafe(string text, int most) => text.Length > 0 && Safe(text, most) == text;

    private static string Replaced(Rune rune)
    {
        if (rune.IsAscii && (char.IsAsciiLetterOrDigit((char)rune.Value) || Marks.Contains((char)rune.Value, StringComparison.Ordinal)))
            return rune.ToString();
        if (rune.IsBmp && Replacements.TryGetValue((char)rune.Value, out var replacement))
            return replacement;
        return Rune.GetUnicodeCategory(rune) switch
        {
            // The dots of a letter that was written as two characters, and what nobody sees.
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => "",
            UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control => " ",
            _ => ".",
        };
    }

    private static FrozenDictionary<char, string> Table(params string[] lines)
    {
        var table = new Dictionary<char, string>();
        foreach (var entry in string.Join(' ', lines).Split(' '))
        {
            var split = entry.IndexOf('=', 1);
            var replacement = entry[(split + 1)..];
            foreach (var character in entry[..split])
            {
                table[character] = replacement;
                var capital = char.ToUpperInvariant(character);
                if (capital != character && !char.IsAscii(capital))
                    table[capital] = char.ToUpperInvariant(replacement[0]) + replacement[1..];
            }
        }
        return table.ToFrozenDictionary();
    }
}
