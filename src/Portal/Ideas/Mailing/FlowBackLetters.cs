namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about money that was paid and comes back.</summary>
public static class FlowBackLetters
{
    public static Letter PlanGivenBack(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter
        ? new(
            facts.Subject("Uw plan gaat niet door"),
            LetterParts.Paragraphs(
                "U hebt gemeld dat uw plan niet doorgaat. Jammer, en bedankt voor uw inzet.",
                Owed(facts) is { } owed ? $"U kreeg {owed}. Dat geld gaat terug naar de Smederij. Een medewerker vertelt u naar welke rekening." : null,
                "Hebt u dit niet zelf gedaan? Bel dan de gebiedsregisseur."),
            Also: facts.SubmitterLinks)
        : new(
            facts.Subject("Dit plan gaat niet door"),
            LetterParts.Paragraphs(["Dit plan gaat niet door. De bewoners geven het geld terug.", facts.WhyLine, .. facts.Reasons]),
            facts.StaffLink, [facts.PublicLink], facts.About)
        { Greeting = LetterParts.Colleague };

    public static Letter MoneyFlowsBack(LetterFacts facts) => new(
        facts.Subject("Er komt geld terug"),
        LetterParts.Paragraphs(
            Owed(facts) is { } owed ? $"De indiener moet {owed} terugbetalen." : "De indiener moet geld terugbetalen.",
            "Spreek met de indiener af naar welke rekening.",
            "Is het geld binnen? Leg dat vast op de pagina van het idee. Pas daarna kan de Smederij het weer besteden."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter RefundReminder(LetterFacts facts) => new(
        facts.Subject("Dit geld is nog niet terug"),
        LetterParts.Paragraphs(
            Owed(facts) is { } owed ? $"Er moet nog {owed} terugkomen." : "Al het geld is binnen of afgeschreven. U hoeft niets meer te doen.",
            facts.Idea.State is IdeaState.Ended { Refund.WrittenOffFirstBy: not null }
                ? "Een medewerker wil dit bedrag afschrijven. Een andere medewerker moet het tweede akkoord geven." : null,
            "Is het geld binnen? Leg dat vast op de pagina van het idee. Komt het niet meer? Dan kunnen twee medewerkers het afschrijven.",
            $"U krijgt deze mail elke {Dutch.Count(facts.Smederij.Terms.ReleaseReminderWorkingDays, "werkdag", "werkdagen")}, tot het geregeld is."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    /// <summary>What has to come back, in words; null when nothing does any more.</summary>
    internal static string? Owed(LetterFacts facts) =>
        facts.Idea.State is IdeaState.Ended { Refund.Open: var rest } ? Dutch.EuroShort(rest.Cents) : null;
}
