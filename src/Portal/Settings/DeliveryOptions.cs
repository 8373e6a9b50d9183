namespace Smederijen.Portal.Settings;

/// <summary>What is known of the way that mails go, and of what comes back: the settings <c>Mail__…</c> that both editions read.</summary>
public sealed class DeliveryOptions
{
    /// <summary>The sender of every mail. The check of its domain is about what stands after the @.</summary>
    public string FromAddress { get; set; } = "";

    /// <summary>
    /// The public key of the event webhook of SendGrid (base64 of a SubjectPublicKeyInfo, P-256), no secret. Empty where no mail service tells
    /// what did not arrive.
    /// </summary>
    public string EventKey { get; set; } = "";

    /// <summary>The names under which the mail service lays its keys for DKIM, with commas between them; empty where none is known.</summary>
    public string DkimSelector { get; set; } = "";

    /// <summary>The name of the mail service in an SPF record; empty where none is known.</summary>
    public string SpfInclude { get; set; } = "";
}
