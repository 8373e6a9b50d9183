using Smederijen.Portal.Mail;

namespace Smederijen.Simulation.Tests.Faults;

/// <summary>
/// The mail service: takes every mail once per id, as the outbox folder and SendGrid do, and refuses what changed its
/// addressee under the same id. It keeps no mail: ten years of them would fill the memory.
/// </summary>
internal sealed class Outbox
{
    private readonly Dictionary<string, string> _addressees = new(StringComparer.Ordinal);

    /// <summary>Hears of every mail that is new.</summary>
    public Action<OutgoingMail>? Delivered { get; set; }

    /// <summary>
    /// The first mail that must never go out, and did: the portal takes the exception for a mail service that fails, and tries again.
    /// </summary>
    public Violation? Found { get; private set; }

    public int Count => _addressees.Count;

    public bool Has(string id) => _addressees.ContainsKey(id);

    public void Accept(OutgoingMail mail)
    {
        try
        {
            Take(mail);
        }
        catch (Violation violation)
        {
            Found ??= violation;
            throw;
        }
    }

    private void Take(OutgoingMail mail)
    {
        if (_addressees.TryGetValue(mail.Id, out var known))
        {
            if (known != mail.ToAddress)
                throw new Violation($"Mail {mail.Id} went to two people.");
            return;
        }
        _addressees.Add(mail.Id, mail.ToAddress);
        Delivered?.Invoke(mail);
    }
}
