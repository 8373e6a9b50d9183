namespace Smederijen.Portal.Plans.Mailing;

/// <summary>The mails that ask somebody to confirm something, or to answer.</summary>
internal static class PlanInvitations
{
    public static Letter ConfirmPlan(PlanLetterFacts facts) => new(
        $"Bevestig uw plan: {facts.Title}",
        LetterParts.Paragraphs(
            $"U hebt een plan ingediend in {facts.Smederij.Name}. Klopt dat? Klik dan op de link en bevestig uw plan.",
            facts.Plan.State is PlanState.AwaitingConfirmation s ? $"Dat kan tot en met {Dutch.LastDay(s.Term.Until)}. Daarna vervalt het plan." : null,
            "Hebt u geen plan ingediend? Dan hoeft u niets te doen."),
        new LetterLink("Mijn plan bevestigen", facts.Link(LinkPurpose.PlanGroup)),
        [facts.HelpLink])
    { Greeting = "Beste indiener," };

    /// <summary>Also for who asks again and is a member already.</summary>
    public static Letter ConfirmMembership(PlanLetterFacts facts) => new(
        $"Doet u mee met de werkgroep? {facts.Title}",
        [
            $"U wilt meedoen met de werkgroep van een plan in {facts.Smederij.Name}, of iemand van de werkgroep vraagt u mee.",
            $"Wilt u meedoen? Klik dan op de link en bevestig het binnen {facts.ConfirmWithin}. Bewaar deze mail: met de link komt u altijd op de pagina van de werkgroep.",
            $"Wilt u niet meedoen? Dan hoeft u niets te doen. Wij verwijderen uw gegevens na {facts.ConfirmWithin}.",
        ],
        facts.GroupLink,
        [facts.PublicLink, facts.HelpLink])
    { Greeting = "Goedendag," };

    public static Letter ConfirmSupport(PlanLetterFacts facts) => new(
        $"Bevestig uw steun: {facts.Title}",
        [
            $"U wilt een plan in {facts.Smederij.Name} steunen. Klopt dat? Klik dan op de link en bevestig uw steun. Daarna telt uw steun mee.",
            $"Doe dat binnen {facts.ConfirmWithin}. Daarna verwijderen wij uw gegevens.",
            "Hebt u dit niet gevraagd? Dan hoeft u niets te doen.",
        ],
        new LetterLink("Mijn steun bevestigen", facts.Link(LinkPurpose.PlanSupport)),
        [facts.PublicLink, facts.HelpLink]);

    public static Letter PartnerAsked(PlanLetterFacts facts) => new(
        $"Doet u mee? {facts.Title}",
        LetterParts.Paragraphs(
            $"Een werkgroep maakt een plan in {facts.Smederij.Name}. Zij vraagt of uw organisatie het plan steunt.",
            facts.Plan.FindPartner(facts.To.Key)?.Money is { } money ? $"Zij vraagt u ook om een bijdrage van {Dutch.EuroShort(money.Asked.Amount.Cents)}." : null,
            "Lees eerst het plan. Geef daarna antwoord met de link: steunt u het plan, en waarom?",
            "Uw antwoord komt bij het plan te staan, met de naam van uw organisatie. Verandert er iets? Met dezelfde link geeft u een nieuw antwoord.",
            LetterParts.OnlyForYou),
        new LetterLink("Antwoord geven", facts.Link(LinkPurpose.PlanPartner)),
        [facts.PublicLink, facts.HelpLink])
    { Greeting = "Beste partner," };
}
