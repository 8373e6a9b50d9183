using Smederijen.Portal.Mail;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>
/// The mail service: takes every mail once per id, as the outbox folder and SendGrid do, and refuses what changed its
/// addressee or subject under the same id.
/// </summary>
internal sealed class Outbox
{
    private readonly Dictionary<string, OutgoingMail> _mails = new(StringComparer.Ordinal);

    /// <summary>Hears of every mail that is new.</summary>
    public Action<OutgoingMail>? Delivered { get; set; }

    public IReadOnlyDictionary<string, OutgoingMail> Mails => _mails;

    public void Accept(OutgoingMail mail)
    {
        if (_mails.TryGetValue(mail.Id, out var known))
        {
            if (known.ToAddress != mail.ToAddress)
                throw new Violation($"Mail {mail.Id} went to two people.");
            return;
        }
        _mails.Add(mail.Id, mail);
        Delivered?.Invoke(mail);
    }
}
