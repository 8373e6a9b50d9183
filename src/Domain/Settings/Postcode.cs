using System.Diagnostics.CodeAnalysis;

namespace Smederijen.Domain.Settings;

/// <summary>
/// A Dutch postcode: four digits, not starting with 0, and two letters other than SA, SD and SS (never issued).
/// <c>Postcode.TryParse(" 7901 ab", out var code)</c> gives <c>7901AB</c>.
/// </summary>
public readonly record struct Postcode
{
    private Postcode(string value) => Value = value;

    public string Value { get; }

    /// <summary>The four digits, 1000 to 9999.</summary>
    public int Digits => int.Parse(Value.AsSpan(0, 4), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>How many postcodes share their four digits.</summary>
    internal const int PerDigits = 26 * 26 - 3;

    /// <summary>Where it stands among all postcodes that can be: neighbours differ by one.</summary>
    internal int Place
    {
        get
        {
            var letters = (Value[4] - 'A') * 26 + Value[5] - 'A';
            return (Digits - 1000) * PerDigits + letters - NeverIssued.Count(never => never < letters);
        }
    }

    /// <summary>The letters SA, SD and SS, counted from AA.</summary>
    private static readonly int[] NeverIssued = [18 * 26, 18 * 26 + 3, 18 * 26 + 18];

    internal static Postcode At(int place)
    {
        var letters = NeverIssued.Aggregate(place % PerDigits, (letters, never) => letters >= never ? letters + 1 : letters);
        return new($"{1000 + place / PerDigits}{(char)('A' + letters / 26)}{(char)('A' + letters % 26)}");
    }

    public static bool TryParse([NotNullWhen(true)] string? text, out Postcode postcode)
    {
        var compact = (text ?? "").Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        var valid = compact.Length == 6
            && compact[0] is >= '1' and <= '9'
            && compact.AsSpan(1, 3).IndexOfAnyExceptInRange('0', '9') < 0
            && compact.AsSpan(4, 2).IndexOfAnyExceptInRange('A', 'Z') < 0
            && compact[4..] is not ("SA" or "SD" or "SS");
        postcode = valid ? new Postcode(compact) : default;
        return valid;
    }

    public override string ToString() => $"{Value[..4]} {Value[4..]}";
}
