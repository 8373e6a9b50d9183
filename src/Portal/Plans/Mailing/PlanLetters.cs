using static Smederijen.Portal.Mail.LetterParts;

namespace Smederijen.Portal.Plans.Mailing;

/// <summary>
/// The mails about plans. A letter may be written long after its cause: what only one state knows is left out then, and the
/// links tell how it is now.
/// </summary>
public static class PlanLetters
{
    public static Letter Write(PlanMailKind kind, PlanLetterFacts facts) => kind switch
    {
        PlanMailKind.ConfirmPlan => PlanInvitations.ConfirmPlan(facts),
        PlanMailKind.ConfirmMembership => PlanInvitations.ConfirmMembership(facts),
        PlanMailKind.ConfirmSupport => PlanInvitations.ConfirmSupport(facts),
        PlanMailKind.AddressCorrected => PlanInvitations.AddressCorrected(facts),
        PlanMailKind.PartnerAsked => PlanInvitations.PartnerAsked(facts),
        PlanMailKind.PlanOpened => News(facts, $"Het plan kan beginnen: {facts.Title}",
            [
                "Uw plan is een lange klap: een groot plan, waar u samen met anderen aan werkt. U zit in de werkgroep.",
                "Nodig mensen uit, zoek partners en spreek af wat u wanneer klaar wilt hebben. De stuurgroep besluit of het plan verder gaat, op momenten die bij het plan staan.",
                $"Vertel af en toe hoe het gaat. Horen wij {facts.AskedEvery} niets? Dan vragen wij het.",
            ],
            ["Er is een nieuw plan (lange klap) in uw gebied. Maak kennis met de werkgroep en help haar op weg."]),
        PlanMailKind.PlanShared => News(facts, $"Een plan dat ook over uw gebied gaat: {facts.Title}",
            ["Uw plan hoort nu ook bij een andere Smederij. Bewoners daar kunnen het steunen en meedoen."],
            [
                $"Een plan (lange klap) van {facts.Smederij.Name} hoort nu ook bij {(facts.Theirs.Length > 0 ? facts.Theirs : "uw gebied")}. Het staat daar op de pagina met grote plannen.",
                $"Bewoners daar kunnen het steunen en meedoen. De gebiedsregisseur van {facts.Smederij.Name} begeleidt de werkgroep.",
            ]),
        PlanMailKind.PartnerAnswered => News(facts, $"Een partner heeft geantwoord: {facts.Title}",
            [
                "Een partner heeft antwoord gegeven op uw vraag. Op de pagina van de werkgroep leest u het antwoord.",
                "Zegt de partner geld toe? Geef het op die pagina aan zodra het geld binnen is, met een bewijs.",
            ],
            ["Een partner heeft antwoord gegeven op de vraag van de werkgroep. Het antwoord staat bij het plan."]),
        PlanMailKind.MilestonePassed => News(facts, $"Een mijlpaal is voorbij: {facts.Title}",
            [
                "De dag van een mijlpaal is voorbij. Wij weten niet of het gelukt is.",
                "Is het gelukt? Geef dat aan op de pagina van de werkgroep. Is er meer tijd nodig? Kies daar een nieuwe dag en schrijf waarom.",
                $"Lukt het niet? Bel de gebiedsregisseur. U krijgt deze mail elke {facts.RemindedEvery}, tot er nieuws is.",
            ],
            [
                "De dag van een mijlpaal is voorbij, en er is geen bericht. De werkgroep kreeg ook een mail.",
                $"Bel de werkgroep. U krijgt deze mail elke {facts.RemindedEvery}, tot er nieuws is.",
            ],
            [.. facts.Plan.Milestones.Where(milestone => milestone.Silence is not null).Select(milestone => new LetterFact(milestone.What, $"uiterlijk {Dutch.Date(milestone.Due)}"))]),
        PlanMailKind.HowIsItGoing => News(facts, $"Hoe gaat het met het plan? {facts.Title}",
            [
                "Wij hebben een tijd niets van uw plan gehoord. Vertel in een paar zinnen hoe het gaat. Iedereen kan het lezen op de pagina van het plan.",
                $"Lukt het niet meer? Bel de gebiedsregisseur. Zolang er geen nieuws is, krijgt u deze mail elke {facts.AskedEvery}.",
            ],
            ["Wij hebben een tijd niets van dit plan gehoord. De werkgroep kreeg ook een mail.", "Bel de werkgroep als er geen nieuws komt."]),
        PlanMailKind.GroupIsEmpty => News(facts, $"De werkgroep is leeg: {facts.Title}",
            ["Niemand doet meer mee met de werkgroep van dit plan."],
            ["Niemand doet meer mee met de werkgroep van dit plan.", "Zoek nieuwe mensen, of stop het plan met een reden."]),
        PlanMailKind.DecisionAsked => News(facts, $"De stuurgroep besluit over het plan: {facts.Title}",
            [
                "Uw plan ligt nu bij de stuurgroep. Die kijkt of er genoeg steun en geld is.",
                "U hoeft nu niets te doen. U kunt gewoon doorwerken. Is er een besluit? Dan krijgt u een mail.",
            ],
            ["Dit plan ligt nu bij de stuurgroep. U hoeft niets te doen. Is er een besluit? Dan krijgt u een mail."],
            facts.Plan.State is PlanState.AwaitingStuurgroep open && facts.Plan.FindMoment(open.Moment) is { } moment ? [new("Beslismoment", moment.Name)] : []),
        PlanMailKind.StuurgroepDecided => Decided(facts),
        PlanMailKind.DecisionLapsed => News(facts, $"De stuurgroep kwam niet tot een besluit: {facts.Title}",
            [
                "De stuurgroep kwam niet tot een besluit over uw plan. Op de pagina van het plan leest u waarom.",
                "U kunt doorwerken. Vraag op de pagina van de werkgroep opnieuw een besluit.",
            ],
            [
                "De stuurgroep kwam niet tot een besluit over dit plan. De reden staat bij het plan.",
                "De werkgroep of u kan opnieuw een besluit vragen.",
            ]),
        PlanMailKind.PlanCompleted => News(facts, $"Het plan is klaar: {facts.Title}",
            ["Gefeliciteerd: uw plan is klaar. Bedankt voor al uw werk.", Forgotten(facts)],
            ["Dit plan is klaar. U hoeft niets te doen."]),
        PlanMailKind.PlanStopped => News(facts, $"Het plan stopt: {facts.Title}",
            ["Uw plan is gestopt.", .. Why(facts), "Bedankt voor al uw werk.", Forgotten(facts)],
            ["Dit plan is gestopt.", .. Why(facts), "U hoeft niets te doen."]),
        PlanMailKind.PlanHidden => News(facts, "De gemeente heeft een plan verborgen",
            [
                "De gemeente heeft uw plan verborgen. Niemand kan het nu op de website lezen of steunen.",
                .. facts.Plan.Hidden is { } hidden ? (string[])[$"Dit is de reden: “{hidden.Reason}”"] : [],
                "U kunt met de werkgroep gewoon verder werken.",
                "Bent u het er niet mee eens? Of wilt u iets veranderen? Bel dan de gebiedsregisseur.",
            ],
            ["De gemeente heeft dit plan verborgen. De reden staat bij het plan."]),
        PlanMailKind.PlanShownAgain => News(facts, $"Iedereen kan het plan weer lezen: {facts.Title}",
            ["De gemeente had uw plan verborgen. Nu staat het weer op de website. U hoeft niets te doen."],
            ["Dit plan staat weer op de website. U hoeft niets te doen."]),
        PlanMailKind.PartHidden => News(facts, $"De gemeente heeft iets verborgen bij het plan: {facts.Title}",
            [
                "De gemeente heeft iets weggehaald of veranderd op de pagina van uw plan. Op die pagina leest u wat en waarom.",
                "Bent u het er niet mee eens? Of wilt u iets veranderen? Bel dan de gebiedsregisseur.",
            ],
            ["De gemeente heeft iets weggehaald of veranderd op de pagina van dit plan. De reden staat bij het plan."]),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Every mail needs a letter."),
    };

