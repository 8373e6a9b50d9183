namespace Smederijen.Portal.Mail;

/// <summary>Hands mail over for delivery: the outbox folder or a relay in the local edition, SendGrid in Azure.</summary>
public interface IMailer
{
    /// <summary>Returns once the mail is accepted for delivery, and can no longer be lost.</summary>
    /// <exception cref="MailRefusedException">Trying again is useless.</exception>
    /// <exception cref="MailOutageException">Nothing can be handed over now.</exception>
    /// <exception cref="Exception">Not now, perhaps later. The message is kept for staff, so it carries no personal data.</exception>
    Task Send(OutgoingMail mail, CancellationToken cancellation = default);
}

/// <summary>A mail ready to go. <paramref name="Id"/> is the id of the effect it comes from: sending twice gives one mail.</summary>
/// <param name="ToName">Empty where no name goes along.</param>
public sealed record OutgoingMail(string Id, string ToName, string ToAddress, string Subject, string Text, string Html)
{
    /// <summary>Who reads an answer; see <see cref="ReplyAddresses"/>. Null only where the settings name nobody.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>What the mail service gives back when the mail did not arrive; null where none does that. It tells nothing.</summary>
    public string? Ticket { get; init; }
}

/// <summary>The mail service refuses this mail for good (a wrong address, say); the message carries no personal data.</summary>
public sealed class MailRefusedException(string message) : Exception(message)
{
    /// <summary>The keys of those who did not get a mail that went to several people.</summary>
    public IReadOnlyList<string> Undelivered { get; init; } = [];
}

/// <summary>
/// No mail at all can be handed over now, whatever is in it: the way out is gone. Nothing is given up for it; once the way is back, mails go
/// within a minute. The message carries no personal data.
/// </summary>
public sealed class MailOutageException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>Whether this is why something failed, be it under the words of who had sent some of the mails.</summary>
    public static bool IsReason(Exception failure) => failure is MailOutageException or { InnerException: MailOutageException };
}

/// <summary>A mail to several people reached only some of them; trying again for the others helps. The message carries no personal data.</summary>
public sealed class MailInterruptedException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The keys of those who still have to get it.</summary>
    public required IReadOnlyList<string> Undelivered { get; init; }
}
