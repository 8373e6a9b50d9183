namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails while an idea gathers support.</summary>
public static class SupportLetters
{
    public static Letter SupportStarted(LetterFacts facts) => new(
        facts.Subject("Vraag uw buren om steun"),
        LetterParts.Paragraphs(
            facts.IsFromBefore ? null : "Uw idee is bevestigd. Het staat nu op de website.",
            $"Vraag nu steun aan uw buren. U hebt {Dutch.Count(facts.Smederij.SupportThreshold, "supporter", "supporters")} nodig uit {facts.Smederij.Name}.",
            Until(facts),
            "Stuur uw buren het adres van de pagina van uw idee. Daar kunnen zij uw idee steunen. "
                + "Hebben buren geen e-mail? Vraag de gebiedsregisseur dan om een lijst voor handtekeningen.",
            "Zijn er genoeg supporters? Dan gaat uw idee naar het wijkteam."),
        new LetterLink("Naar de pagina van mijn idee", facts.PublicPage),
        SubmitterMore(facts));

    public static Letter SupportHalfway(LetterFacts facts) => new(
        facts.Subject("Nog meer steun nodig"),
        LetterParts.Paragraphs(
            HowMany(facts),
            facts.Idea.State is IdeaState.GatheringSupport { Lists: not null }
                ? "Er zijn ook handtekeningen op papier. Die tellen mee als twee medewerkers ze geteld hebben." : null,
            Until(facts),
            "Stuur uw buren nog een keer het adres van de pagina van uw idee."),
        new LetterLink("Naar de pagina van mijn idee", facts.PublicPage),
        SubmitterMore(facts));

    public static Letter ConfirmSupport(LetterFacts facts) => facts is { IsConfirmed: true, IsMailboxFull: true }
        ? LetterParts.MailboxIsFull("idee", facts.Smederij.Name, facts.PublicPage, [facts.PublicLink])
        : facts.IsConfirmed ? LetterParts.InitialsMissing("idee", facts.Smederij.Name, facts.PublicPage, [facts.PublicLink]) : new(
        facts.Subject("Bevestig uw steun"),
        LetterParts.Paragraphs(
            $"Iemand vulde uw e-mailadres in om een idee in {facts.Smederij.Name} te steunen. Was u dat? Klik dan op de link. Daar ziet u welk idee het is. Bevestig daar uw steun. Daarna telt uw steun mee.",
            LetterParts.SharesMailbox,
            facts.Idea.State is IdeaState.GatheringSupport s ? $"Dat kan tot en met {Dutch.LastDay(s.Term.Until)}." : null,
            "Was u het niet? Dan hoeft u niets te doen."),
        new LetterLink("Mijn steun bevestigen", facts.Link(LinkPurpose.ConfirmSupport)),
        [facts.PublicLink]);

    public static Letter SupportReached(LetterFacts facts) => new(
        facts.Subject("Genoeg steun voor uw idee"),
        [
            $"Uw idee heeft genoeg supporters: {Dutch.Number(facts.Smederij.SupportThreshold)}. Daarom gaat het nu naar het wijkteam.",
            "Het wijkteam kijkt of uw idee past bij de voorwaarden. U hoeft nu niets te doen. Is er een vraag? Dan krijgt u een mail.",
        ],
        Also: facts.SubmitterLinks);

    public static Letter SupportFailed(LetterFacts facts) => new(
        facts.Subject("Te weinig steun voor uw idee"),
        [
            $"Uw idee had {Dutch.Count(facts.Smederij.SupportThreshold, "supporter", "supporters")} nodig. Die waren er niet op tijd. Daarom stopt uw idee hier.",
            "Wilt u het nog een keer proberen? Praat eerst met uw buren. Dien uw idee daarna opnieuw in.",
        ],
        facts.NewIdeaLink,
        facts.SubmitterLinks);

    /// <summary>How many support it, and until when that can be done; null once support is no longer gathered.</summary>
    internal static string? HowFar(LetterFacts facts) =>
        facts.Idea.State is IdeaState.GatheringSupport ? $"{HowMany(facts)} {Until(facts)}" : null;

    private static string HowMany(LetterFacts facts) => facts.Idea.State is IdeaState.GatheringSupport s
        ? $"Uw idee heeft nu {Dutch.Count(s.Supporters, "supporter", "supporters")}. U hebt er {Dutch.Number(facts.Smederij.SupportThreshold)} nodig."
        : $"Uw idee heeft {Dutch.Count(facts.Smederij.SupportThreshold, "supporter", "supporters")} nodig.";

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.GatheringSupport s
        ? $"Steunen kan tot en met {Dutch.LastDay(s.Term.Until)}. Zijn er dan te weinig supporters? Dan stopt uw idee."
        : null;

    private static IReadOnlyList<LetterLink> SubmitterMore(LetterFacts facts) => facts.ManageLink is { } manage ? [manage, facts.Help] : [facts.Help];
}