    /// <summary>The same news for those who carry the plan and for the one who guides them.</summary>
    private static Letter News(
        PlanLetterFacts facts, string subject,
        IReadOnlyList<string> toGroup, IReadOnlyList<string> toRegisseur, IReadOnlyList<LetterFact>? details = null) =>
        facts.IsToRegisseur
            ? new(subject, toRegisseur, facts.StaffLink, [facts.PublicLink], [.. facts.About, .. details ?? []]) { Greeting = Colleague }
            : new(subject, toGroup, facts.GroupLink, [facts.PublicLink, facts.HelpLink], details) { Greeting = "Beste lid van de werkgroep," };

    private static Letter Decided(PlanLetterFacts facts)
    {
        var last = facts.Plan.Moments.Where(moment => moment.Judged is not null).MaxBy(moment => moment.Judged!.At);
        IReadOnlyList<string> decision = last is null ? [] :
            [$"Het besluit over “{last.Name}”: {PlanTexts.Outcome(last.Judged!.Outcome).ToLowerInvariant()}.", .. last.Judged.Reasons.Select(reason => $"“{reason}”")];
        return News(facts, $"De stuurgroep heeft besloten: {facts.Title}",
            ["De stuurgroep heeft een besluit genomen over uw plan.", .. decision, .. Next(facts)],
            ["De stuurgroep heeft een besluit genomen over dit plan.", .. decision, .. NextForRegisseur(facts)]);
    }

    private static IEnumerable<string> Next(PlanLetterFacts facts) => facts.Plan.State switch
    {
        PlanState.BackAtGroup => ["Pas het plan aan. Vraag daarna opnieuw een besluit en schrijf erbij wat er is veranderd."],
        PlanState.Ended => ["Het plan stopt hier. Bedankt voor al uw werk.", Forgotten(facts)],
        _ => ["U kunt verder met het plan."],
    };

    private static IEnumerable<string> NextForRegisseur(PlanLetterFacts facts) => facts.Plan.State switch
    {
        PlanState.BackAtGroup => ["De werkgroep past het plan aan. Help haar daarbij."],
        PlanState.Ended => ["Het plan stopt hier. De werkgroep kreeg ook een mail."],
        _ => ["De werkgroep kan verder met het plan. U hoeft niets te doen."],
    };

    private static string Forgotten(PlanLetterFacts facts) => $"Over {facts.ForgottenAfter} verwijderen wij uw gegevens bij dit plan. Het plan zelf blijft op de website staan.";

    private static IEnumerable<string> Why(PlanLetterFacts facts) => facts.Plan.State is PlanState.Ended { Reasons: { IsEmpty: false } reasons }
        ? ["Dit is de reden:", .. reasons.Select(reason => $"“{reason}”")]
        : [];
}
