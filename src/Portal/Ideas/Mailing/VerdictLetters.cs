namespace Smederijen.Portal.Ideas.Mailing;

/// <summary>The mails about what the review came to.</summary>
public static class VerdictLetters
{
    public static Letter FoundSuitable(LetterFacts facts) => new(
        facts.Subject("Uw idee is geschikt"),
        [
            "Goed nieuws: het wijkteam vindt uw idee geschikt.",
            facts.OpenRound switch
            {
                null => "De laatste ronde is voorbij. Zodra er een nieuwe ronde is, doet uw idee mee. U hoeft nu niets te doen.",
                { Rolling: true } => "Wij kijken nu of er geld is. U hoeft nu niets te doen. Is er geld? Dan krijgt u een mail.",
                var round => $"Uw idee doet mee in de ronde van {round.Period}. De ronde sluit op {Dutch.DateWithDay(round.ClosesOn)}. "
                    + "Daarna hoort u of er geld is. Zijn er te veel ideeën voor het geld? Dan stemmen de bewoners.",
            },
        ],
        Also: facts.SubmitterLinks);

    public static Letter FoundUnsuitable(LetterFacts facts) => new(
        facts.Subject("Uw idee gaat niet door"),
        LetterParts.Paragraphs([
            "Uw idee is bekeken. Het gaat helaas niet door.",
            facts.WhyLine, .. facts.Reasons,
            "Hebt u vragen? Bel de gebiedsregisseur. U mag ook een nieuw idee indienen."]),
        facts.NewIdeaLink,
        facts.SubmitterLinks);

    public static Letter ReopenRequest(LetterFacts facts) => new(
        facts.Subject("Akkoord nodig om opnieuw te beoordelen"),
        [
            "Een collega wil dat het wijkteam opnieuw naar dit idee kijkt. De reden staat bij het idee.",
            "Dat gebeurt pas als een tweede medewerker akkoord geeft.",
        ],
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };

    public static Letter IdeaReopened(LetterFacts facts) => new(
        facts.Subject("Het wijkteam kijkt opnieuw naar uw idee"),
        [
            "Het wijkteam vond uw idee niet geschikt. De gemeente heeft het wijkteam gevraagd om opnieuw te kijken. Op de pagina van uw idee staat waarom.",
            "U hoeft niets te doen. U krijgt weer een mail als het wijkteam klaar is.",
        ],
        Also: facts.SubmitterLinks);

    public static Letter MovedToLongTrack(LetterFacts facts) => facts.To.Role is AddresseeRole.Submitter
        ? new(
            facts.Subject("Uw idee wordt een lange klap"),
            [
                "Het wijkteam heeft uw idee bekeken. Het is te groot voor het geld van de Smederij alleen. Daarom wordt het een lange klap: "
                    + "een plan dat meer tijd, geld en samenwerking vraagt.",
                "Wij maken er een plan met een werkgroep van. U krijgt daar nog een mail over. De gebiedsregisseur neemt contact met u op.",
            ],
            Also: facts.SubmitterLinks)
        : new(
            facts.Subject("Nieuwe lange klap"),
            [
                "Het wijkteam vindt dit idee te groot voor het geld van de Smederij alleen. Het is nu een lange klap.",
                $"Neem contact op met de indiener en zoek partners. Elke {Dutch.Count(facts.Smederij.Terms.LongTrackCheckMonths, "maand", "maanden")} vragen wij u hoe het gaat.",
            ],
            facts.StaffLink, [facts.PublicLink], facts.About)
        { Greeting = LetterParts.Colleague };

    public static Letter LongTrackCheck(LetterFacts facts) => new(
        facts.Subject("Hoe gaat het met deze lange klap?"),
        ["Dit idee is een lange klap: een plan van een werkgroep, met een eigen pagina. Kijk op het bord hoe het gaat, en help de werkgroep verder."],
        facts.StaffLink, [facts.PublicLink], facts.About)
    { Greeting = LetterParts.Colleague };
}
