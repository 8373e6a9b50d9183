using System.Text.RegularExpressions;

namespace Smederijen.Portal.Tests.Architecture;

/// <summary>No line of code is wider than <c>.editorconfig</c> says. A text for people counts as nothing, and so does an alias of a type.</summary>
public sealed partial class The_width_of_a_line
{
    [Fact]
    public void Is_what_the_editor_is_told()
    {
        var most = int.Parse(Width().Match(File.ReadAllText(Path.Combine(Repository.Root, ".editorconfig"))).Groups[1].Value, null);
        string[] folders = ["src", "tests", "bench"];
        var files = folders.SelectMany(Repository.Files).Where(file => file.EndsWith(".cs", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(500);
        files.SelectMany(file => TooWide(file, most).Select(line => $"{Path.GetRelativePath(Repository.Root, file)}({line})")).ShouldBeEmpty();
    }

    private static IEnumerable<int> TooWide(string file, int most)
    {
        var inText = false;
        foreach (var (number, line) in File.ReadLines(file).Index())
        {
            var quotes = line.Split("\"\"\"").Length - 1;
            if (!inText && quotes == 0 && !line.StartsWith("using ", StringComparison.Ordinal) && Text().Replace(line, "\"\"").Length > most)
                yield return number + 1;
            inText ^= quotes % 2 == 1;
        }
    }

    [GeneratedRegex(@"max_line_length = (\d+)")]
    private static partial Regex Width();

    [GeneratedRegex("""[$@]*"(?:[^"\\]|\\.)*["]""")]
    private static partial Regex Text();
}
