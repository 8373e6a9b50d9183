namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about money that was paid and comes back.</summary>
public static class FlowBackLetters
{
    public static Letter PlanGivenBack(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter
        ? new(
            facts.Subject("Uw plan gaat niet door"),
            LetterParts.Paragraphs(
                "U hebt gemeld dat uw plan niet doorgaat. Jammer, en bedankt voor uw inzet.",
                facts.Idea.State switch
                {
                    IdeaState.Ended { Refund.PaymentStops: true } => "Het geld was nog niet betaald. Wij proberen de betaling te stoppen. Komt het toch op uw rekening? Dan krijgt u een mail.",
                    IdeaState.Ended { Refund: not null } => $"U kreeg {Owed(facts)}. Dat geld gaat terug naar de Smederij. In een aparte mail leest u hoe u het terugbetaalt.",
                    _ => null,
                },
                "Hebt u dit niet zelf gedaan? Bel dan de gebiedsregisseur."),
            Also: facts.SubmitterLinks)
        : new(
            facts.Subject("Dit plan gaat niet door"),
            LetterParts.Paragraphs(["Dit plan gaat niet door. De bewoners geven het geld terug.", facts.WhyLine, .. facts.Reasons]),
            facts.StaffLink, [facts.PublicLink], facts.About)
        { Greeting = LetterParts.Colleague };

    /// <summary>To the submitter: how much, where, by when and with what. To staff: that it comes.</summary>
    public static Letter MoneyFlowsBack(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter ? PayBack(facts, "Betaal dit geld terug") : new(
        facts.Subject("Er komt geld terug"),
        LetterParts.Paragraphs(
            facts.Idea.State is IdeaState.Ended { Refund.PaymentStops: true }
                ? $"Dit idee gaat niet door, en {Owed(facts)} was nog niet betaald. De betaling vervalt, als de bank haar nog niet heeft."
                : Owed(facts) is { } owed ? $"De indiener moet {owed} terugbetalen." : "De indiener moet geld terugbetalen.",
            facts.Idea.State is IdeaState.Ended { Refund.PaymentStops: true } ? null
                : facts.Payer is null ? "Spreek met de indiener af naar welke rekening."
                : "De indiener kreeg een mail met het rekeningnummer van de gemeente, en wat erbij moet staan.",
            "Is het geld binnen? Leg dat vast op de pagina van het idee. Pas daarna kan de Smederij het weer besteden."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    private static Letter PayBack(LetterFacts facts, string subject) => new(
        facts.Subject(subject),
        facts.Idea.State is not IdeaState.Ended { Refund: { } refund } ? ["Al het geld is terug. U hoeft niets meer te doen."]
            : LetterParts.Paragraphs(
            [
                $"U kreeg geld van de Smederij. Daarvan moet nog {Dutch.EuroShort(refund.Open.Cents)} terug.",
                .. facts.Payer is { } payer
                    ? (string[])[
                        $"Maak het over naar {Spaced(payer.Iban)} op naam van {payer.Name}, uiterlijk {Dutch.LastDay(refund.Before)}.",
                        $"Zet bij de omschrijving: {IdeaTexts.BackReference(facts.Idea.Id)}. Dan weten wij dat het van u komt.",
                    ]
                    : ["Een medewerker vertelt u naar welke rekening."],
                "Hebt u het net betaald? Dan hoeft u niets te doen. Lukt het niet op tijd? Bel of mail dan de gebiedsregisseur.",
            ]),
        Also: facts.SubmitterLinks);

    private static string Spaced(string iban) => Domain.Money.Iban.TryParse(iban, out var whole) ? whole.ToString() : iban;

    public static Letter RefundReminder(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter
        ? PayBack(facts, "Dit geld is nog niet terug") : new(
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
