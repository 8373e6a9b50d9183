using System.Text;
using System.Text.RegularExpressions;

namespace Smederijen.LocalHost.Mail;

/// <summary>Reads what <see cref="EmlWriter"/> wrote: for the mailbox pages, not for mail from elsewhere.</summary>
internal static partial class EmlReader
{
    public static StoredMail Read(string id, string message)
    {
        var end = message.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var headers = message[..Math.Max(0, end)].Replace("\r\n ", " ", StringComparison.Ordinal).Split("\r\n");
        var to = Header(headers, "To");
        return new StoredMail(
            id,
            Address(to),
            Decode(Header(headers, "Subject")),
            DateTimeOffset.TryParse(Header(headers, "Date"), System.Globalization.CultureInfo.InvariantCulture, out var date) ? date : default,
            TextOf(message));
    }

    private static string Header(string[] headers, string name) =>
        headers.FirstOrDefault(line => line.StartsWith(name + ": ", StringComparison.Ordinal))?[(name.Length + 2)..] ?? "";

    private static string Address(string to) => to[(to.LastIndexOf('<') + 1)..].TrimEnd('>');

    /// <summary>Space between two encoded words is a fold and no part of the text (RFC 2047, section 6.2).</summary>
    private static string Decode(string value) => EncodedWord().Replace(
        value.Replace("?= =?", "?==?", StringComparison.Ordinal),
        word => Encoding.UTF8.GetString(Convert.FromBase64String(word.Groups[1].Value)));

    /// <summary>The content of the first part, which is the text.</summary>
    private static string TextOf(string message)
    {
        var part = message.IndexOf("Content-Transfer-Encoding: base64\r\n\r\n", StringComparison.Ordinal);
        var begin = message.IndexOf("\r\n\r\n", Math.Max(0, part), StringComparison.Ordinal) + 4;
        var end = part < 0 ? -1 : message.IndexOf("\r\n--", begin, StringComparison.Ordinal);
        return end < 0 ? "" : Encoding.UTF8.GetString(Convert.FromBase64String(message[begin..end]));
    }

    [GeneratedRegex(@"=\?utf-8\?B\?([A-Za-z0-9+/=]*)\?=", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EncodedWord();
}

/// <summary>A mail as the mailbox shows it.</summary>
public sealed partial record StoredMail(string Id, string To, string Subject, DateTimeOffset Date, string Text)
{
    /// <summary>The web addresses in the text, in their order.</summary>
    public IReadOnlyList<string> Links => [.. WebAddress().Matches(Text).Select(match => match.Value)];

    /// <summary>The text as paragraphs of lines, each line in pieces that are a web address or not.</summary>
    public IEnumerable<IEnumerable<IEnumerable<(string Text, bool IsLink)>>> Paragraphs() =>
        Text.Trim().Split("\n\n").Select(paragraph => paragraph.Split('\n').Select(Pieces));

    private static IEnumerable<(string Text, bool IsLink)> Pieces(string line)
    {
        var done = 0;
        foreach (Match match in WebAddress().Matches(line))
        {
            yield return (line[done..match.Index], false);
            yield return (match.Value, true);
            done = match.Index + match.Length;
        }
        yield return (line[done..], false);
    }

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WebAddress();
}
