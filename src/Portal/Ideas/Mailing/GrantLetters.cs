namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about whether there is money, and where it may go.</summary>
public static class GrantLetters
{
    public static Letter MoneyGranted(LetterFacts facts) => new(
        facts.Subject("U krijgt geld voor uw idee"),
        LetterParts.Paragraphs(
            $"Gefeliciteerd! {(facts.Idea.Asked is { } asked ? $"U vroeg {Dutch.EuroShort(asked.Cents)}. " : "")}Voor uw idee is {facts.Amount} beschikbaar.",
            facts.AdvanceFirst,
            "Vul in op welke rekening wij het geld mogen betalen.",
            Until(facts),
            "Hebben wij uw rekeningnummer? Dan controleren twee medewerkers de betaling. U krijgt een mail als wij betalen.",
            Careful),
        Button(facts),
        facts.SubmitterLinks);

    /// <summary>Also when it was put right since, to another amount or to all that was asked.</summary>
    public static Letter AmountLowered(LetterFacts facts) => facts.Idea is { Lowered: { } lowered, Asked: { } asked }
        ? new(
            facts.Subject("U kunt minder geld krijgen dan u vroeg"),
            LetterParts.Paragraphs(
                $"U vroeg {Dutch.EuroShort(asked.Cents)}. Het wijkteam geeft hoogstens {Dutch.EuroShort(lowered.Amount.Cents)}. Dit is de reden:",
                $"“{lowered.Reason}”",
                facts.Idea.State is IdeaState.InReview or IdeaState.AwaitingAnswer
                    ? "Uw idee gaat verder met dit bedrag. Het wijkteam beslist nog of het idee geschikt is."
                    : "Uw idee gaat verder met dit bedrag. U hoeft niets te doen.",
                "Lukt uw idee niet met dit bedrag? Dan kunt u het intrekken. Hebt u vragen? Bel de gebiedsregisseur."),
            Also: facts.SubmitterLinks)
        : new(
            facts.Subject("U kunt toch het hele bedrag krijgen"),
            [$"Het wijkteam wilde minder geld geven voor uw idee. Dat is veranderd: het gaat weer om {facts.Amount}. U hoeft niets te doen."],
            Also: facts.SubmitterLinks);

    public static Letter AccountReminder(LetterFacts facts) => new(
        facts.Subject("Wij wachten op uw rekeningnummer"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.Granted { Done: not null }
                ? $"Uw plan is klaar. U krijgt nog {facts.NextPayment}. Wij weten niet op welke rekening wij het geld mogen betalen."
                : $"Voor uw idee is {facts.Amount} beschikbaar. Wij weten nog niet op welke rekening wij het geld mogen betalen.",
            Until(facts),
            Careful),
        Button(facts),
        facts.SubmitterLinks);

    public static Letter RestLapsed(LetterFacts facts) => new(
        facts.Subject("U krijgt de rest van het geld niet meer"),
        [
            "Uw plan is klaar, en u kon nog geld krijgen. Wij vroegen op welke rekening. Wij kregen niet op tijd een rekeningnummer.",
            "Daarom gaat dat geld nu naar een ander idee. Is er iets misgegaan? Bel dan de gebiedsregisseur.",
        ],
        Also: facts.SubmitterLinks);

    public static Letter MoneyDenied(LetterFacts facts) => new(
        facts.Subject("Er is geen geld voor uw idee"),
        LetterParts.Paragraphs([
            "Uw idee is geschikt, maar er is helaas geen geld voor.",
            facts.WhyLine, .. facts.Reasons,
            "Wilt u het in een volgende ronde proberen? Dien uw idee dan opnieuw in."]),
        facts.NewIdeaLink,
        facts.SubmitterLinks);

    public static Letter CarriedOver(LetterFacts facts) => new(
        facts.Subject("Uw idee gaat mee naar de volgende ronde"),
        [
            "In deze ronde was er te weinig geld voor uw idee.",
            facts.Idea.State is IdeaState.Suitable { CarriedOverTo: { } period }
                ? $"Uw idee doet daarom ook mee in de ronde van {period}. U hoeft niets te doen."
                : "Uw idee doet daarom ook mee in de volgende ronde. U hoeft niets te doen.",
        ],
        Also: facts.SubmitterLinks);

    private const string Careful = "Geef uw rekeningnummer alleen door via deze link. Stuur het niet per mail. Wij bellen u er ook niet over.";

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.Granted { AccountKnown: false } s
        ? $"Dat kan tot en met {Dutch.LastDay(s.Term.Until)}. Daarna gaat het geld naar een ander idee."
        : null;

    private static LetterLink Button(LetterFacts facts) => new("Rekeningnummer invullen", facts.Link(LinkPurpose.Account));
}
