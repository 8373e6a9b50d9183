namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails while residents carry their plan out.</summary>
public static class ProgressLetters
{
    public static Letter RealisationReminder(LetterFacts facts) => new(
        facts.Subject("Hoe gaat het met uw idee?"),
        LetterParts.Paragraphs(
            "U kreeg geld voor uw idee. Wij zijn benieuwd hoe het gaat. Vertel het in een paar zinnen.",
            facts.Idea.State switch
            {
                IdeaState.Released { Overdue: true } s => $"Uw idee moest klaar zijn op {Dutch.LastDay(s.RealiseBefore)}. Die dag is voorbij. De gebiedsregisseur belt u daarover.",
                IdeaState.Released s => $"Uw idee moet klaar zijn op {Dutch.LastDay(s.RealiseBefore)}. Lukt dat niet? Bel dan de gebiedsregisseur.",
                _ => null,
            },
            facts.Idea.State is IdeaState.Released { Advance: not null, Rest: var rest }
                ? $"Is uw idee klaar? Meld dan de kosten, met de bonnen. Daarna betalen wij de rest: hoogstens {Dutch.EuroShort(rest.Cents)}." : null),
        new LetterLink("Vertellen hoe het gaat", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    public static Letter RealisationOverdue(LetterFacts facts) => new(
        facts.Subject("Dit idee is niet op tijd klaar"),
        LetterParts.Paragraphs(
            "Voor dit idee is geld betaald. Het idee is nog niet klaar, en de tijd is voorbij.",
            facts.Idea.State is IdeaState.Released s ? $"Het moest klaar zijn op {Dutch.LastDay(s.RealiseBefore)}." : null,
            "Bel de indiener. Geef op het bord meer tijd, of spreek af dat het geld terugkomt."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter OverrunQuestion(LetterFacts facts) => new(
        facts.Subject("Een vraag over de kosten"),
        LetterParts.Paragraphs(
            "De bewoners vragen om raad: hun plan kost meer dan zij kregen. Meer geld betalen wij niet.",
            facts.Idea.State is IdeaState.Released { Overrun: { } asked } ? $"Zij verwachten {Dutch.EuroShort(asked.Cost.Cents)} aan kosten. Zij schrijven: “{asked.Question}”" : null,
            "Denk mee: kan het goedkoper, of is er een andere betaler? Geef antwoord op het bord. Iedereen kan vraag en antwoord lezen."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter OverrunAnswer(LetterFacts facts) => new(
        facts.Subject("Antwoord op uw vraag over de kosten"),
        ["U stelde ons een vraag over de kosten van uw plan. Wij hebben geantwoord. U leest het antwoord op uw pagina."],
        new LetterLink("Het antwoord lezen", facts.Link(LinkPurpose.Progress)),
        facts.SubmitterLinks);

    public static Letter IdeaCompleted(LetterFacts facts) => new(
        facts.Subject("Uw idee is klaar"),
        LetterParts.Paragraphs(
            "Uw idee is klaar. Bedankt voor uw inzet voor de buurt!",
            FlowBackLetters.Owed(facts) is { } owed ? $"U hebt {owed} over. Dat geld gaat terug naar de Smederij. In een aparte mail leest u hoe u het terugbetaalt."
                : facts.Idea.State is IdeaState.Granted { Done: not null } s
                    ? $"U krijgt nog {Dutch.EuroShort(s.Amount.Cents)}. Twee medewerkers kijken eerst naar de kosten en de bonnen. U krijgt een mail als wij betalen."
                : "U hoeft niets meer te doen."),
        Also: facts.SubmitterLinks);
}
