namespace Smederijen.Portal.Mail;

/// <summary>Hands mail over for delivery: the outbox folder in the local edition, SendGrid in Azure.</summary>
public interface IMailer
{
    /// <summary>Returns once the mail is accepted; throws <see cref="MailRefusedException"/> when trying again is useless.</summary>
    Task Send(OutgoingMail mail, CancellationToken cancellation = default);
}

/// <summary>A mail ready to go. <paramref name="Id"/> is the id of the effect it comes from: sending twice gives one mail.</summary>
public sealed record OutgoingMail(string Id, string ToName, string ToAddress, string Subject, string Text, string Html);

/// <summary>The mail service refuses this mail for good (a wrong address, say); the message carries no personal data.</summary>
public sealed class MailRefusedException(string message) : Exception(message);
