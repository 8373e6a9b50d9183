using System.Text.RegularExpressions;
using MimeKit;

namespace Smederijen.LocalHost.Mail;

/// <summary>Reads what <see cref="EmlWriter"/> wrote, for the mailbox pages.</summary>
internal static class EmlReader
{
    /// <summary>What is no message, such as a file that a power failure left empty, is a mail without anything in it.</summary>
    public static StoredMail Read(string id, Stream file)
    {
        try
        {
            using var message = MimeMessage.Load(file);
            return new StoredMail(id, message.To.Mailboxes.FirstOrDefault()?.Address ?? "", message.Subject ?? "", message.Date,
                message.TextBody ?? "");
        }
        catch (FormatException)
        {
            return new StoredMail(id, "", "", default, "");
        }
    }
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

    [GeneratedRegex(@"https?://[^\s<>""]+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: Patience.OfExpressions)]
    private static partial Regex WebAddress();
}
