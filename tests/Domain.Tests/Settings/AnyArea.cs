using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Tests.Settings;

/// <summary>Generated parts of areas that lie close together, so that they meet.</summary>
internal static class AnyArea
{
    private static readonly string[] Letters = ["AA", "AB", "AC", "RZ", "SB", "SE", "ZZ"];

    public static Arbitrary<AreaPart> Part { get; } = Gen.OneOf(Digits(), Postcodes(), Houses()).ToArbitrary();

    public static Arbitrary<AreaPart[]> Parts { get; } = Part.Generator.ArrayOf().ToArbitrary();

    /// <summary>An address: a postcode and a house.</summary>
    public static Arbitrary<(Postcode Postcode, int House)> Address { get; } =
        (from code in Code() from house in Gen.Choose(1, 14) select (code, house)).ToArbitrary();

    public static Coverage CoverageOf(IEnumerable<AreaPart> parts, (Postcode Postcode, int House) address) =>
        parts.Any(part => part.Covers(address.Postcode, address.House) == Coverage.Yes) ? Coverage.Yes : Coverage.No;

    private static Gen<Postcode> Code() =>
        from digits in Gen.Choose(7901, 7903) from letters in Gen.Elements(Letters) select PostcodeOf($"{digits}{letters}");

    private static Gen<AreaPart> Digits() => from first in Gen.Choose(7901, 7903) from last in Gen.Choose(first, 7903) select AreaPart.OfDigits(
        first, last);

    private static Gen<AreaPart> Postcodes() => from one in Code()
                                                from other in Code()
                                                select string.CompareOrdinal(one.Value, other.Value) <= 0 ? AreaPart.Of(one, other)
                                                    : AreaPart.Of(other, one);

    private static Gen<AreaPart> Houses() => from code in Code()
                                             from first in Gen.Choose(1, 11)
                                             from more in Gen.Choose(1, 4)
                                             from side in Gen.Elements(HouseSide.Both, HouseSide.Odd, HouseSide.Even)
                                             select AreaPart.Of(code, HousesOf(first, first + more, side));

    private static HouseNumbers HousesOf(int from, int to, HouseSide side) =>
        HouseNumbers.TryMake(from, to, side, out var houses) ? houses : throw new InvalidOperationException();

    private static Postcode PostcodeOf(string text) => Postcode.TryParse(text, out var code) ? code : throw new InvalidOperationException(text);
}
