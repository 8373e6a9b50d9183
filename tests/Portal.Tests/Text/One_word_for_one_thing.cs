using System.Text.RegularExpressions;
using Smederijen.Portal.Tests.Architecture;

namespace Smederijen.Portal.Tests.Text;

/// <summary>Residents read one word for one thing, on every page and in every mail.</summary>
public sealed partial class One_word_for_one_thing
{
    [Fact]
    public void The_website_is_called_website_everywhere() => Sources()
        .SelectMany(file => TextsIn(file).Where(text => Site().IsMatch(text)).Select(text => $"{Path.GetFileName(file)}: {text.Trim()}"))
        .ShouldBeEmpty();

    [Theory]
    [InlineData("""Subject: "Uw idee staat op de site",""")]
    [InlineData("""<nav aria-label="Over deze site">""")]
    [InlineData("""<p>Lees het op onze site.</p>""")]
    public void The_search_sees_it_in_a_mail_and_on_a_page(string line) => Site().IsMatch(line).ShouldBeTrue();

    private static IEnumerable<string> Sources() => Repository.Files("src").Where(file =>
        (file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
        && !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>Lines that are no comment.</summary>
    private static IEnumerable<string> TextsIn(string file) => Comment().Replace(File.ReadAllText(file), "").Split('\n')
        .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal));

    /// <summary>The word with a Dutch one before it: English has none of these.</summary>
    [GeneratedRegex(@"\b(de|deze|onze|een|uw|andere|eigen)\s+sites?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Site();

    [GeneratedRegex(@"@\*.*?\*@", RegexOptions.Singleline)]
    private static partial Regex Comment();
}
