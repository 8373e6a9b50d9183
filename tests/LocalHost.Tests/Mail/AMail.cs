using Smederijen.LocalHost.Mail;
using Smederijen.Portal.Mail;

namespace Smederijen.LocalHost.Tests.Mail;

/// <summary>Mails to send, and who sends them.</summary>
internal static class AMail
{
    public static Sender From { get; } = new("De Smederijen", "smederijen@voorbeeld.example");

    public static OutgoingMail To(string address, string id = "alteveer-1-1") => new(
        id, "Jannie de Vries", address, "Eén idee voor ’t dorp", "Beste bewoner,\n\n.Tot ziens.\n", "<p>Beste bewoner,</p>")
    {
        ReplyTo = "regisseur@voorbeeld.example",
    };

    /// <summary>The Message-ID of what arrived.</summary>
    public static string IdOf(byte[] message)
    {
        using var parsed = MimeKit.MimeMessage.Load(new MemoryStream(message));
        return parsed.MessageId.ShouldNotBeNull();
    }

    public static SmtpMailer By(SmtpSettings relay, TimeProvider? clock = null) => new(relay, From, clock ?? TimeProvider.System);
}
