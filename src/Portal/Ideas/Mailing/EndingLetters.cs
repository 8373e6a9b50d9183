namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails when an idea ends because of its submitter.</summary>
public static class EndingLetters
{
    public static Letter IdeaWithdrawn(LetterFacts facts) => new(
        $"Uw idee is ingetrokken: {facts.Title}",
        [
            "U hebt uw idee ingetrokken. Het idee stopt hier. U hoeft niets meer te doen.",
            "Hebt u dit niet zelf gedaan? Bel dan de gebiedsregisseur.",
        ],
        Also: facts.SubmitterLinks);

    public static Letter IdeaExpired(LetterFacts facts) => new(
        $"Uw idee is vervallen: {facts.Title}",
        [
            "Wij vroegen u om een reactie. Die kregen wij niet op tijd. Daarom is uw idee vervallen.",
            "Wilt u het nog een keer proberen? Dien uw idee dan opnieuw in.",
        ],
        facts.NewIdeaLink,
        facts.SubmitterLinks);
}
