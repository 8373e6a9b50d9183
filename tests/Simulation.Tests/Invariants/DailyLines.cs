using System.Text.RegularExpressions;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The lines of a mail with all that waits for a reviewer, as its reader sees them: a title, since when it waits, and the link.</summary>
internal static partial class DailyLines
{
    public static IEnumerable<(string Title, string Link)> In(string text) =>
        Line().Matches(text).Select(line => (line.Groups["title"].Value, line.Groups["link"].Value));

    [GeneratedRegex(@"^(?<title>.+)\nWacht .+\nhttps?://[^/]+(?<link>/link/[A-Za-z0-9_-]+)$", RegexOptions.Multiline)]
    private static partial Regex Line();
}
