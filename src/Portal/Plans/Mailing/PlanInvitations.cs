namespace Smederijen.Portal.Plans.Mailing;

/// <summary>
/// The mails that ask somebody to confirm something, or to answer. They go to addresses that others may have typed, so no title, no name
/// and no other words of the plan are in them; the page behind the link has them.
/// </summary>
internal static class PlanInvitations
{
    public static Letter ConfirmPlan(PlanLetterFacts facts) => new(
        "Bevestig uw plan",
        LetterParts.Paragraphs(
            $"Iemand vulde uw e-mailadres in bij een plan voor {facts.Smederij.Name}. Was u dat? Klik dan op de link. Daar leest u het plan. Bevestig daar dat het uw plan is.",
            facts.Plan.State is PlanState.AwaitingConfirmation s ? $"Dat kan tot en met {Dutch.LastDay(s.Term.Until)}. Daarna vervalt het plan." : null,
            "Was u het niet? Dan hoeft u niets te doen. Zonder uw bevestiging komt het plan niet op de website."),
        new LetterLink("Mijn plan bevestigen", facts.Link(LinkPurpose.PlanGroup)),
        [facts.HelpLink])
    { Greeting = "Beste indiener," };

    /// <summary>Also for who asks again and is a member already.</summary>
    public static Letter ConfirmMembership(PlanLetterFacts facts) => new(
        "Doet u mee met de werkgroep van een plan?",
        [
            $"Iemand vulde uw e-mailadres in bij de werkgroep van een plan in {facts.Smederij.Name}. Dat was u zelf, of iemand van de werkgroep die u mee vraagt.",
            $"Wilt u meedoen? Klik dan op de link. Daar ziet u welk plan het is. Bevestig het binnen {facts.ConfirmWithin}. Bewaar deze mail: met de link komt u altijd op de pagina van de werkgroep.",
            $"Wilt u niet meedoen? Dan hoeft u niets te doen. Wij verwijderen uw gegevens na {facts.ConfirmWithin}.",
        ],
        facts.GroupLink,
        [facts.PublicLink, facts.HelpLink])
    { Greeting = "Goedendag," };

    /// <summary>To an address that staff wrote down in place of another one.</summary>
    public static Letter AddressCorrected(PlanLetterFacts facts) => new(
        "De gemeente heeft uw e-mailadres verbeterd",
        LetterParts.Paragraphs(
            $"De gemeente heeft uw e-mailadres verbeterd bij een plan in {facts.Smederij.Name}. Mails over dat plan komen nu op dit adres. "
                + "Links in eerdere mails werken niet meer.",
            facts.To.Role switch
            {
                PlanRole.Supporter when facts.IsConfirmed => "Uw steun blijft meetellen. U hoeft niets te doen.",
                PlanRole.Partner => "U staat bij dit plan als contact van een partner.",
                _ when facts.IsConfirmed => "U blijft lid van de werkgroep. U hoeft niets te doen.",
                _ => "Wij vragen u nog om dit te bevestigen. Daarover krijgt u nu ook een andere mail.",
            },
            $"Zo staat het plan ervoor: {PlanTexts.Label(facts.Plan.State.Phase)}.",
            "Klopt dit niet? Of weet u hier niets van? Bel of mail dan de gemeente. Stuur deze mail niet door."),
        facts switch
        {
            { Plan.State: PlanState.Ended } => null,
            { To.Role: PlanRole.Member, IsConfirmed: true } => facts.GroupLink,
            { To.Role: PlanRole.Partner } => new LetterLink("Antwoord geven of veranderen", facts.Link(LinkPurpose.PlanPartner)),
            _ => null,
        },
        facts.Plan.State is PlanState.AwaitingConfirmation ? [facts.HelpLink] : [facts.PublicLink, facts.HelpLink],
        facts.IsConfirmed ? facts.About : [new("Smederij", facts.Smederij.Name)])
    {
        Greeting = facts.To.Role switch
        {
            PlanRole.Supporter => "Beste bewoner,",
            PlanRole.Partner => "Beste partner,",
            _ => "Goedendag,",
        },
    };

    public static Letter ConfirmSupport(PlanLetterFacts facts) => facts is { IsConfirmed: true, IsMailboxFull: true }
        ? LetterParts.MailboxIsFull("plan", facts.Smederij.Name, facts.PublicPage, [facts.PublicLink, facts.HelpLink])
        : facts.IsConfirmed ? LetterParts.InitialsMissing("plan", facts.Smederij.Name, facts.PublicPage, [facts.PublicLink, facts.HelpLink]) : new(
        "Bevestig uw steun",
        [
            $"Iemand vulde uw e-mailadres in om een plan in {facts.Where} te steunen. Was u dat? Klik dan op de link. Daar ziet u welk plan het is. Bevestig daar uw steun. Daarna telt uw steun mee.",
            LetterParts.SharesMailbox,
            $"Doe dat binnen {facts.ConfirmWithin}. Daarna verwijderen wij uw gegevens.",
            "Was u het niet? Dan hoeft u niets te doen.",
        ],
        new LetterLink("Mijn steun bevestigen", facts.Link(LinkPurpose.PlanSupport)),
        [facts.PublicLink, facts.HelpLink]);

    public static Letter PartnerAsked(PlanLetterFacts facts) => new(
        "Doet u mee? Een werkgroep vraagt uw organisatie om steun",
        LetterParts.Paragraphs(
            $"Een werkgroep maakt een plan in {facts.Smederij.Name}. Zij vulde uw e-mailadres in, en vraagt of uw organisatie het plan steunt.",
            facts.Plan.FindPartner(facts.To.Key)?.Money is { } money ? $"Zij vraagt u ook om een bijdrage van {Dutch.EuroShort(money.Asked.Amount.Cents)}." : null,
            "Lees eerst het plan. Geef daarna antwoord met de link: steunt u het plan, en waarom?",
            "Uw antwoord komt bij het plan te staan, met de naam van uw organisatie. Verandert er iets? Met dezelfde link geeft u een nieuw antwoord.",
            LetterParts.OnlyForYou),
        new LetterLink("Antwoord geven", facts.Link(LinkPurpose.PlanPartner)),
        [facts.PublicLink, facts.HelpLink])
    { Greeting = "Beste partner," };
}
