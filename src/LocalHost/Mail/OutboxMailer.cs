using Smederijen.LocalHost.Storage;

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
        var message = EmlWriter.Write(mail, from, now);
        try
        {
            outbox.Put(mail.Id, message, now);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new MailOutageException("De map voor uitgaande mail kan niet worden beschreven. De beheerder ziet in het logboek waarom.", failure);
        }
        return Task.CompletedTask;
    }
}
