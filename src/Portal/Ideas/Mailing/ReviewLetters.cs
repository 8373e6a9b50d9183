namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails to the wijkteam, and to the gebiedsregisseur when the wijkteam gets stuck.</summary>
public static class ReviewLetters
{
    public static Letter ReviewRequest(LetterFacts facts) => new(
        facts.Subject("Wat vindt u van dit idee?"),
        LetterParts.Paragraphs(
            "Bewoners steunen dit idee. Het wijkteam geeft nu advies. Bekijk het idee en geef uw advies.",
            Again(facts),
            Until(facts),
            LetterParts.OnlyForYou),
        Button(facts), [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter ReviewReminder(LetterFacts facts) => new(
        facts.Subject("Wij wachten op uw advies"),
        LetterParts.Paragraphs(
            "Wij hebben nog geen advies van u over dit idee. Zonder advies kan het idee niet verder.",
            Until(facts),
            LetterParts.OnlyForYou),
        Button(facts), [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter ReviewEscalated(LetterFacts facts) => new(
        facts.Subject("Het wijkteam adviseert niet op tijd"),
        LetterParts.Paragraphs(
            "Er zijn te weinig adviezen over dit idee, en de tijd is voorbij. De indiener wacht.",
            HowMany(facts),
            "Bel de leden van het wijkteam. Of laat een ander lid adviseren: dat regelt u op het bord.",
            $"U krijgt deze mail elke {Dutch.Count(facts.Smederij.Terms.ReviewReminderWorkingDays, "werkdag", "werkdagen")}, tot er een besluit is."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter ReviewSplit(LetterFacts facts) => new(
        facts.Subject("Het wijkteam komt er niet uit"),
        LetterParts.Paragraphs(
            "Er zijn geen leden meer die nog kunnen adviseren, en er is geen besluit.",
            facts.Idea.State is IdeaState.InReview s ? $"Voor een besluit zijn {Dutch.Count(s.Panel.Needed, "gelijk advies", "gelijke adviezen")} nodig." : null,
            "Praat met het wijkteam. Start de beoordeling daarna opnieuw op het bord."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    private static string? Again(LetterFacts facts) => facts.Idea.State is IdeaState.InReview { Panel.Version: > 1 }
        ? "Het wijkteam bekijkt dit idee opnieuw. Op de pagina leest u waarom. Een eerder advies van u telt niet meer."
        : null;

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.InReview { Escalated: false } s
        ? $"Adviseren kan tot en met {Dutch.LastDay(s.EscalateAt)}. Daarna vragen wij de gebiedsregisseur om te helpen."
        : null;

    private static string? HowMany(LetterFacts facts) => facts.Idea.State is IdeaState.InReview s
        ? $"Adviezen tot nu toe: {s.Panel.Seats.Count(seat => seat.Advice is not null)} van de {s.Panel.Seats.Length}."
        : null;

    private static LetterLink Button(LetterFacts facts) => new("Idee bekijken en advies geven", facts.Link(LinkPurpose.Review));
}
