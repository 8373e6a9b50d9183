using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Styling;

namespace Smederijen.Portal.Tests.Styling;

public partial class The_style_sheet_of_the_portal
{
    private static readonly string Css = Encoding.UTF8.GetString(StyleFile.Sheet.Content.Span);

    [Fact]
    public void Is_in_the_program_under_an_address_that_changes_with_its_content()
    {
        Css.ShouldContain(".utrecht-textbox");
        Css.ShouldContain(".smederij-timeline");
        StyleFile.Sheet.Path.ShouldMatch("^/stijl/[0-9a-f]{16}\\.css$");
    }

    [Fact]
    public void Is_the_same_when_compressed()
    {
        using var gzip = new GZipStream(new MemoryStream(new Packed(StyleFile.Sheet.Content).In(Coding.Gzip).ToArray()), CompressionMode.Decompress);
        new StreamReader(gzip, Encoding.UTF8).ReadToEnd().ShouldBe(Css);
        new Packed(StyleFile.Sheet.Content).In(Coding.Brotli).Length.ShouldBeLessThan(StyleFile.Sheet.Content.Length / 5);
    }

    [Fact]
    public void Fetches_nothing() => Css.ShouldNotContain("url(");

    [Fact]
    public void Knows_every_class_of_our_own_that_a_component_uses()
    {
        var components = Directory.GetFiles(Path.Combine(Theme.Folder, ".."), "*.razor", SearchOption.AllDirectories);

        var used = components.SelectMany(file => OwnClass().Matches(File.ReadAllText(file))).Select(match => match.Value).Distinct().ToList();

        used.Count.ShouldBeGreaterThan(15);
        used.Where(name => !Css.Contains('.' + name, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Gives_a_value_to_every_token_that_its_components_need_in_rest()
    {
        var theme = Theme.Read();

        var needed = Needed().Matches(Css).Select(match => match.Groups["name"].Value).Distinct().Where(InRest).ToList();

        needed.Count.ShouldBeGreaterThan(150);
        needed.Where(name => !theme.Has(name)).ShouldBeEmpty();
    }

    [Fact]
    public void Is_bundled_from_packages_without_a_download_address() =>
        File.ReadAllText(Path.Combine(Theme.Folder, "package-lock.json")).ShouldNotContain("\"resolved\"");

    /// <summary>States and parts that no component of ours has; a state without a token looks as it does in rest.</summary>
    private static bool InRest(string token) => !NotOurs().IsMatch(token);

    [GeneratedRegex(@"smederij-[a-z]+(?:__[a-z]+)?")]
    private static partial Regex OwnClass();

    [GeneratedRegex(@"var\((?<name>--utrecht-[\w-]+)\)")]
    private static partial Regex Needed();

    [GeneratedRegex("button-(primary|secondary)-action-(focus|pressed|disabled|ready|warning|border-width|font|line)|"
        + "action-danger-(focus|pressed|disabled)|secondary-action-danger|button-subtle|radio-button-.*(hover|active|focus)|"
        + "alert-(.*-)?icon|^--utrecht-icon|pagination-page-link|link-(current|placeholder)|table-row-alternate|value-max-length")]
    private static partial Regex NotOurs();
}
