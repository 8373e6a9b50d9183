using System.Text.RegularExpressions;

namespace Smederijen.Portal.Tests.Architecture;

/// <summary>What <c>docs/security.md</c> names as proof is there: each test by its class, each file by its end, each requirement once.</summary>
public sealed partial class The_page_on_security
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"));

    [Fact]
    public void Names_only_tests_and_files_that_are_there()
    {
        var files = new[] { "src", "tests", "docs" }.SelectMany(Repository.Files).Select(file => file.Replace('\\', '/')).ToList();
        var named = Quoted().Matches(Page).Select(match => match.Groups[1].Value).Where(name => TestName().IsMatch(name) || FileName().IsMatch(name))
            .ToList();
        named.Count(TestName().IsMatch).ShouldBeGreaterThan(40);
        named.Where(name => !files.Exists(file => file.EndsWith(TestName().IsMatch(name) ? $"/{name}.cs" : $"/{name}", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    /// <summary>So many chapters has version 5.0 of the standard.</summary>
    [Fact]
    public void Has_a_part_for_every_chapter_of_the_standard() =>
        Chapter().Matches(Page).Select(match => int.Parse(match.Groups[1].Value, null)).ShouldBe(Enumerable.Range(1, 17));

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("^(When|The|What|A|Every|Whatever)_\\w+$")]
    private static partial Regex TestName();

    [GeneratedRegex(@"^[\w/.-]+\.(cs|md)$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^### V(\d+) ", RegexOptions.Multiline)]
    private static partial Regex Chapter();
}
