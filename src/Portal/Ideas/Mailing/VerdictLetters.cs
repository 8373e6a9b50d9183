namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about what the review came to.</summary>
public static class VerdictLetters
{
    public static Letter FoundSuitable(LetterFacts facts) => new(
        $"Uw idee is geschikt: {facts.Title}",
        [
            "Goed nieuws: het wijkteam vindt uw idee geschikt.",
            facts.Smederij.Round.Rolling
                ? "Wij kijken nu of er geld is. U hoeft nu niets te doen. Is er geld? Dan krijgt u een mail."
                : $"Uw idee doet mee in de ronde van {facts.Smederij.Round.Period}. De ronde sluit op {Dutch.DateWithDay(facts.Smederij.Round.ClosesOn)}. "
                    + "Daarna hoort u of er geld is. Zijn er te veel ideeën voor het geld? Dan stemmen de bewoners.",
        ],
        Also: facts.SubmitterLinks);

    public static Letter FoundUnsuitable(LetterFacts facts) => new(
        $"Uw idee gaat niet door: {facts.Title}",
        LetterParts.Paragraphs([
            "Uw idee is bekeken. Het gaat helaas niet door.",
            facts.WhyLine, .. facts.Reasons,
            "Hebt u vragen? Bel de gebiedsregisseur. U mag ook een nieuw idee indienen."]),
        facts.NewIdeaLink,
        facts.SubmitterLinks);

    public static Letter MovedToLongTrack(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter
        ? new(
            $"Uw idee wordt een lange klap: {facts.Title}",
            [
                "Het wijkteam heeft uw idee bekeken. Het is te groot voor het geld van de Smederij alleen. Daarom wordt het een lange klap: "
                    + "een plan dat meer tijd, geld en samenwerking vraagt.",
                "Wij maken er een plan met een werkgroep van. U krijgt daar nog een mail over. De gebiedsregisseur neemt contact met u op.",
            ],
            Also: facts.SubmitterLinks)
        : new(
            $"Nieuwe lange klap: {facts.Title}",
            [
                "Het wijkteam vindt dit idee te groot voor het geld van de Smederij alleen. Het is nu een lange klap.",
                $"Neem contact op met de indiener en zoek partners. Elke {Dutch.Count(facts.Smederij.Terms.LongTrackCheckMonths, "maand", "maanden")} vragen wij u hoe het gaat.",
            ],
            facts.StaffLink, [facts.PublicLink], facts.About)
        { Greeting = LetterParts.Colleague };

    public static Letter LongTrackCheck(LetterFacts facts) => new(
        $"Hoe gaat het met deze lange klap? {facts.Title}",
        ["Dit idee is een lange klap: een plan van een werkgroep, met een eigen pagina. Kijk op het bord hoe het gaat, en help de werkgroep verder."],
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };
}
