namespace Smederijen.Portal.Ideas;

/// <summary>
/// What many letters about ideas share. A letter may be written long after its cause (a mail service that was down), when the idea is
/// in another state: what only one state knows is left out then, and the links tell how it is now.
/// </summary>
internal static class IdeaLetterParts
{
    extension(LetterFacts facts)
    {
        public LetterLink PublicLink => new("De pagina van het idee", facts.PublicPage);

        public LetterLink StaffLink => new("Het idee op het bord", facts.StaffPage);

        public LetterLink NewIdeaLink => new("Een nieuw idee indienen", new Uri(facts.PublicPage, $"/smederijen/{facts.Smederij.Id}/ideeen/nieuw"));

        /// <summary>Where the submitter withdraws the idea; null when that is over.</summary>
        public LetterLink? ManageLink => facts.Idea.State
            is IdeaState.Released or IdeaState.Granted { Done: not null } or IdeaState.OnLongTrack or IdeaState.Ended
            ? null
            : new("Mijn idee bekijken of intrekken", facts.Link(LinkPurpose.Manage));

        public LetterLink Help => LetterParts.HelpLink(new Uri(facts.PublicPage, $"/smederijen/{facts.Smederij.Id}"));

        /// <summary>For every letter to the submitter.</summary>
        public IReadOnlyList<LetterLink> SubmitterLinks =>
            [.. new[] { facts.Published ? facts.PublicLink : null, facts.ManageLink, facts.Help }.OfType<LetterLink>()];

        public string Amount => Dutch.EuroShort(facts.Idea.Amount.Cents);

        /// <summary>What the release that the idea waits for pays; what it gets in all when it waits for none.</summary>
        public string NextPayment => facts.Idea.State is IdeaState.Granted s
            ? Dutch.EuroShort(IdeaTexts.Next(s, facts.Smederij).Cents) : facts.Amount;

        /// <summary>That only an advance is paid first, and what the rest takes; null when all of it is paid at once.</summary>
        public string? AdvanceFirst => facts.Idea.State is IdeaState.Granted s && IdeaTexts.Advance(s, facts.Smederij) is { } first
            ? $"Wij betalen in twee keer: eerst {Dutch.EuroShort(first.Cents)}, en hoogstens {Dutch.EuroShort((s.Amount - first).Cents)} als uw idee klaar is. "
                + "Daarvoor hebben wij de kosten en de bonnen nodig. Bewaar dus alle bonnen."
            : null;

        /// <summary>What a colleague needs to know which idea it is.</summary>
        public IReadOnlyList<LetterFact> About =>
        [
            new("Idee", facts.Title), new("Smederij", facts.Smederij.Name), new("Bedrag", facts.Amount),
            .. facts.Idea.State is IdeaState.Granted s && IdeaTexts.Next(s, facts.Smederij) != facts.Idea.Amount
                ? (LetterFact[])[new("Nu te betalen", facts.NextPayment)] : [],
        ];

        /// <summary>Why it was decided, in the words of those who decided.</summary>
        public IEnumerable<string> Reasons => facts.Idea.State is IdeaState.Ended ended ? ended.Reasons.Select(reason => $"“{reason}”") : [];

        public string? WhyLine => facts.Reasons.Any() ? "Dit is de reden:" : null;
    }
}
