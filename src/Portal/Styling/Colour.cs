namespace Smederijen.Portal.Styling;

/// <summary>A colour of a screen, as <c>#0b4a5a</c>.</summary>
public readonly record struct Colour(byte Red, byte Green, byte Blue)
{
    private const int Steps = 255;

    public static Colour Black { get; } = new(0, 0, 0);

    public static Colour White { get; } = new(255, 255, 255);

    /// <summary>As people write it: <c>#0B4A5A</c>, <c>0b4a5a</c> or <c>#abc</c>; null for anything else.</summary>
    public static Colour? Parse(string text)
    {
        var digits = text.StartsWith('#') ? text[1..] : text;
        if (digits.Length == 3)
            digits = string.Concat(digits.Select(digit => $"{digit}{digit}"));
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? new((byte)(value >> 16), (byte)(value >> 8), (byte)value) : null;
    }

    /// <summary>How much one stands out from the other, from 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio).</summary>
    public double Contrast(Colour other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    /// <summary>This colour with a share of another in it, from 0 to 1.</summary>
    public Colour With(Colour other, double share)
    {
        byte Between(byte mine, byte theirs) => (byte)Math.Round(mine + ((theirs - mine) * share), MidpointRounding.AwayFromZero);
        return new(Between(Red, other.Red), Between(Green, other.Green), Between(Blue, other.Blue));
    }

    /// <summary>The first that will do on the way to another colour, which will do itself.</summary>
    public Colour Nearest(Colour toward, Func<Colour, bool> willDo)
    {
        for (var step = 0; step < Steps; step++)
            if (With(toward, (double)step / Steps) is var near && willDo(near))
                return near;
        return toward;
    }

    public override string ToString() => $"#{Red:x2}{Green:x2}{Blue:x2}";

    private double Luminance => (0.2126 * Light(Red)) + (0.7152 * Light(Green)) + (0.0722 * Light(Blue));

    private static double Light(byte channel)
    {
        var share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
    }
}
