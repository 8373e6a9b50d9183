namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about what is really a matter for the municipality.</summary>
public static class ReferralLetters
{
    public static Letter PassedOn(LetterFacts facts) => new(
        facts.Subject("Uw idee gaat naar de gemeente"),
        LetterParts.Paragraphs([
            "Het wijkteam heeft uw idee bekeken. Het vindt dat de gemeente dit moet oppakken. Daarom geven wij uw idee door aan de gemeente.",
            .. Why(facts),
            Until(facts) is { } until ? $"De gemeente geeft antwoord uiterlijk op {until}. U krijgt dan een mail." : null,
            "U hoeft niets te doen. Hebt u vragen? Bel de gebiedsregisseur."]),
        Also: facts.SubmitterLinks);

    public static Letter MunicipalityAsked(LetterFacts facts) => Ask(
        facts, facts.Subject("Graag uw antwoord"), "Een bewoner heeft een idee ingediend bij De Smederijen. Het wijkteam vindt dat dit een zaak is voor de gemeente.");

    public static Letter MunicipalityReminder(LetterFacts facts) => Ask(
        facts, facts.Subject("Wij wachten nog op uw antwoord"), "Wij stuurden u een vraag van een bewoner door. Wij hebben nog geen antwoord.");

    public static Letter MunicipalitySilent(LetterFacts facts) => new(
        facts.Subject("De gemeente antwoordt niet"),
        LetterParts.Paragraphs(
            "Het wijkteam gaf dit idee door aan de gemeente. Er is nog geen antwoord.",
            Until(facts) is { } until ? $"Het antwoord moest er zijn op {until}." : null,
            "Bel de afdeling. Is het de verkeerde afdeling? Stuur de vraag op het bord naar een andere.",
            $"U krijgt deze mail elke {Dutch.Count(facts.Smederij.Terms.RegisseurReminderWorkingDays, "werkdag", "werkdagen")}, tot er een antwoord is."),
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter MunicipalityAnswer(LetterFacts facts) => new(
        facts.Subject("Antwoord van de gemeente"),
        LetterParts.Paragraphs([
            "De gemeente heeft antwoord gegeven op uw idee:",
            .. facts.Reasons,
            "Het idee is hiermee afgesloten bij de Smederij. Hebt u vragen? Bel de gebiedsregisseur."]),
        Also: facts.SubmitterLinks);

    private static Letter Ask(LetterFacts facts, string subject, string opening) => new(
        subject,
        LetterParts.Paragraphs([
            opening,
            .. Why(facts),
            Until(facts) is { } until ? $"Wij vragen u om uiterlijk {until} te antwoorden." : null,
            "Uw antwoord komt op de pagina van het idee te staan, en sluit het idee af. Schrijf er dus geen namen of telefoonnummers in.",
            "Is dit niet voor uw afdeling? Bel dan de gebiedsregisseur."]),
        new LetterLink("Antwoord geven", facts.Link(LinkPurpose.Referral)),
        [facts.PublicLink, facts.Help],
        [new("Kenmerk", facts.Idea.Id), new("Idee", facts.Title), new("Smederij", facts.Smederij.Name)])
    { Greeting = LetterParts.Colleague };

    private static IEnumerable<string> Why(LetterFacts facts) => facts.Idea.State is IdeaState.WithMunicipality s
        ? ["Het wijkteam schrijft:", .. s.Panel.ReasonsFor(Advice.MunicipalMatter).Select(reason => $"“{reason}”")]
        : [];

    private static string? Until(LetterFacts facts) => facts.Idea.State is IdeaState.WithMunicipality s ? Dutch.LastDay(s.AnswerBefore) : null;
}
