namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about what is left of a round, which is less than the idea asks.</summary>
public static class PartLetters
{
    public static Letter PartOffered(LetterFacts facts) => new(
        facts.Subject("Er is een deel van het geld voor uw idee"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.OfferedPart s
                ? $"U vraagt {facts.Amount}. Zo veel is er niet meer. Er is nog {Dutch.EuroShort(s.Amount.Cents)}. Dat bieden wij u aan."
                : "Zo veel geld als u vraagt, is er niet meer. Wat er nog is, bieden wij u aan.",
            "Kan uw idee ook met dit bedrag? Neem het dan aan, en schrijf wat er verandert aan uw plan. Kan het niet? Laat dat ook weten: dan is het geld voor een ander idee.",
            Until(facts)),
        Button(facts),
        facts.SubmitterLinks);

    public static Letter PartReminder(LetterFacts facts) => new(
        facts.Subject("Wij wachten op uw keuze"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.OfferedPart s
                ? $"U vraagt {facts.Amount} voor uw idee. Er is nog {Dutch.EuroShort(s.Amount.Cents)}. Neemt u dat aan, met een aangepast plan?"
                : "Er is nog een deel van het geld voor uw idee. Neemt u dat aan, met een aangepast plan?",
            Until(facts)),
        Button(facts),
        facts.SubmitterLinks);

    public static Letter PartLapsed(LetterFacts facts) => new(
        facts.Subject("Het deel van het geld is niet meer voor uw idee"),
        LetterParts.Paragraphs(
            "Wij vroegen of uw idee ook kan met een deel van het geld. U reageerde niet op tijd. Het geld is nu voor een ander idee.",
            facts.Idea.State is IdeaState.Suitable { InRound: null } ? "Uw idee is niet gestopt. Het wacht op het hele bedrag." : null),
        Also: facts.SubmitterLinks);

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.OfferedPart s
        ? $"Kiezen kan tot en met {Dutch.LastDay(s.Term.Until)}. Daarna gaat het geld naar een ander idee."
        : null;

    private static LetterLink Button(LetterFacts facts) => new("Kiezen", facts.Link(LinkPurpose.Part));
}
