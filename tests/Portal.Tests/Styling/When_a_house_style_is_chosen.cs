using System.Text;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Styling;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Styling;

public sealed class When_a_house_style_is_chosen
{
    /// <summary>Every ninth step of red, green and blue: 8 × 8 × 8 colours from black to white.</summary>
    private static readonly Colour[] s_colours =
    [
        .. from red in Enumerable.Range(0, 8)
           from green in Enumerable.Range(0, 8)
           from blue in Enumerable.Range(0, 8)
           select new Colour((byte)(red * 255 / 7), (byte)(green * 255 / 7), (byte)(blue * 255 / 7)),
    ];

    [Fact]
    public void What_comes_with_the_program_is_what_the_theme_says()
    {
        var theme = Theme.Read();
        theme.Value("--smederij-petrol").ShouldBe($"{Palette.Program.Main}");
        theme.Value("--smederij-petrol-deep").ShouldBe($"{Palette.Program.Dark}");
        theme.Value("--smederij-focus").ShouldBe($"{Palette.Program.Dark}");
        theme.Value("--smederij-petrol-pale").ShouldBe($"{Palette.Program.Pale}");
        theme.Value("--smederij-ember").ShouldBe($"{Palette.Program.Accent}");
        foreach (var surface in Palette.Surfaces.Append(Palette.Ink))
            theme.Value($"--smederij-{surface.Token}").ShouldBe($"{surface.Colour}");
    }

    [Fact]
    public void The_colours_of_the_program_have_no_fault() => Palette.FaultsIn(new HouseColours(
        $"{Palette.Program.Main}", $"{Palette.Program.Dark}", $"{Palette.Program.Pale}", $"{Palette.Program.Accent}")).ShouldBeEmpty();

    [Fact]
    public void Contrast_is_that_of_the_standard()
    {
        Colour.Black.Contrast(Colour.White).ShouldBe(21, 0.001);
        new Colour(0x77, 0x77, 0x77).Contrast(Colour.White).ShouldBe(4.48, 0.01);
        Theme.Read().Contrast("--smederij-petrol", "--smederij-paper").ShouldBe(Palette.Program.Main.Contrast(Colour.White), 0.0001);
    }

    [Theory]
    [InlineData("#0B4A5A", "#0b4a5a")]
    [InlineData("0b4a5a", "#0b4a5a")]
    [InlineData("#abc", "#aabbcc")]
    [InlineData("", null)]
    [InlineData("#", null)]
    [InlineData("#0b4a5", null)]
    [InlineData("#0b4a5a;}", null)]
    [InlineData("#-0b4a5", null)]
    [InlineData("#+b4a5a", null)]
    [InlineData("# b4a5a", null)]
    [InlineData("red", null)]
    [InlineData("０b4a5a", null)]
    public void A_colour_is_read_as_people_write_it(string typed, string? colour) => Colour.Parse(typed)?.ToString().ShouldBe(colour);

    [Theory]
    [InlineData("Main")]
    [InlineData("Dark")]
    [InlineData("Pale")]
    [InlineData("Accent")]
    public void The_nearest_colour_that_is_offered_has_no_fault(string which)
    {
        var (refused, taken) = (0, 0);
        foreach (var colour in s_colours)
        {
            var faults = Palette.FaultsIn(With(which, colour));
            if (faults.Count == 0)
            {
                taken++;
                continue;
            }
            var fault = faults.ShouldHaveSingleItem();
            fault.Which.ShouldBe(which);
            fault.Ratio.ShouldBeLessThan(fault.Least);
            Palette.FaultsIn(With(which, fault.Nearest)).ShouldBeEmpty($"{fault.Nearest} was offered for {colour}");
            refused++;
        }
        refused.ShouldBeGreaterThan(50);
        taken.ShouldBeGreaterThan(10);
    }

    [Fact]
    public void What_is_made_of_a_main_colour_that_can_be_used_can_be_read_too()
    {
        var usable = s_colours.Where(colour => Palette.FaultsIn(With("Main", colour)).Count == 0).ToList();
        usable.Count.ShouldBeGreaterThan(50);
        foreach (var main in usable)
        {
            var palette = Palette.Of(With("Main", main));
            palette.Dark.Contrast(Colour.White).ShouldBeGreaterThanOrEqualTo(main.Contrast(Colour.White));
            Palette.FaultsIn(new HouseColours($"{main}", $"{palette.Dark}", $"{palette.Pale}")).ShouldBeEmpty($"{palette}");
        }
    }

    [Fact]
    public void Every_pair_of_the_theme_that_a_house_style_touches_stands_out_with_any_that_is_taken()
    {
        string[] names = ["--smederij-petrol", "--smederij-petrol-deep", "--smederij-petrol-pale", "--smederij-focus"];
        foreach (var main in s_colours.Where(colour => Palette.FaultsIn(With("Main", colour)).Count == 0))
        {
            var palette = Palette.Of(With("Main", main));
            var theme = Theme.Read(HouseSheet.Of(With("Main", main)).ShouldNotBeNull().Content.Span);
            names.Select(theme.Value).ShouldBe([$"{palette.Main}", $"{palette.Dark}", $"{palette.Pale}", $"{palette.Dark}"]);
            foreach (var (text, background) in The_theme_is_readable.Pairs)
                theme.Contrast($"--utrecht-{text}-color", $"--utrecht-{background}-background-color").ShouldBeGreaterThanOrEqualTo(
                    4.5, $"{text} on {background} with {main}");
        }
    }

    [Fact]
    public void Its_sheet_says_five_tokens_under_an_address_that_changes_with_them()
    {
        var sheet = HouseSheet.Of(new HouseColours("#7b1e5e", Accent: "#c04000")).ShouldNotBeNull();
        Encoding.UTF8.GetString(sheet.Content.Span).ShouldBe(
            ":root{--smederij-petrol:#7b1e5e;--smederij-petrol-deep:#4a1238;--smederij-petrol-pale:#efe4ec;--smederij-ember:#c04000;"
            + "--smederij-focus:#4a1238}\n");
        sheet.Path.ShouldBe($"/huisstijl/{Digest.Hex(Encoding.UTF8.GetString(sheet.Content.Span), 8)}.css");
        HouseSheet.Of(new HouseColours("#7b1e5f", Accent: "#c04000"))!.Path.ShouldNotBe(sheet.Path);
        HouseSheet.Of(null).ShouldBeNull();
        HouseSheet.Of(new HouseColours()).ShouldBeNull();
    }

    private static HouseColours With(string which, Colour colour) => which switch
    {
        "Main" => new(Main: $"{colour}"),
        "Dark" => new(Dark: $"{colour}"),
        "Pale" => new(Pale: $"{colour}"),
        _ => new(Accent: $"{colour}"),
    };
}
