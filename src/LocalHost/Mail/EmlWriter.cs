using System.Globalization;
using System.Text;
using Smederijen.Portal.Mail;

namespace Smederijen.LocalHost.Mail;

/// <summary>
/// Writes a mail as an Internet message: a text part and an HTML part that say the same (RFC 2046, multipart/alternative),
/// UTF-8 in base64, headers in ASCII with encoded words (RFC 2047) where that is needed.
/// </summary>
internal static class EmlWriter
{
    /// <summary>An encoded word has at most 75 characters: 45 bytes in base64 are 60, and the frame around them takes 12.</summary>
    private const int BytesPerEncodedWord = 45;

    /// <exception cref="MailRefusedException">The address cannot stand in a header.</exception>
    public static byte[] Write(OutgoingMail mail, Sender from, DateTimeOffset date)
    {
        if (!FitsInHeader(mail.ToAddress))
            throw new MailRefusedException("The address on this mail is not a mail address.");
        var boundary = $"=_{mail.Id}_=";
        var message = new StringBuilder()
            .Append(Line("From", $"{Words(from.Name)} <{from.Address}>"))
            .Append(Line("To", $"{Words(mail.ToName)} <{mail.ToAddress}>"))
            .Append(Line("Subject", Words(mail.Subject)))
            .Append(Line("Date", date.ToUniversalTime().ToString("ddd, dd MMM yyyy HH:mm:ss '+0000'", CultureInfo.InvariantCulture)))
            .Append(Line("Message-ID", $"<{mail.Id}@{from.Domain}>"))
            // Away messages do not answer a mail that a program sent (RFC 3834).
            .Append(Line("Auto-Submitted", "auto-generated"))
            .Append(Line("Content-Language", "nl"))
            .Append(Line("MIME-Version", "1.0"))
            .Append(Line("Content-Type", $"multipart/alternative; boundary=\"{boundary}\""))
            .Append("\r\n");
        Part(message, boundary, "text/plain", mail.Text);
        Part(message, boundary, "text/html", mail.Html);
        return Encoding.ASCII.GetBytes(message.Append("--").Append(boundary).Append("--\r\n").ToString());
    }

    /// <summary>Whether an address stands in a header without becoming something else.</summary>
    public static bool FitsInHeader(string address) =>
        address.Length > 0 && address.All(c => c is > ' ' and <= '~' and not ('<' or '>' or ',' or ';'));

    private static string Line(string name, string value) => $"{name}: {value}\r\n";

    private static void Part(StringBuilder message, string boundary, string mediaType, string content) => message
        .Append("--").Append(boundary).Append("\r\n")
        .Append(Line("Content-Type", $"{mediaType}; charset=utf-8"))
        .Append(Line("Content-Transfer-Encoding", "base64"))
        .Append("\r\n")
        .Append(Convert.ToBase64String(Encoding.UTF8.GetBytes(content), Base64FormattingOptions.InsertLineBreaks))
        .Append("\r\n");

    /// <summary>Plain words as they are; all else in encoded words, which no line break or bracket can escape from.</summary>
    private static string Words(string text) =>
        text.Length <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-') ? text : string.Join("\r\n ", Encoded(text));

    private static IEnumerable<string> Encoded(string text)
    {
        var bytes = new List<byte>(BytesPerEncodedWord);
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (bytes.Count + length > BytesPerEncodedWord)
            {
                yield return Word(bytes);
                bytes.Clear();
            }
            bytes.AddRange(buffer.AsSpan(0, length));
        }
        yield return Word(bytes);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
