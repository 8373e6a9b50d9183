namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>An amount as written: 102533.36 is 10253336 with two decimals. Trailing zeros after the point do not count.</summary>
internal readonly record struct Amount(long Digits, int Decimals, int Line)
{
    private const long Million = 1_000_000;
    private const string HowToWrite = "Schrijf een bedrag met een punt en zonder scheiding van duizendtallen, zoals 1250.50.";

    /// <summary>
    /// Pabulib writes a decimal point; a decimal comma is read too when it cannot be taken for a thousands separator. A point
    /// that may be either (1.250) is read as Pabulib means it, with a remark.
    /// </summary>
    public static Amount Parse(ReadOnlySpan<char> text, int line, string what, Remarks remarks, string noun = "bedrag")
    {
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var written = point < 0 ? [] : text[(point + 1)..];
        var part = written.TrimEnd('0');
        if (IsGrouped(text) || (point >= 0 && text[point] == ',' && written.Length is 0 or > 2))
            throw new PabulibException(line, $"{what} '{Shown(text)}' is niet duidelijk. {HowToWrite}");
        if (whole.IsEmpty || whole.ContainsAnyExceptInRange('0', '9') || part.ContainsAnyExceptInRange('0', '9'))
            throw new PabulibException(line, $"{what} '{Shown(text)}' is geen {noun}. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.");
        if (part.Length > Election.MostDecimals)
            throw new PabulibException(line, $"{what} '{Shown(text)}' heeft te veel decimalen. Schrijf er ten hoogste {Election.MostDecimals}.");
        var digits = $"{whole.TrimStart('0')}{part}";
        if (digits.Length > 18)
            throw new PabulibException(line, TooLarge(what, text));
        var amount = new Amount(digits.Length == 0 ? 0 : long.Parse(digits), part.Length, line);
        if (written.Length == 3 && whole.Length <= 3 && whole[0] != '0')
            remarks.Doubt("a point or thousands", line,
                $"{what} '{Shown(text)}' is gelezen als {amount}, want in dit formaat is een punt een komma. Is {whole}{written} bedoeld, schrijf dan {whole}{written}.");
        else if (point >= 0 && text[point] == ',')
            remarks.Note("a decimal comma", line, $"{what} '{Shown(text)}' is gelezen als {amount}.");
        return amount;
    }

    public Int128 InMillionths => (Int128)Digits * Election.Power(Election.MostDecimals - Decimals);

    /// <summary>The amount in units of 10^-<paramref name="decimals"/>.</summary>
    public long In(int decimals, string what)
    {
        var scaled = (Int128)Digits * Election.Power(decimals - Decimals);
        return scaled <= Election.LargestAmount ? (long)scaled : throw new PabulibException(Line, TooLarge(what, $"{Digits}"));
    }

    public override string ToString() => Shown(InMillionths);

    /// <summary>As Pabulib writes it: a point, and no zeros behind the last decimal.</summary>
    public static string Shown(Int128 millionths) =>
        $"{millionths / Million}.{(millionths % Million).ToString("D6")}".TrimEnd('0').TrimEnd('.');

    /// <summary>A piece of the file for in a message: not endless.</summary>
    public static string Shown(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}...";

    /// <summary>Digits with more than one separator between them, or with a space or an apostrophe: 1.250.000, 1.250,50, 1 250.</summary>
    private static bool IsGrouped(ReadOnlySpan<char> text)
    {
        var (separators, others) = (0, 0);
        foreach (var character in text)
        {
            var isSpace = char.IsWhiteSpace(character) || character is '\'' or '’';
            separators += isSpace ? 2 : character is '.' or ',' ? 1 : 0;
            others += isSpace || character is '.' or ',' or (>= '0' and <= '9') ? 0 : 1;
        }
        return separators > 1 && others == 0;
    }

    private static string TooLarge(string what, ReadOnlySpan<char> text) =>
        $"{what} '{Shown(text)}' is te groot. Een bedrag telt met decimalen en al ten hoogste {Election.LargestAmount} van de kleinste eenheid.";
}
