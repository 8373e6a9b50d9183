namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails when an idea ends outside the review.</summary>
public static class EndingLetters
{
    public static Letter IdeaWithdrawn(LetterFacts facts) => new(
        facts.Subject("Uw idee is ingetrokken"),
        [
            "U hebt uw idee ingetrokken. Het idee stopt hier. U hoeft niets meer te doen.",
            "Hebt u dit niet zelf gedaan? Bel dan de gebiedsregisseur.",
        ],
        Also: facts.SubmitterLinks);

    public static Letter IdeaStopped(LetterFacts facts) => new(
        facts.Subject("De gemeente heeft uw idee gestopt"),
        LetterParts.Paragraphs([
            "De gemeente heeft uw idee gestopt. Het idee gaat niet verder.",
            facts.WhyLine, .. facts.Reasons,
            facts.Idea.State switch
            {
                IdeaState.Ended { Refund.PaymentStops: true } => "Het geld was nog niet betaald. U krijgt het niet meer. Komt het toch op uw rekening? Dan krijgt u een mail.",
                IdeaState.Ended { Refund: { } refund } => $"Het geld dat u kreeg, moet terug: {Dutch.EuroShort(refund.Open.Cents)}. In een aparte mail leest u hoe u het terugbetaalt.",
                _ => null,
            },
            "Bent u het er niet mee eens? Bel dan de gebiedsregisseur."]),
        Also: facts.SubmitterLinks);

    public static Letter IdeaHidden(LetterFacts facts) => new(
        facts.Subject("De gemeente heeft uw idee verborgen"),
        LetterParts.Paragraphs([
            "De gemeente heeft uw idee verborgen. Niemand kan het nu op de website lezen of steunen.",
            facts.Idea.Hidden is { } hidden ? $"Dit is de reden: “{hidden.Reason}”" : null,
            facts.Idea.State switch
            {
                IdeaState.Ended => null,
                IdeaState.GatheringSupport => "Uw idee is niet gestopt. De tijd om steun te verzamelen staat stil, tot de gemeente het weer laat zien.",
                _ => "Uw idee is niet gestopt. De gemeente kan het later weer laten zien.",
            },
            "Bent u het er niet mee eens? Of wilt u iets veranderen? Bel dan de gebiedsregisseur."]),
        Also: facts.SubmitterLinks);

    public static Letter PartHidden(LetterFacts facts) => new(
        facts.Subject("De gemeente heeft iets verborgen bij uw idee"),
        LetterParts.Paragraphs([
            "De gemeente heeft iets weggehaald of veranderd op de pagina van uw idee. Op die pagina leest u wat en waarom.",
            facts.Idea.State is IdeaState.Ended ? null : "Uw idee gaat gewoon door.",
            "Bent u het er niet mee eens? Of wilt u iets veranderen? Bel dan de gebiedsregisseur."]),
        Also: facts.SubmitterLinks);

    public static Letter IdeaShownAgain(LetterFacts facts) => new(
        facts.Subject("Iedereen kan uw idee weer lezen"),
        LetterParts.Paragraphs([
            "De gemeente had uw idee verborgen. Nu staat het weer op de website.",
            facts.Idea.State is IdeaState.GatheringSupport gathering
                ? $"De tijd om steun te verzamelen loopt weer. U hebt tot en met {Dutch.LastDay(gathering.Term.Until)}." : "U hoeft niets te doen."]),
        Also: facts.SubmitterLinks);

    public static Letter IdeaExpired(LetterFacts facts) => new(
        facts.Subject("Uw idee is vervallen"),
        [
            "Wij vroegen u om een reactie. Die kregen wij niet op tijd. Daarom is uw idee vervallen.",
            "Wilt u het nog een keer proberen? Dien uw idee dan opnieuw in.",
        ],
        facts.NewIdeaLink,
        facts.SubmitterLinks);
}
