using System.Text.Json;
using System.Text.RegularExpressions;

namespace Smederijen.Domain.Settings;

/// <summary>
/// A part of an area, as people write it: <c>7901</c>, <c>7901-7903</c>, <c>7901AB</c>, <c>7901AA-7901BZ</c>, or some houses of one postcode:
/// <c>7901AB 1-99 oneven</c>. What means the same is written the same.
/// </summary>
[JsonConverter(typeof(AreaPartJson))]
public readonly partial record struct AreaPart
{
    /// <exception cref="ArgumentException">The ends are the wrong way round.</exception>
    private AreaPart(int from, int to, HouseNumbers? houses)
    {
        if (from > to)
            throw new ArgumentException($"An area runs from a lower postcode to a higher one, not from {Postcode.At(from)} to {Postcode.At(to)}.");
        (From, To, Houses) = (from, to, houses);
    }

    public Postcode First => Postcode.At(From);

    public Postcode Last => Postcode.At(To);

    /// <summary>Null where all houses belong to it.</summary>
    public HouseNumbers? Houses { get; }

    /// <summary>Whether it holds all postcodes of its digits.</summary>
    public bool IsOfDigits => Houses is null && From % Postcode.PerDigits == 0 && To % Postcode.PerDigits == Postcode.PerDigits - 1;

    internal int From { get; }

    internal int To { get; }

    /// <summary>All postcodes with these four digits, both ends included.</summary>
    /// <exception cref="ArgumentException">An end is not four digits, or they are the wrong way round.</exception>
    public static AreaPart OfDigits(int first, int last) => first is >= 1000 and <= 9999 && last is >= 1000 and <= 9999
        ? new((first - 1000) * Postcode.PerDigits, (last - 999) * Postcode.PerDigits - 1, null)
        : throw new ArgumentException($"A postcode range runs from 1000 up to 9999, not from {first} to {last}.");

    /// <summary>Both ends included.</summary>
    /// <exception cref="ArgumentException">The ends are the wrong way round.</exception>
    public static AreaPart Of(Postcode first, Postcode last) => new(first.Place, last.Place, null);

    public static AreaPart Of(Postcode postcode, HouseNumbers? houses = null) => new(postcode.Place, postcode.Place, houses);

    internal static AreaPart At(int from, int to, HouseNumbers? houses = null) => new(from, to, houses);

    public Coverage Covers(Postcode postcode, int? house) => Covers(postcode.Place, house);

    internal Coverage Covers(int place, int? house) => (place >= From && place <= To, Houses, house) switch
    {
        (false, _, _) => Coverage.No,
        (true, null, _) => Coverage.Yes,
        (true, _, null) => Coverage.SomeHouses,
        (true, { } houses, { } number) => houses.Contains(number) ? Coverage.Yes : Coverage.No,
    };

    public static bool TryParse(string? text, out AreaPart part)
    {
        part = default;
        var found = Written().Match((text ?? "").Trim().ToUpperInvariant());
        return found.Success && (found.Groups["letters"].Success ? TryRead(found, out part) : TryReadDigits(found, out part));
    }

    public override string ToString() => this switch
    {
        { IsOfDigits: true } when First.Digits == Last.Digits => $"{First.Digits}",
        { IsOfDigits: true } => $"{First.Digits}-{Last.Digits}",
        { Houses: { } houses } => $"{First.Value} {houses}",
        _ when From == To => First.Value,
        _ => $"{First.Value}-{Last.Value}",
    };

    private static bool TryReadDigits(Match found, out AreaPart part)
    {
        part = default;
        var (first, last) = (NumberOf(found, "digits") ?? 0, NumberOf(found, "lastDigits") ?? NumberOf(found, "digits") ?? 0);
        if (first > last || found.Groups["lastLetters"].Success || found.Groups["house"].Success)
            return false;
        part = OfDigits(first, last);
        return true;
    }

    private static bool TryRead(Match found, out AreaPart part)
    {
        part = default;
        if (!Postcode.TryParse(found.Groups["digits"].Value + found.Groups["letters"].Value, out var first))
            return false;
        if (found.Groups["lastDigits"].Success)
        {
            if (!Postcode.TryParse(found.Groups["lastDigits"].Value + found.Groups["lastLetters"].Value, out var last) || last.Place < first.Place)
                return false;
            part = Of(first, last);
            return true;
        }
        if (NumberOf(found, "house") is not { } from)
        {
            part = Of(first);
            return true;
        }
        var side = found.Groups["side"].Value switch { "EVEN" => HouseSide.Even, "ONEVEN" => HouseSide.Odd, _ => HouseSide.Both };
        if (!HouseNumbers.TryMake(from, NumberOf(found, "lastHouse") ?? from, side, out var houses))
            return false;
        part = Of(first, houses);
        return true;
    }

    private static int? NumberOf(Match found, string group) => found.Groups[group] is { Success: true } digits
        ? int.Parse(digits.Value, System.Globalization.CultureInfo.InvariantCulture) : null;

    [GeneratedRegex("""
        ^(?<digits>[1-9][0-9]{3})\s*(?<letters>[A-Z]{2})?
        (\s*[-–]\s*(?<lastDigits>[1-9][0-9]{3})\s*(?<lastLetters>[A-Z]{2})?
        |\s+(?<house>[0-9]{1,5})(\s*[-–]\s*(?<lastHouse>[0-9]{1,5}))?(\s+(?<side>ONEVEN|EVEN))?)?$
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Written();
}

/// <summary>Which sides of a street.</summary>
public enum HouseSide
{
    Both,
    Odd,
    Even,
}

/// <summary>Houses of one postcode, both ends included: <c>1-99</c>, <c>7</c>, <c>2-40 even</c>. Letters behind a number do not count.</summary>
public readonly record struct HouseNumbers
{
    public const int Most = 99_999;

    private HouseNumbers(int from, int to, HouseSide side) => (From, To, Side) = (from, to, side);

    public int From { get; }

    public int To { get; }

    public HouseSide Side { get; }

    /// <summary>False where there is no such house: the ends are the wrong way round, or there is no odd or even number between them.</summary>
    public static bool TryMake(int from, int to, HouseSide side, out HouseNumbers houses)
    {
        if (side != HouseSide.Both)
            (from, to) = (IsOn(from, side) ? from : from + 1, IsOn(to, side) ? to : to - 1);
        houses = new(from, to, from == to ? HouseSide.Both : side);
        return from >= 1 && to <= Most && from <= to;
    }

    public bool Contains(int number) => number >= From && number <= To && IsOn(number, Side);

    public override string ToString() =>
        (From == To ? $"{From}" : $"{From}-{To}") + Side switch { HouseSide.Odd => " oneven", HouseSide.Even => " even", _ => "" };

    private static bool IsOn(int number, HouseSide side) => side == HouseSide.Both || number % 2 == (side == HouseSide.Odd ? 1 : 0);
}

/// <summary>Whether somebody with a postcode lives in an area.</summary>
public enum Coverage
{
    No,

    /// <summary>Some houses with this postcode are in it: the number of the house tells.</summary>
    SomeHouses,
    Yes,
}

/// <summary>Written as people write it: <c>"7901-7903"</c>.</summary>
public sealed class AreaPartJson : JsonConverter<AreaPart>
{
    public override AreaPart Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        AreaPart.TryParse(reader.GetString(), out var part) ? part
            : throw new JsonException("Write a part of an area as \"7901\", \"7901-7903\", \"7901AB\", \"7901AA-7901BZ\" or \"7901AB 1-99 oneven\".");

    public override void Write(Utf8JsonWriter writer, AreaPart value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
