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
            $"Twee medewerkers hebben de betaling gecontroleerd. Wij maken {facts.Amount} aan u over.",
            facts.Idea.State is IdeaState.Released s ? $"Voer uw idee uit. Dat kan tot en met {Dutch.LastDay(s.RealiseBefore)}." : null,
            "Bewaar de bonnen. En vertel af en toe hoe het gaat: uw buren lezen graag mee."),
        new LetterLink("Vertellen hoe het gaat", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    private static string? HowFar(LetterFacts facts) => facts.Idea.State switch
    {
        IdeaState.Granted { ReleasedFirstBy: not null } => "Er is één akkoord. Een andere medewerker moet het tweede akkoord geven.",
        IdeaState.Granted { AccountCorrections: > 0 } => "Let op: de indiener heeft het rekeningnummer veranderd. Een eerder akkoord telt niet meer.",
        IdeaState.Granted => "Er is nog geen akkoord.",
        _ => null,
    };
}
