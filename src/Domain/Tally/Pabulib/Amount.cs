namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>An amount as written: 102533.36 is 10253336 with two decimals. Trailing zeros after the point do not count.</summary>
internal readonly record struct Amount(long Digits, int Decimals, int Line)
{
    /// <summary>Pabulib writes a decimal point; a decimal comma is read too when it cannot be taken for a thousands separator.</summary>
    public static Amount Parse(ReadOnlySpan<char> text, int line, string what)
    {
        var point = text.IndexOfAny('.', ',');
        var whole = point < 0 ? text : text[..point];
        var part = point < 0 ? [] : text[(point + 1)..].TrimEnd('0');
        if (point >= 0 && text[point] == ',' && text.Length - point - 1 is 0 or > 2)
            throw new PabulibException(line, $"{what} '{Shown(text)}' is niet duidelijk. Schrijf een bedrag met een punt en zonder scheiding van duizendtallen, zoals 1250.50.");
        if (whole.IsEmpty || whole.ContainsAnyExceptInRange('0', '9') || part.ContainsAnyExceptInRange('0', '9'))
            throw new PabulibException(line, $"{what} '{Shown(text)}' is geen bedrag. Schrijf een getal van 0 of meer, zoals 1250 of 1250.50.");
        if (part.Length > Election.MostDecimals)
            throw new PabulibException(line, $"{what} '{Shown(text)}' heeft te veel decimalen. Schrijf er ten hoogste {Election.MostDecimals}.");
        var digits = $"{whole.TrimStart('0')}{part}";
        if (digits.Length > 18)
            throw new PabulibException(line, TooLarge(what, text));
        return new Amount(digits.Length == 0 ? 0 : long.Parse(digits), part.Length, line);
    }

    /// <summary>The amount in units of 10^-<paramref name="decimals"/>.</summary>
    public long In(int decimals, string what)
    {
        var scaled = (Int128)Digits * Election.Power(decimals - Decimals);
        return scaled <= Election.LargestAmount ? (long)scaled : throw new PabulibException(Line, TooLarge(what, $"{Digits}"));
    }

    private static string TooLarge(string what, ReadOnlySpan<char> text) =>
        $"{what} '{Shown(text)}' is te groot. Een bedrag telt met decimalen en al ten hoogste {Election.LargestAmount} van de kleinste eenheid.";

    /// <summary>A piece of the file for in a message: not endless.</summary>
    public static string Shown(ReadOnlySpan<char> text) => text.Length <= 40 ? text.ToString() : $"{text[..40]}...";
}
