namespace Smederijen.LocalHost.Mail;

/// <summary>
/// Mail goes to a folder, from which a mail program or a gateway takes it. The file is named after the effect, so performing
/// the effect twice gives one mail.
/// </summary>
public sealed class OutboxMailer(OutboxFolder outbox, Sender from, TimeProvider clock) : IMailer
{
    public Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        outbox.Put(mail.Id, EmlWriter.Write(mail, from, now), now);
        return Task.CompletedTask;
    }
}
