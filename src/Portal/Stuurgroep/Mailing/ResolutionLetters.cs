using Smederijen.Portal.Stuurgroep.Dividing;

namespace Smederijen.Portal.Stuurgroep.Mailing;

/// <summary>What a letter about a resolution may tell.</summary>
public sealed record ResolutionFacts(Resolution Resolution, string Title, Uri Portal)
{
    public string PublicPath => $"/stuurgroep/besluiten/{Resolution.Id}";

    public LetterLink PublicPage => new("De pagina van het besluit", new Uri(Portal, PublicPath));

    public LetterLink StaffPage => new("Naar het voorstel", new Uri(Portal, $"{StuurgroepDesk.Address}/{Resolution.Id}"));
}

/// <summary>The letters to the seats and to the secretary of the stuurgroep.</summary>
internal static class ResolutionLetters
{
    private const string Member = "Beste lid van de stuurgroep,";
    private const string Questions = "Hebt u vragen? Mail de secretaris van de stuurgroep.";

    public static Letter Ask(ResolutionFacts facts, ResolutionState.Open open, ResolutionEffect.AskSeat ask, Uri link) => new(
        $"{(ask.Again ? "Wij wachten op uw stem" : "Stem over")}: {facts.Title}",
        LetterParts.Paragraphs(
            facts.Resolution.Subject switch
            {
                Subject.Allotment division =>
                    $"De stuurgroep beslist over {Dutch.EuroShort(division.Total.Cents)} voor {Dutch.Count(division.Lines.Length, "Smederij", "Smederijen")}. Uw stem telt mee.",
                Subject.Remainder remainder =>
                    $"Van {remainder.Period} is nog {Dutch.EuroShort(remainder.Total.Cents)} over. De stuurgroep beslist: gaat het mee naar {remainder.Next}, of terug naar de geldgevers? Uw stem telt mee.",
                _ => "Een groot plan heeft een besluit van de stuurgroep nodig. Op de pagina leest u het plan. Uw stem telt mee.",
            },
            ask.Deputy ? "U krijgt deze mail als plaatsvervanger. Uw zetel heeft één stem: wie het eerst stemt, stemt voor de zetel." : null,
            open.Extended ? "Er stemden nog te weinig leden. Daarom is er één keer meer tijd. Zonder uw stem valt er misschien geen besluit." : null,
            "Stemmen duurt twee minuten. Hebt u zelf belang bij dit besluit? Dan geeft u dat op dezelfde pagina aan.",
            LetterParts.OnlyForYou,
            Questions),
        new LetterLink("Bekijken en stemmen", link),
        Facts: [new("Stem uiterlijk", Dutch.LastDay(open.Term.Until))])
    { Greeting = Member };

    public static Letter Ended(ResolutionFacts facts) => new(
        $"{Outcome(facts)}: {facts.Title}",
        [ResolutionTexts.Ending(facts.Resolution), $"U hoeft niets meer te doen. Dank u wel voor uw tijd. {Questions}"],
        facts.PublicPage)
    { Greeting = Member };

    public static Letter EndedForSecretary(ResolutionFacts facts) => new(
        $"{Outcome(facts)}: {facts.Title}",
        LetterParts.Paragraphs(
            ResolutionTexts.Ending(facts.Resolution),
            facts.Resolution switch
            {
                { State: ResolutionState.Decided { Outcome: Voice.For }, Subject: Subject.Remainder remainder }
                    when remainder.Lines.Any(line => line.Choice == RemainderChoice.GiveBack) =>
                    $"Nu moet u iets doen: maak het geld dat teruggaat over aan de geldgevers. Hoeveel dat is, staat per geldgever in het kasboek {remainder.Period} van iedere Smederij.",
                { State: not ResolutionState.Lapsed } => "U hoeft niets te doen.",
                { Subject: Subject.Allotment or Subject.Remainder } => "Nu moet u iets doen: overleg met de stuurgroep en leg zo nodig een nieuw voorstel voor.",
                _ => "De werkgroep van het plan kreeg ook een mail. Zij kan opnieuw een besluit vragen.",
            }),
        facts.StaffPage, [facts.PublicPage])
    { Greeting = LetterParts.Colleague };

    public static Letter Extended(ResolutionFacts facts) => new(
        $"Te weinig stemmen: {facts.Title}",
        LetterParts.Paragraphs(
            "De tijd om te stemmen is voorbij, en er stemden te weinig leden. De tijd is één keer verlengd. Wie nog niet stemde, kreeg een mail.",
            facts.Resolution.State is ResolutionState.Open open
                ? $"Er stemden {Dutch.Count(open.Sitting.Spoken, "lid", "leden")}. Er zijn {open.Sitting.Needed} stemmen nodig, uiterlijk op {Dutch.LastDay(open.Term.Until)}. Bel de leden die nog niet stemden."
                : null),
        facts.StaffPage)
    { Greeting = LetterParts.Colleague };

    private static string Outcome(ResolutionFacts facts) =>
        ResolutionTexts.Phase(facts.Resolution.State.Phase, (facts.Resolution.State as ResolutionState.Decided)?.Outcome);
}
