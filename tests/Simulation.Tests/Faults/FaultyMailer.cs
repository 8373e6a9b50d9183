using Smederijen.Portal.Mail;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>The way of one process to the mail service.</summary>
internal sealed class FaultyMailer(Outbox outbox, FaultyStore connection, Accidents accidents) : IMailer
{
    public Task Send(OutgoingMail mail, CancellationToken cancellation = default)
    {
        connection.ThrowIfGone();
        if (accidents.MailFails())
            throw new TimeoutException("The simulated mail service does not answer.");
        if (accidents.MailIsRefused())
            throw new MailRefusedException("The simulated mail service refuses the address.");
        outbox.Accept(mail);
        if (accidents.CrashBetweenMailAndMark())
            throw connection.Crash();
        return Task.CompletedTask;
    }
}
