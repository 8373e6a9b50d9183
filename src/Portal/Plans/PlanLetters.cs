using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Links;
using Smederijen.Portal.Mail;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Plans;

/// <summary>All that a letter about a plan may tell.</summary>
/// <param name="Link">Seals a link for the one this letter goes to.</param>
public sealed record PlanLetterFacts(
    StoredPlan Stored, SmederijSettings Smederij, PlanAddressee To, Uri PublicPage, Uri StaffPage, Func<LinkPurpose, Uri> Link)
{
    public string Title => Stored.Title;

    public Plan Plan => Stored.Plan;

    public bool IsToRegisseur => To.Role == PlanRole.Gebiedsregisseur;

    public LetterLink PublicLink => new("De pagina van het plan", PublicPage);

    /// <summary>Where the reader can do something about the plan.</summary>
    public LetterLink Desk => IsToRegisseur
        ? new("Het plan voor medewerkers", StaffPage)
        : new("Naar de pagina van de werkgroep", Link(LinkPurpose.PlanGroup));
}

/// <summary>
/// The mails about plans. A letter may be written long after its cause: what only one state knows is left out then, and the
/// links tell how it is now.
/// </summary>
public static class PlanLetters
{
    public static Letter Write(PlanMailKind kind, PlanLetterFacts facts) => kind switch
    {
        PlanMailKind.ConfirmPlan => new(
            $"Bevestig uw plan: {facts.Title}",
            [
                $"U hebt een plan ingediend in {facts.Smederij.Name}. Klopt dat? Klik dan op de link en bevestig het.",
                $"Dat kan {Dutch.Count(facts.Smederij.Terms.ConfirmationDays, "dag", "dagen")}. Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
            ],
            new LetterLink("Mijn plan bevestigen", facts.Link(LinkPurpose.PlanGroup))),
        PlanMailKind.ConfirmMembership => new(
            $"Werkgroep: {facts.Title}",
            [
                $"U doet mee met de werkgroep van een plan in {facts.Smederij.Name}, of u bent gevraagd om mee te doen. Met de link komt u op de pagina van de werkgroep. Daar kunt u het bevestigen.",
                "Bewaar deze mail: met de link komt u altijd op die pagina. Wilt u niet meedoen? Dan hoeft u niets te doen. Wij verwijderen uw gegevens na een paar dagen.",
            ],
            new LetterLink("Naar de werkgroep", facts.Link(LinkPurpose.PlanGroup)),
            [facts.PublicLink]),
        PlanMailKind.ConfirmSupport => new(
            $"Bevestig uw steun: {facts.Title}",
            [
                $"U wilt een plan in {facts.Smederij.Name} steunen. Klopt dat? Klik dan op de link en bevestig uw steun. Daarna telt uw steun mee.",
                "Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
            ],
            new LetterLink("Mijn steun bevestigen", facts.Link(LinkPurpose.PlanSupport)),
            [facts.PublicLink]),
        PlanMailKind.PlanOpened => ToBoth(facts,
            $"Het plan kan beginnen: {facts.Title}",
            "Uw plan is een lange klap: een groot plan, waar u samen met anderen aan werkt. U zit in de werkgroep.",
            "Nodig mensen uit, zoek partners en spreek af wat u wanneer klaar wilt hebben. De stuurgroep besluit op vaste momenten of het plan verder gaat.",
            "Er is een nieuw plan (lange klap) in uw gebied. Maak kennis met de werkgroep en help haar op weg."),
        PlanMailKind.PartnerAsked => AskPartner(facts),
        PlanMailKind.PartnerAnswered => ToBoth(facts,
            $"Een partner heeft geantwoord: {facts.Title}",
            "Een partner heeft antwoord gegeven op uw vraag. Op de pagina van de werkgroep leest u wat.", null, ""),
        PlanMailKind.MilestonePassed => ToBoth(facts,
            $"Deze mijlpaal is voorbij: {facts.Title}",
            "Een mijlpaal van uw plan is voorbij, en wij weten niet of het gelukt is.",
            "Vertel hoe het gaat: is het gelukt, of is er meer tijd nodig? De gebiedsregisseur kijkt mee.",
            "Een mijlpaal van dit plan is voorbij zonder bericht. Bel de werkgroep. U krijgt deze mail opnieuw zolang er geen nieuws is.",
            Late(facts)),
        PlanMailKind.HowIsItGoing => ToBoth(facts,
            $"Hoe gaat het met het plan? {facts.Title}",
            "Wij hebben een tijd niets van uw plan gehoord. Vertel in een paar zinnen hoe het gaat.", null,
            "Wij hebben een tijd niets van dit plan gehoord. Ook de werkgroep kreeg een mail. Bel haar als er geen nieuws komt."),
        PlanMailKind.GroupIsEmpty => ToBoth(facts,
            $"De werkgroep is leeg: {facts.Title}", "", null,
            "Niemand doet meer mee met de werkgroep van dit plan. Zoek nieuwe mensen, of stop het plan met een reden."),
        PlanMailKind.DecisionAsked => ToBoth(facts,
            $"De stuurgroep besluit over het plan: {facts.Title}",
            "Uw plan ligt nu bij de stuurgroep. Die kijkt of er genoeg steun en geld is.",
            "U krijgt een mail als er een besluit is. U kunt gewoon doorwerken.",
            "Dit plan ligt nu bij de stuurgroep. U krijgt een mail als er een besluit is."),
        PlanMailKind.StuurgroepDecided => Decided(facts),
        PlanMailKind.DecisionLapsed => ToBoth(facts,
            $"De stuurgroep kwam niet tot een besluit: {facts.Title}",
            "De stuurgroep kwam niet tot een besluit over uw plan. Op de pagina van het plan leest u waarom. U kunt opnieuw een besluit vragen.", null,
            "De stuurgroep kwam niet tot een besluit over dit plan. De reden staat bij het plan. De werkgroep of u kan opnieuw een besluit vragen."),
        PlanMailKind.PlanCompleted => ToBoth(facts,
            $"Het plan is klaar: {facts.Title}",
            "Gefeliciteerd: uw plan is klaar. Bedankt voor al uw werk.",
            $"Over {Dutch.Count(facts.Smederij.Terms.RetentionMonths, "maand", "maanden")} verwijderen wij de persoonsgegevens bij dit plan.",
            "Dit plan is klaar."),
        PlanMailKind.PlanStopped => ToBoth(facts,
            $"Het plan stopt: {facts.Title}", "Dit plan is gestopt. Op de pagina van het plan leest u waarom.", null, "Dit plan is gestopt. De reden staat bij het plan."),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every mail needs a letter."),
    };

