namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>
/// The mail to an address that staff wrote down in place of another one: that it happened, what it is about, and how that stands. Its subject
/// is fixed; the title comes along only where an idea or its support was confirmed before.
/// </summary>
public static class CorrectedLetters
{
    public static Letter AddressCorrected(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter ? ToSubmitter(facts) : ToSupporter(facts);

    private static Letter ToSubmitter(LetterFacts facts) => new(
        "De gemeente heeft uw e-mailadres verbeterd",
        LetterParts.Paragraphs(
            $"De gemeente heeft uw e-mailadres verbeterd bij een idee voor {facts.Smederij.Name}. Mails over dat idee komen nu op dit adres. "
                + "Links in eerdere mails werken niet meer.",
            $"Zo staat uw idee ervoor: {IdeaTexts.Label(facts.Idea.State.Phase)}.{Explained(facts.Idea.State)}",
            SupportLetters.HowFar(facts),
            Asks(facts) ? "Wij vragen u nog iets. Daarover krijgt u nu ook een andere mail." : null,
            NotYours),
        facts.Idea.State is IdeaState.AwaitingConfirmation ? null : facts.ManageLink,
        [.. new[] { facts.Published ? facts.PublicLink : null, facts.Help }.OfType<LetterLink>()], About(facts));

    private static Letter ToSupporter(LetterFacts facts) => new(
        "De gemeente heeft uw e-mailadres verbeterd",
        LetterParts.Paragraphs(
            $"De gemeente heeft uw e-mailadres verbeterd bij uw steun voor een idee in {facts.Smederij.Name}.",
            facts switch
            {
                { IsConfirmed: true } => "Uw steun blijft meetellen. U hoeft niets te doen.",
                { Idea.State: IdeaState.GatheringSupport } => "Uw steun telt nog niet mee. Daarover krijgt u nu ook een andere mail.",
                _ => "Uw steun was niet bevestigd. Steunen kan nu niet meer. U hoeft niets te doen.",
            },
            NotYours),
        Also: [.. new[] { facts.Published ? facts.PublicLink : null, facts.Help }.OfType<LetterLink>()], Facts: About(facts));

    private const string NotYours = "Klopt dit niet? Of weet u hier niets van? Bel of mail dan de gemeente. Stuur deze mail niet door.";

    /// <summary>What waits for the reader, the other mail tells.</summary>
    private static string Explained(IdeaState state) => state is IdeaState.AwaitingConfirmation or IdeaState.AwaitingAnswer
        ? "" : $" {IdeaTexts.Explanation(state.Phase)}";

    /// <summary>Whether a mail with a question goes out beside this one.</summary>
    private static bool Asks(LetterFacts facts) => facts.Idea.State
        is IdeaState.AwaitingConfirmation or IdeaState.AwaitingAnswer or IdeaState.OfferedPart or IdeaState.Granted { AccountKnown: false }
            or IdeaState.Released;

    private static IReadOnlyList<LetterFact> About(LetterFacts facts) =>
        facts.IsConfirmed ? [new("Idee", facts.Title), new("Smederij", facts.Smederij.Name)] : [new("Smederij", facts.Smederij.Name)];
}
