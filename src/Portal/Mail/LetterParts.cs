namespace Smederijen.Portal.Mail;

/// <summary>What letters of all kinds share.</summary>
internal static class LetterParts
{
    public const string Colleague = "Beste collega,";

    /// <summary>About the link of a mail; a letter on paper has none that decides anything, and leaves it out.</summary>
    public const string OnlyForYou = "De link in deze mail is alleen voor u. Stuur deze mail niet door.";

    /// <summary>Where a question can go.</summary>
    /// <param name="smederij">The page of a Smederij, with the names and numbers of its kernteam and gebiedsregisseur.</param>
    public static LetterLink HelpLink(Uri smederij) => new("Wie u kunt bellen of mailen", new Uri(smederij, "#contact"));

    /// <summary>To a mailbox from which somebody supports already: there is nothing to confirm, but there may be a second person.</summary>
    /// <param name="what">What is supported: "idee" or "plan".</param>
    /// <param name="page">The page of it that everybody can see.</param>
    public static Letter InitialsMissing(string what, string smederij, Uri page, IReadOnlyList<LetterLink> also) => new(
        "Met dit e-mailadres steunt al iemand",
        [
            $"Iemand vulde uw e-mailadres in om een {what} in {smederij} te steunen. Met dit e-mailadres steunt al iemand dat {what}. "
                + "Hebt u dat zelf gedaan? Dan hoeft u niets te doen: uw steun telt al mee.",
            "Gebruikt u dit e-mailadres samen, en wilt u ook steunen? Dan ontbreken uw voorletters. Vul het formulier opnieuw in, met uw eigen naam en voorletters.",
            "Was u het niet? Dan hoeft u niets te doen.",
        ],
        new LetterLink("Naar het formulier", new Uri($"{page}/steun")),
        also);

    /// <summary>To a mailbox whose two places are taken: a third person gets no mail to confirm.</summary>
    /// <param name="what">What is supported: "idee" or "plan".</param>
    /// <param name="page">The page of it that everybody can see.</param>
    public static Letter MailboxIsFull(string what, string smederij, Uri page, IReadOnlyList<LetterLink> also) => new(
        "Met dit e-mailadres kunnen niet meer mensen steunen",
        [
            $"Iemand vulde uw e-mailadres in om een {what} in {smederij} te steunen. Met één e-mailadres kunnen twee mensen steunen. "
                + "Bij dit e-mailadres zijn dat er al twee. Bent u een van die twee? Dan hoeft u niets te doen.",
            "Wilt u ook steunen? Dan hebt u een eigen e-mailadres nodig. Vul het formulier opnieuw in, met dat adres.",
            "Was u het niet? Dan hoeft u niets te doen.",
        ],
        new LetterLink("Naar het formulier", new Uri($"{page}/steun")),
        also);

    /// <summary>In the mail that asks to confirm support: there may be a second person, and the link is for one of them.</summary>
    public const string SharesMailbox =
        "Gebruikt u dit e-mailadres samen met iemand anders? Op die pagina staat voor wie de link is. Staat uw naam daar niet? Vul het formulier dan "
        + "opnieuw in, met uw eigen naam en voorletters. Met één e-mailadres kunnen twee mensen steunen.";

    /// <summary>The paragraphs that apply.</summary>
    public static IReadOnlyList<string> Paragraphs(params IEnumerable<string?> paragraphs) => [.. paragraphs.OfType<string>()];
}