    /// <summary>The same news for those who carry the plan and for the one who guides them.</summary>
    private static Letter ToBoth(
        PlanLetterFacts facts, string subject, string toGroup, string? more, string toRegisseur, IReadOnlyList<LetterFact>? details = null) => facts.IsToRegisseur
        ? new(subject, [toRegisseur], facts.Desk, [facts.PublicLink], [new("Plan", facts.Title), new("Smederij", facts.Smederij.Name), .. details ?? []])
        { Greeting = LetterParts.Colleague }
        : new(subject, LetterParts.Paragraphs(toGroup, more), facts.Desk, [facts.PublicLink], details);

    private static Letter AskPartner(PlanLetterFacts facts)
    {
        var money = facts.Plan.FindPartner(facts.To.Key)?.Money;
        return new Letter(
            $"Doet u mee? {facts.Title}",
            LetterParts.Paragraphs(
                $"Een werkgroep van bewoners maakt een plan in {facts.Smederij.Name}. Zij vraagt of uw organisatie het plan steunt.",
                money is null ? null : $"Zij vraagt u ook om een bijdrage van {Dutch.EuroShort(money.Asked.Amount.Cents)}.",
                "Met de link geeft u antwoord: of u het plan steunt, en waarom. Uw antwoord komt bij het plan te staan, met de naam van uw organisatie.",
                "U kunt uw antwoord later veranderen met dezelfde link."),
            new LetterLink("Antwoord geven", facts.Link(LinkPurpose.PlanPartner)),
            [facts.PublicLink])
        { Greeting = "Beste partner," };
    }

    private static Letter Decided(PlanLetterFacts facts)
    {
        var last = facts.Plan.Moments.Where(moment => moment.Judged is not null).MaxBy(moment => moment.Judged!.At);
        IReadOnlyList<string> reasons = last is null ? [] : [$"Het besluit over “{last.Name}”: {PlanTexts.Outcome(last.Judged!.Outcome).ToLowerInvariant()}.", .. last.Judged.Reasons.Select(reason => $"“{reason}”")];
        return new Letter(
            $"De stuurgroep heeft besloten: {facts.Title}",
            LetterParts.Paragraphs([
                "De stuurgroep heeft een besluit genomen over dit plan.",
                .. reasons,
                facts.Plan.State is PlanState.BackAtGroup && !facts.IsToRegisseur ? "Pas het plan aan. Vraag daarna opnieuw een besluit en schrijf erbij wat er is veranderd." : null]),
            facts.Desk,
            [facts.PublicLink])
        { Greeting = facts.IsToRegisseur ? LetterParts.Colleague : "Beste bewoner," };
    }

    private static IReadOnlyList<LetterFact> Late(PlanLetterFacts facts) =>
        [.. facts.Plan.Milestones.Where(milestone => milestone.Silence is not null).Select(milestone => new LetterFact(milestone.What, $"uiterlijk {Dutch.Date(milestone.Due)}"))];
}
