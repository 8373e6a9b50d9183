using System.Diagnostics.CodeAnalysis;
using System.Text.Json;

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

/// <summary>Postcodes by their four digits, both ends included: <c>7901-7903</c>, or one number.</summary>
[JsonConverter(typeof(PostcodeRangeJson))]
public readonly record struct PostcodeRange
{
    /// <exception cref="ArgumentException">An end is not four digits, or they are the wrong way round.</exception>
    public PostcodeRange(int first, int last)
    {
        if (first is < 1000 or > 9999 || last is < 1000 or > 9999 || first > last)
            throw new ArgumentException($"A postcode range runs from 1000 up to 9999, not from {first} to {last}.");
        (First, Last) = (first, last);
    }

    public int First { get; }

    public int Last { get; }

    public bool Contains(Postcode postcode) => postcode.Digits >= First && postcode.Digits <= Last;

    public override string ToString() => First == Last ? $"{First}" : $"{First}-{Last}";
}

/// <summary>Written as people write it: <c>"7901-7903"</c>.</summary>
public sealed class PostcodeRangeJson : JsonConverter<PostcodeRange>
{
    public override PostcodeRange Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var ends = (reader.GetString() ?? "").Split('-');
        return ends.Length is 1 or 2 && int.TryParse(ends[0], out var first) && int.TryParse(ends[^1], out var last)
            ? new PostcodeRange(first, last)
            : throw new JsonException("Write a postcode range as \"7901\" or \"7901-7903\".");
    }

    public override void Write(Utf8JsonWriter writer, PostcodeRange value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
