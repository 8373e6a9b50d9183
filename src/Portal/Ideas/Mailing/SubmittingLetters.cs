namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails around handing in an idea.</summary>
public static class SubmittingLetters
{
    public static Letter ConfirmSubmission(LetterFacts facts) => new(
        $"Bevestig uw idee: {facts.Title}",
        LetterParts.Paragraphs(
            $"U hebt een idee ingediend bij {facts.Smederij.Name}. Klopt dat? Klik dan op de link en bevestig uw idee.",
            Until(facts),
            "Hebt u geen idee ingediend? Dan hoeft u niets te doen."),
        Button(facts));

    public static Letter ConfirmationReminder(LetterFacts facts) => new(
        $"Vergeet niet uw idee te bevestigen: {facts.Title}",
        LetterParts.Paragraphs(
            $"U hebt een idee ingediend bij {facts.Smederij.Name}. U hebt het nog niet bevestigd. Klik op de link en bevestig uw idee.",
            Until(facts),
            "Hebt u geen idee ingediend? Dan hoeft u niets te doen."),
        Button(facts));

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.AwaitingConfirmation waiting
        ? $"Dat kan tot en met {Dutch.LastDay(waiting.Term.Until)}. Daarna vervalt het idee."
        : null;

    private static LetterLink Button(LetterFacts facts) => new("Mijn idee bevestigen", facts.Link(LinkPurpose.ConfirmSubmission));
}
