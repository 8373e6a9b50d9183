namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about releasing the money by two members of staff.</summary>
public static class ReleaseLetters
{
    public static Letter ReleaseRequest(LetterFacts facts) => new(
        facts.Subject("Akkoord nodig voor een betaling"),
        LetterParts.Paragraphs(
            "De indiener heeft een rekeningnummer opgegeven. Twee verschillende medewerkers geven akkoord. Daarna wordt er betaald.",
            HowFar(facts)),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter ReleaseReminder(LetterFacts facts) => new(
        facts.Subject("Deze betaling wacht nog"),
        LetterParts.Paragraphs(
            "De indiener wacht op het geld. Twee verschillende medewerkers geven akkoord. Dat is nog niet gebeurd.",
            HowFar(facts),
            $"U krijgt deze mail elke {Dutch.Count(facts.Smederij.Terms.ReleaseReminderWorkingDays, "werkdag", "werkdagen")}, tot er betaald is."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter MoneyReleased(LetterFacts facts) => new(
        facts.Subject("Wij betalen het geld voor uw idee"),
        LetterParts.Paragraphs(
            $"Twee medewerkers gaven akkoord. U krijgt {facts.Amount}. Wij geven dat nu door aan de bank. U krijgt een mail als er betaald is.",
            facts.Idea.State is IdeaState.Released s ? $"Voer uw idee uit. Dat kan tot en met {Dutch.LastDay(s.RealiseBefore)}." : null,
            "Bewaar de bonnen. En vertel af en toe hoe het gaat: uw buren lezen graag mee."),
        new LetterLink("Vertellen hoe het gaat", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    public static Letter MoneyPaid(LetterFacts facts) => new(
        facts.Subject("Het geld voor uw idee is betaald"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.Released { PaidOn: { } on }
                ? $"Op {Dutch.Date(on)} is {facts.Amount} overgemaakt op uw rekening." : $"{facts.Amount} is overgemaakt op uw rekening.",
            "Ziet u het na drie werkdagen nog niet? Bel of mail ons dan.",
            "Bewaar de bonnen. En vertel af en toe hoe het gaat: uw buren lezen graag mee."),
        new LetterLink("Vertellen hoe het gaat", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    /// <summary>To the submitter, with the link to give another account; and to staff.</summary>
    public static Letter PaymentReturned(LetterFacts facts) => facts.To.Role == AddresseeRole.Staff
        ? new(
            facts.Subject("Een betaling kwam niet aan"),
            ["Het geld voor dit idee kwam niet aan, en is weer apart gezet. De indiener kreeg een mail en geeft opnieuw een rekeningnummer op.",
             "Daarna geven twee medewerkers opnieuw akkoord."],
            facts.StaffLink, [facts.PublicLink], facts.About)
        { Greeting = LetterParts.Colleague }
        : new(
            facts.Subject("Het geld kwam niet aan: vul uw rekeningnummer opnieuw in"),
            LetterParts.Paragraphs(
                $"Wij wilden {facts.Amount} aan u betalen. Dat lukte niet: het geld kwam niet aan op de rekening die u opgaf.",
                "Het geld is er nog steeds voor u. Kijk het nummer en de naam goed na, of kies een andere rekening.",
                facts.Idea.State is IdeaState.Granted { AccountKnown: false } s ? $"Dat kan tot en met {Dutch.LastDay(s.Term.Until)}." : null,
                "Geef uw rekeningnummer alleen door via deze link. Stuur het niet per mail. Wij bellen u er ook niet over."),
            new LetterLink("Rekeningnummer invullen", facts.Link(LinkPurpose.Account)),
            facts.SubmitterLinks);

    private static string? HowFar(LetterFacts facts) => facts.Idea.State switch
    {
        IdeaState.Granted { ReleasedFirstBy: not null } => "Er is één akkoord. Een andere medewerker moet het tweede akkoord geven.",
        IdeaState.Granted { AccountCorrections: > 0 } => "Let op: de indiener heeft het rekeningnummer veranderd. Een eerder akkoord telt niet meer.",
        IdeaState.Granted => "Er is nog geen akkoord.",
        _ => null,
    };
}
