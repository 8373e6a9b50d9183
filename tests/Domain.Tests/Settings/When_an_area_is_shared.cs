using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tests.Ideas;

namespace Smederijen.Domain.Tests.Settings;

public sealed class When_an_area_is_shared
{
    [Theory]
    [InlineData("7901", "7901")]
    [InlineData(" 7901 - 7903 ", "7901-7903")]
    [InlineData("7901–7903", "7901-7903")]
    [InlineData("7901aa-7903ZZ", "7901-7903")]
    [InlineData("7901 AB", "7901AB")]
    [InlineData("7901 ab - 7901 bz", "7901AB-7901BZ")]
    [InlineData("7901AB-7901AB", "7901AB")]
    [InlineData("7901AB 1-99", "7901AB 1-99")]
    [InlineData("7901 AB 1 - 100 Oneven", "7901AB 1-99 oneven")]
    [InlineData("7901AB 3-5 even", "7901AB 4")]
    [InlineData("7901AB 7", "7901AB 7")]
    public void A_part_is_written_in_one_way(string typed, string written)
    {
        AreaPart.TryParse(typed, out var part).ShouldBeTrue();
        part.ToString().ShouldBe(written);
        JsonSerializer.Serialize(ASmederij.WithDefaults() with { Area = [part] }, DomainJson.Default.SmederijSettings)
            .ShouldContain($"\"area\":[\"{written}\"]");
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("79")]
    [InlineData("0901")]
    [InlineData("7903-7901")]
    [InlineData("7901-7901AB")]
    [InlineData("7901AB-7902")]
    [InlineData("7902AB-7901AB")]
    [InlineData("7901SA")]
    [InlineData("7901 1-99")]
    [InlineData("7901AB 99-1")]
    [InlineData("7901AB 0")]
    [InlineData("7901AB 5-5 even")]
    [InlineData("7901AB 1-999999")]
    [InlineData("7901AB, 7901AC")]
    public void What_is_no_part_is_refused(string? typed) => AreaPart.TryParse(typed, out _).ShouldBeFalse();

    [Fact]
    public void What_was_written_is_read_as_it_was() => Prop.ForAll(AnyArea.Part, part =>
        AreaPart.TryParse(part.ToString(), out var read) && read == part).QuickCheckThrowOnFailure();

    [Fact]
    public void The_house_is_asked_only_where_it_decides()
    {
        var smederij = With("7901AA-7901BZ", "7902AB 1-99 oneven");
        Covers("7901AC", null).ShouldBe(Coverage.Yes);
        Covers("7901CA", null).ShouldBe(Coverage.No);
        Covers("7902AB", null).ShouldBe(Coverage.SomeHouses);
        Covers("7902AB", 7).ShouldBe(Coverage.Yes);
        Covers("7902AB", 8).ShouldBe(Coverage.No);
        Covers("7902AB", 101).ShouldBe(Coverage.No);
        Covers("7901AC", 8).ShouldBe(Coverage.Yes);

        Coverage Covers(string code, int? house) => Postcode.TryParse(code, out var postcode) ? smederij.Covers(postcode, house) : Coverage.No;
    }

    [Fact]
    public void Neighbours_become_one_part_over_letters_that_are_never_issued()
    {
        Compact("7901AC", "7901AA", "7901AB", "7901AE").ShouldBe("7901AA-7901AC 7901AE");
        Compact("7901RZ", "7901SB", "7901SC", "7901SE").ShouldBe("7901RZ-7901SE");
        Compact("7901ZZ", "7902AA").ShouldBe("7901ZZ-7902AA");
        Compact("7901AA-7901MZ", "7901NA-7901ZZ", "7902").ShouldBe("7901-7902");
        Compact("7901AB 1-9 oneven", "7901AB 2-10 even", "7901AB 11", "7901AB 21").ShouldBe("7901AB 1-11 7901AB 21");
        Compact("7901AB 1", "7901AB 3", "7901AB 5", "7901AB 8").ShouldBe("7901AB 1-5 oneven 7901AB 8");
        Compact("7901AB 1-9", "7901AB").ShouldBe("7901AB");
        Compact("7901AB 1-99999").ShouldBe("7901AB");
    }

    [Fact]
    public void Fewer_parts_cover_the_same() => Prop.ForAll(AnyArea.Parts, AnyArea.Address, (parts, address) =>
        AnyArea.CoverageOf(Area.Of(parts).Parts, address) == AnyArea.CoverageOf(parts, address)).QuickCheckThrowOnFailure();

    [Fact]
    public void Sets_add_up() => Prop.ForAll(AnyArea.Parts, AnyArea.Parts, AnyArea.Address, (one, other, address) =>
    {
        var (a, b) = (Area.Of(one), Area.Of(other));
        var (inOne, inOther) = (AnyArea.CoverageOf(one, address) == Coverage.Yes, AnyArea.CoverageOf(other, address) == Coverage.Yes);
        return Holds(a.With(b)) == (inOne || inOther) && Holds(a.Without(b)) == (inOne && !inOther) && Holds(a.Shared(b)) == (inOne && inOther)
            && (!Holds(a.Holes()) || !inOne);

        bool Holds(Area area) => AnyArea.CoverageOf(area.Parts, address) == Coverage.Yes;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Overlaps_name_everybody_who_meets()
    {
        var overlaps = Area.Overlaps([Named("A", "7904", "7909AA-7909BZ"), Named("B", "7904"), Named("C", "7904AA-7904CZ", "7909BA 1-9")]);
        overlaps.Select(overlap => $"{overlap.Part}: {string.Join(" ", overlap.Smederijen.Select(smederij => smederij.Name))}").ShouldBe(
            ["7904AA-7904CZ: A B C", "7904DA-7904ZZ: A B", "7909BA 1-9: A C"]);
        Area.Overlaps([Named("A", "7901AB 1-99 oneven"), Named("B", "7901AB 2-98 even")]).ShouldBeEmpty();
        Area.Overlaps([Named("A", "7901"), Named("B", "7902")]).ShouldBeEmpty();
    }

    [Fact]
    public void Holes_are_what_lacks_of_digits_that_are_in_use()
    {
        Holes("7901").ShouldBe("");
        Holes("7901", "7903AA-7903ZY").ShouldBe("7903ZZ");
        Holes("7901AA-7901MZ", "7901NB-7901ZZ", "7903").ShouldBe("7901NA");
        Holes("7901AA-7901AA", "7901AB 1-9 oneven", "7901AB 4-20 even", "7901AC-7901ZZ").ShouldBe("7901AB 2 7901AB 11-19 oneven");
    }

    [Fact]
    public void An_area_is_told_by_its_digits()
    {
        var (whole, inPart) = AreaOf("7901AB-7903BB", "7905-7906", "7908AB 1-9").Digits();
        whole.Select(part => $"{part}").ShouldBe(["7902", "7905-7906"]);
        inPart.ShouldBe([7901, 7903, 7908]);
    }

    private static string Compact(params string[] parts) => string.Join(' ', AreaOf(parts).Parts);

    private static string Holes(params string[] parts) => string.Join(' ', AreaOf(parts).Holes().Parts);

    private static Area AreaOf(params string[] parts) => Area.Of(With(parts).Area);

    private static SmederijSettings Named(string name, params string[] parts) => With(parts) with { Name = name };

    private static SmederijSettings With(params string[] parts) => ASmederij.WithDefaults() with
    {
        Area = [.. parts.Select(part => AreaPart.TryParse(part, out var read) ? read : throw new FormatException(part))],
    };
}
