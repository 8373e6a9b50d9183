namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about money that was paid and comes back.</summary>
public static class FlowBackLetters
{
    public static Letter PlanGivenBack(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter
        ? new(
            $"Uw plan gaat niet door: {facts.Title}",
            LetterParts.Paragraphs(
                "U hebt gemeld dat uw plan niet doorgaat. Jammer, en bedankt voor uw inzet.",
                Owed(facts) is { } owed ? $"U kreeg {owed}. Dat geld gaat terug naar de Smederij. Een medewerker vertelt u naar welke rekening." : null,
                "Hebt u dit niet zelf gedaan? Bel dan de gebiedsregisseur."),
            Also: facts.SubmitterLinks)
        : new(
            $"Dit plan gaat niet door: {facts.Title}",
            LetterParts.Paragraphs(["Dit plan gaat niet door. De bewoners geven het geld terug.", facts.WhyLine, .. facts.Reasons]),
            facts.StaffLink, [facts.PublicLink], facts.About)
        { Greeting = LetterParts.Colleague };

    public static Letter MoneyFlowsBack(LetterFacts facts) => new(
        $"Er komt geld terug: {facts.Title}",
        LetterParts.Paragraphs(
            Owed(facts) is { } owed ? $"De indiener moet {owed} terugbetalen. Het geld is weer beschikbaar in de Smederij." : "De indiener moet geld terugbetalen.",
            "Spreek met de indiener af naar welke rekening, en let op dat het geld binnenkomt."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    /// <summary>What flows back, in words; null when nothing does.</summary>
    internal static string? Owed(LetterFacts facts) =>
        facts.Idea.State is IdeaState.Ended { FlowsBack: var rest } && rest > Euro.Zero ? Dutch.EuroShort(rest.Cents) : null;
}
