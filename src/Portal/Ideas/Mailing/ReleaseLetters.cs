namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about releasing the money by two members of staff.</summary>
public static class ReleaseLetters
{
    public static Letter ReleaseRequest(LetterFacts facts) => new(
        facts.Subject("Akkoord nodig voor een betaling"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.Granted { Done: not null }
                ? "Het plan is klaar, en de indiener krijgt nog geld. Kijk naar de kosten en de bonnen. Twee verschillende medewerkers geven akkoord. Daarna wordt er betaald."
                : "De indiener heeft een rekeningnummer opgegeven. Twee verschillende medewerkers geven akkoord. Daarna wordt er betaald.",
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

    public static Letter MoneyReleased(LetterFacts facts) => IsDone(facts.Idea) ? RestReleased(facts) : new(
        facts.Subject("Wij betalen het geld voor uw idee"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.Released { Advance: { } first }
                ? $"Twee medewerkers gaven akkoord. U krijgt nu {Dutch.EuroShort(first.Cents)}. Wij geven dat door aan de bank. U krijgt een mail als er betaald is."
                : $"Twee medewerkers gaven akkoord. U krijgt {facts.Amount}. Wij geven dat nu door aan de bank. U krijgt een mail als er betaald is.",
            RestLater(facts),
            facts.Idea.State is IdeaState.Released s ? $"Voer uw idee uit. Dat kan tot en met {Dutch.LastDay(s.RealiseBefore)}." : null,
            "Bewaar de bonnen. En vertel af en toe hoe het gaat: uw buren lezen graag mee."),
        new LetterLink("Vertellen hoe het gaat", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    /// <summary>The plan is done, and what it cost is paid by now.</summary>
    private static Letter RestReleased(LetterFacts facts) => new(
        facts.Subject("Wij betalen wat u nog krijgt"),
        LetterParts.Paragraphs(
            "Uw plan is klaar, en twee medewerkers gaven akkoord voor de kosten.",
            facts.Idea.State is IdeaState.Ended { Paid: [.., var last] }
                ? $"U krijgt nog {Dutch.EuroShort(last.Amount.Cents)}. Wij geven dat nu door aan de bank. U krijgt een mail als er betaald is."
                : "Wij geven aan de bank door wat u nog krijgt. U krijgt een mail als er betaald is."),
        Also: facts.SubmitterLinks);

    public static Letter MoneyPaid(LetterFacts facts) => IsDone(facts.Idea) ? new(
        facts.Subject("Er is geld voor uw idee betaald"),
        LetterParts.Paragraphs(
            LastPaid(facts.Idea) is { On: { } day } part
                ? $"Op {Dutch.Date(day)} is {Dutch.EuroShort(part.Amount.Cents)} overgemaakt op uw rekening." : "Er is geld overgemaakt op uw rekening.",
            "Ziet u het na drie werkdagen nog niet? Bel of mail ons dan.",
            facts.Idea.State is IdeaState.Granted s
                ? $"U krijgt nog {Dutch.EuroShort(s.Amount.Cents)}. Twee medewerkers kijken eerst naar de kosten en de bonnen." : null),
        Also: facts.SubmitterLinks) : new(
        facts.Subject("Het geld voor uw idee is betaald"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.Released { PaidOn: { } on, Part: var paid }
                ? $"Op {Dutch.Date(on)} is {Dutch.EuroShort(paid.Amount.Cents)} overgemaakt op uw rekening." : $"{facts.Amount} is overgemaakt op uw rekening.",
            "Ziet u het na drie werkdagen nog niet? Bel of mail ons dan.",
            RestLater(facts),
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
                $"Wij wilden {facts.NextPayment} aan u betalen. Dat lukte niet: het geld kwam niet aan op de rekening die u opgaf.",
                "Het geld is er nog steeds voor u. Kijk het nummer en de naam goed na, of kies een andere rekening.",
                facts.Idea.State is IdeaState.Granted { AccountKnown: false } s ? $"Dat kan tot en met {Dutch.LastDay(s.Term.Until)}." : null,
                "Geef uw rekeningnummer alleen door via deze link. Stuur het niet per mail. Wij bellen u er ook niet over."),
            new LetterLink("Rekeningnummer invullen", facts.Link(LinkPurpose.Account)),
            facts.SubmitterLinks);

    private static bool IsDone(Idea idea) => idea.State is IdeaState.Granted { Done: not null } or IdeaState.Ended { Outcome: IdeaPhase.Completed };

    /// <summary>The payment of which the bank told the day last.</summary>
    private static PaidPart? LastPaid(Idea idea) => (idea.State switch
    {
        IdeaState.Granted { Done: { } done } => done.Paid,
        IdeaState.Ended { Paid: { } paid } => paid,
        _ => [],
    }).Where(part => part.On is not null).MaxBy(part => (part.On, part.Number));

    private static string? RestLater(LetterFacts facts) => facts.Idea.State is IdeaState.Released { Advance: not null, Rest: var rest }
        ? $"Dit is een voorschot. U kunt nog hoogstens {Dutch.EuroShort(rest.Cents)} krijgen. Meld daarvoor dat uw idee klaar is, met de kosten en de bonnen. Dan betalen wij de rest."
        : null;

    private static string? HowFar(LetterFacts facts) => facts.Idea.State switch
    {
        IdeaState.Granted { ReleasedFirstBy: not null } => "Er is één akkoord. Een andere medewerker moet het tweede akkoord geven.",
        // The number of the last payment: nobody changed the account since.
        IdeaState.Granted { Done.Paid: var paid, AccountCorrections: var last } when paid.Any(part => part.Number == last) => "Er is nog geen akkoord.",
        IdeaState.Granted { AccountCorrections: > 0 } => "Let op: de indiener heeft het rekeningnummer veranderd. Een eerder akkoord telt niet meer.",
        IdeaState.Granted => "Er is nog geen akkoord.",
        _ => null,
    };
}
