namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>
/// The mails around handing in an idea. Anybody can have typed the address, so they say that, and hold no word of the idea
/// (<see cref="LetterFacts.IsConfirmed"/>).
/// </summary>
public static class SubmittingLetters
{
    private const string NotYou =
        "Was u het niet? Dan hoeft u niets te doen. Zonder uw bevestiging komt het idee niet op de website. Met dezelfde link kunt u het ook wissen.";

    public static Letter ConfirmSubmission(LetterFacts facts) => new(
        facts.Subject("Bevestig uw idee"),
        LetterParts.Paragraphs(
            $"Iemand vulde uw e-mailadres in bij een idee voor {facts.Smederij.Name}. Was u dat? Klik dan op de link. Daar leest u het idee. Bevestig daar dat het uw idee is.",
            Until(facts),
            NotYou),
        Button(facts));

    public static Letter ConfirmationReminder(LetterFacts facts) => new(
        facts.Subject("Vergeet niet uw idee te bevestigen"),
        LetterParts.Paragraphs(
            $"Iemand vulde uw e-mailadres in bij een idee voor {facts.Smederij.Name}. Het idee is nog niet bevestigd. Was u dat? Klik dan op de link. Daar leest u het idee. Bevestig daar dat het uw idee is.",
            Until(facts),
            NotYou),
        Button(facts));

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.AwaitingConfirmation waiting
        ? $"Dat kan tot en met {Dutch.LastDay(waiting.Term.Until)}. Daarna vervalt het idee."
        : null;

    private static LetterLink Button(LetterFacts facts) => new("Mijn idee bevestigen", facts.Link(LinkPurpose.ConfirmSubmission));

    public static Letter LookRequest(LetterFacts facts) => new(
        $"Bekijk een nieuw idee: {facts.Title}",
        [
            "In deze Smederij bekijkt u een nieuw idee voordat iedereen het kan lezen. De indiener wacht op u.",
            "Is het goed? Kies dan op het bord “Laat iedereen het zien”. Is het niet goed? Verberg dan wat weg moet, of stop het idee.",
        ],
        facts.StaffLink, [], facts.About)
    { Greeting = LetterParts.Colleague };
}
