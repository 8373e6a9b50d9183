using System.Buffers.Text;
using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Work;

/// <summary>
/// What goes along with a mail, so that it can be put among those that did not arrive once the mail service says so: which effect it was and
/// for which of its readers. It is sealed: it tells the service nothing, and only what this installation sent can come back. So nothing is
/// kept of mails that arrive (docs/decisions/0043-what-became-of-a-mail.md).
/// </summary>
public sealed class ReturnTickets(IDataProtectionProvider protection, EffectContracts effects, IOptions<DeliveryOptions> options)
{
    /// <summary>In characters: the services take 10,000 bytes of such things with a mail. No effect that is a mail comes near it.</summary>
    private const int Longest = 8000;

    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.ReturnedMails.v1");

    /// <summary>Null where no mail service would bring it back.</summary>
    /// <param name="sent">The effect as it lies in the store, with seals in place of what people typed.</param>
    /// <param name="copy">The key of the reader.</param>
    public string? For(WorkKey key, int number, PendingEffect sent, string copy)
    {
        if (options.Value.EventKey.Length == 0)
            return null;
        var text = string.Join(
            '\n', key.Smederij, key.Item, number.ToString(CultureInfo.InvariantCulture), copy, Rows.Write(sent, effects.Pending));
        var ticket = Base64Url.EncodeToString(protector.Protect(Encoding.UTF8.GetBytes(text)));
        return ticket.Length <= Longest ? ticket : null;
    }

    /// <summary>Null for what was not sealed here, or cannot be read by this release.</summary>
    public ReturnTicket? Open(string ticket)
    {
        if (ticket.Length is 0 or > Longest)
            return null;
        try
        {
            var parts = Encoding.UTF8.GetString(protector.Unprotect(Base64Url.DecodeFromChars(ticket))).Split('\n', 5);
            return parts is [var smederij, var item, var number, var copy, var sent]
                && JsonSerializer.Deserialize(sent, effects.Pending) is { } pending
                ? new ReturnTicket(new WorkKey(smederij, item), int.Parse(number, CultureInfo.InvariantCulture), pending, copy)
                : null;
        }
        catch (Exception e) when (e is FormatException or CryptographicException or JsonException)
        {
            return null;
        }
    }
}

/// <summary>Which mail came back.</summary>
/// <param name="Number">Of the effect.</param>
/// <param name="Copy">The key of the reader; empty for a mail to one reader.</param>
public sealed record ReturnTicket(WorkKey Key, int Number, PendingEffect Sent, string Copy);
