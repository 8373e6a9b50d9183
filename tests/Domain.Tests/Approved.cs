using System.Runtime.CompilerServices;

namespace Smederijen.Domain.Tests;

/// <summary>
/// Compares a text with the approved file beside the test. On a difference the new text is left as <c>.received.txt</c>,
/// to be read and, when right, renamed.
/// </summary>
public static class Approved
{
    public static void Matches(string text, string name, [CallerFilePath] string testFile = "") =>
        MatchesFile(text, name + ".approved.txt", testFile);

    /// <summary>The same with a file that people read as well, named relative to the test.</summary>
    public static void MatchesFile(string text, string path, [CallerFilePath] string testFile = "")
    {
        var file = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(testFile)!, path));
        var received = Path.Combine(Path.GetDirectoryName(testFile)!, Path.GetFileName(file).Split('.')[0] + ".received.txt");
        var actual = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (actual == expected)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, actual);
        actual.ShouldBe(expected, $"The text differs from what was approved: compare {Path.GetFileName(received)} with {Path.GetFileName(file)}.");
    }
}
