namespace Smederijen.Portal.Delivery;

/// <summary>Why a mail did not arrive. What the mail server said in words is not kept: it may hold the address.</summary>
public enum ReturnReason
{
    NoSuchAddress,

    /// <summary>Full, or out of use for now.</summary>
    MailboxFull,

    /// <summary>The server of the receiver would not have it, for another reason or for none that is known.</summary>
    Refused,

    /// <summary>The mail service did not try: it knows the address from before.</summary>
    NotSent,

    /// <summary>It arrived, and the receiver called it spam.</summary>
    Spam,
}

/// <summary>What the mail service tells of one mail.</summary>
/// <param name="EventId">Of the telling: the same one again is a repeat.</param>
/// <param name="Ticket">As it went along; see <see cref="ReturnTickets"/>.</param>
/// <param name="Status">Three numbers with dots between them (RFC 3463); null when there are none.</param>
public sealed record ReturnedMail(string EventId, string Ticket, ReturnReason Reason, string? Status)
{
    /// <summary>What staff read, and what they can do.</summary>
    public string Sentence => Words(Reason, Status);

    /// <summary>The same for a mail that was refused at once.</summary>
    public static string Words(ReturnReason reason, string? status) => reason switch
    {
        ReturnReason.NoSuchAddress =>
            $"Deze mail kwam niet aan: het adres bestaat niet{Code(status)}. Vraag het juiste adres, of stuur een brief.",
        ReturnReason.MailboxFull =>
            $"Deze mail kwam niet aan: de mailbox is vol of tijdelijk buiten gebruik{Code(status)}. Probeer het later opnieuw, of stuur een brief.",
        ReturnReason.Refused =>
            $"Deze mail kwam niet aan: de mailserver van de ontvanger weigerde hem{Code(status)}. Probeer het opnieuw, of stuur een brief.",
        ReturnReason.NotSent =>
            "Deze mail is niet verstuurd: eerdere mails aan dit adres kwamen niet aan, of de ontvanger wilde ze niet. "
            + "Vraag het juiste adres, of stuur een brief. Klopt het adres toch? "
            + "Vraag de beheerder om het vrij te geven, en probeer het dan opnieuw.",
        ReturnReason.Spam =>
            "De ontvanger meldde deze mail als spam. Volgende mails aan dit adres komen niet meer aan. Bel de ontvanger, of stuur een brief.",
        _ => throw new InvalidOperationException($"The reason {reason} needs words."),
    };

    private static string Code(string? status) => status is null ? "" : $" (code {status})";
}
