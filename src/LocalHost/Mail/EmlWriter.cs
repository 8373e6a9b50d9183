using System.Text;
using MimeKit;

namespace Smederijen.LocalHost.Mail;

/// <summary>
/// Writes a mail as an Internet message: a text part and an HTML part that say the same (RFC 2046, multipart/alternative),
/// UTF-8 in base64, headers in ASCII with encoded words (RFC 2047) where that is needed.
/// </summary>
internal static class EmlWriter
{
    /// <summary>No line with encoded words may be longer (RFC 2047, section 2); an address or an id cannot be folded and may.</summary>
    private const int LongestLine = 76;

    /// <summary>In base64 60 characters, 72 with the frame around them; an encoded word has at most 75.</summary>
    private const int BytesPerEncodedWord = 45;

    /// <summary>The first encoded word shares its line with the name of the header.</summary>
    private const int BytesOfFirstWord = 36;

    /// <summary>Stands in no part, since base64 has no underscore.</summary>
    private const string Boundary = "=_smederijen_=";

    public static readonly FormatOptions Format = new() { NewLineFormat = NewLineFormat.Dos };

    /// <exception cref="MailRefusedException">The address cannot stand in a header.</exception>
    public static byte[] Write(OutgoingMail mail, Sender from, DateTimeOffset date)
    {
        using var message = Compose(mail, from, date);
        using var bytes = new MemoryStream();
        message.WriteTo(Format, bytes);
        return bytes.ToArray();
    }

    /// <summary>The message, for who disposes it. Of one mail it has the same Message-ID at every try.</summary>
    /// <exception cref="MailRefusedException">The address cannot stand in a header.</exception>
    public static MimeMessage Compose(OutgoingMail mail, Sender from, DateTimeOffset date)
    {
        if (!FitsInHeader(mail.ToAddress) || (mail.ReplyTo is { } reader && !FitsInHeader(reader)))
            throw new MailRefusedException("The address on this mail is not a mail address.");
        object[] headers =
        [
            Line("From", [.. Words(from.Name), $"<{from.Address}>"]),
            .. mail.ReplyTo is { } replyTo ? (Header[])[Line("Reply-To", [$"<{replyTo}>"])] : [],
            Line("To", [.. Words(mail.ToName), $"<{mail.ToAddress}>"]),
            Line("Subject", Words(mail.Subject)),
            Line("Message-ID", [$"<{mail.Id}@{from.Domain}>"]),
        ];
        var message = new MimeMessage(headers) { Date = date.ToUniversalTime() };
        // Away messages do not answer a mail that a program sent (RFC 3834).
        message.Headers.Add("Auto-Submitted", "auto-generated");
        message.Headers.Add("Content-Language", "nl");
        message.Body = new MultipartAlternative(Part("plain", mail.Text), Part("html", mail.Html)) { Boundary = Boundary };
        return message;
    }

    /// <summary>Whether an address stands in a header without becoming something else.</summary>
    public static bool FitsInHeader(string address) =>
        address.Length > 0 && address.All(c => c is > ' ' and <= '~' and not ('<' or '>' or ',' or ';'));

    private static TextPart Part(string subtype, string content) => new(subtype) { Text = content, ContentTransferEncoding = ContentEncoding.Base64 };

    /// <summary>Folded here: MimeKit makes encoded words of over 75 characters, and takes a text that looks like one for one.</summary>
    private static Header Line(string name, IEnumerable<string> words)
    {
        var line = new StringBuilder(name).Append(':');
        var room = LongestLine - line.Length;
        foreach (var word in words)
        {
            var fits = word.Length < room;
            line.Append(fits ? " " : "\r\n ").Append(word);
            room = (fits ? room : LongestLine) - word.Length - 1;
        }
        var header = new Header(name, "");
        header.SetRawValue(Encoding.ASCII.GetBytes(line.Append("\r\n").ToString(name.Length + 1, line.Length - name.Length - 1)));
        return header;
    }

    /// <summary>Plain words as they are; all else in encoded words, which no line break or bracket can escape from.</summary>
    private static IEnumerable<string> Words(string text) =>
        text.Length == 0 ? [] : text.Length <= 60 && text.All(c => char.IsAsciiLetterOrDigit(c) || c is ' ' or '-') ? [text] : Encoded(text);

    private static IEnumerable<string> Encoded(string text)
    {
        var bytes = new List<byte>(BytesPerEncodedWord);
        var room = BytesOfFirstWord;
        var buffer = new byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            var length = rune.EncodeToUtf8(buffer);
            if (bytes.Count + length > room)
            {
                yield return Word(bytes);
                bytes.Clear();
                room = BytesPerEncodedWord;
            }
            bytes.AddRange(buffer.AsSpan(0, length));
        }
        yield return Word(bytes);
    }

    private static string Word(List<byte> bytes) => $"=?utf-8?B?{Convert.ToBase64String([.. bytes])}?=";
}
