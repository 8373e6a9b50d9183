using System.Text.RegularExpressions;

namespace Smederijen.Portal.Delivery;

/// <summary>
/// Reads what SendGrid posts about mails. Only what becomes a <see cref="ReturnedMail"/> leaves here: no address, and nothing of the answer of
/// the mail server (<c>reason</c>, <c>response</c>), which may hold one. Source: Twilio SendGrid, "Event Webhook Reference".
/// </summary>
public static partial class SentEvents
{
    /// <summary>The argument of a mail in which its ticket lies; SendGrid gives it back as a field of each event.</summary>
    public const string TicketArgument = "retour";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 8 };

    /// <summary>
    /// The mails that did not arrive. What else happened to mails (<c>delivered</c>, and <c>deferred</c>, which is tried again) is left out,
    /// as is what this program does not know. Null when it is no list of events.
    /// </summary>
    public static IReadOnlyList<ReturnedMail>? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            return document.RootElement.ValueKind is JsonValueKind.Array
                ? [.. document.RootElement.EnumerateArray().Select(Read).OfType<ReturnedMail>()]
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text with half a surrogate pair in it.
            return null;
        }
    }

    private static ReturnedMail? Read(JsonElement one)
    {
        if (one.ValueKind is not JsonValueKind.Object || Text(one, "sg_event_id") is not { Length: > 0 } id)
            return null;
        var status = Text(one, "status") is { } told && Status().IsMatch(told) ? told : null;
        ReturnReason? reason = Text(one, "event") switch
        {
            "bounce" => ReasonOf(status, Text(one, "bounce_classification")),
            "dropped" => ReturnReason.NotSent,
            "spamreport" => ReturnReason.Spam,
            _ => null,
        };
        return reason is { } why ? new ReturnedMail(id, Text(one, TicketArgument) ?? "", why, status) : null;
    }

    /// <summary>By the status (RFC 3463, section 3); by the class that SendGrid puts it in where that says nothing.</summary>
    public static ReturnReason ReasonOf(string? status, string? classification = null) => status?[2..] switch
    {
        "1.1" or "1.2" or "1.3" or "1.6" or "1.10" or "2.1" => ReturnReason.NoSuchAddress,
        "2.2" => ReturnReason.MailboxFull,
        null or "0.0" when classification is "Invalid Address" => ReturnReason.NoSuchAddress,
        null or "0.0" when classification is "Mailbox Unavailable" => ReturnReason.MailboxFull,
        _ => ReturnReason.Refused,
    };

    private static string? Text(JsonElement one, string name) =>
        one.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"^[245]\.[0-9]{1,3}\.[0-9]{1,3}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Status();
}
