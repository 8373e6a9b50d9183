using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Staff;

/// <summary>One thing that staff can do to an idea: a page with a small form, and a post to the same address.</summary>
/// <param name="Endpoint">The name of its endpoints: <c>ShowExtendTerm</c> and <c>ExtendTerm</c>.</param>
/// <param name="Name">The last part of its address.</param>
/// <param name="Done">What staff read when it has happened.</param>
/// <param name="IsOffered">Whether it is of use now. What is not offered is refused by the domain all the same.</param>
public sealed record StaffAction(
    string Endpoint, string Name, string Title, string Explanation, string Button, string Done, Func<Idea, bool> IsOffered)
{
    public static StaffAction Remind { get; } = new(
        "RemindNow", "herinneren", "Stuur een herinnering", "Wie nu aan zet is, krijgt een mail.",
        "Stuur de herinnering", "De herinnering is onderweg.",
        idea => idea.State is not (IdeaState.Suitable or IdeaState.Ended));

    public static StaffAction Extend { get; } = new(
        "ExtendTerm", "verlengen", "Geef meer tijd", "De termijn die nu loopt, eindigt later. Steun zoeken en uitvoeren kunt u één keer verlengen.",
        "Verleng de termijn", "De termijn is verlengd.",
        idea => idea.State is IdeaState.AwaitingConfirmation or IdeaState.GatheringSupport { Extended: false } or IdeaState.InReview
            or IdeaState.AwaitingAnswer or IdeaState.WithMunicipality or IdeaState.OfferedPart or IdeaState.Granted { AccountKnown: false }
            or IdeaState.Released { Extended: false });

    public static StaffAction Pause { get; } = new(
        "PauseIdea", "pauzeren", "Zet op pauze", "De klok van dit idee staat stil: er gaan geen herinneringen uit en er verloopt niets.",
        "Zet op pauze", "Het idee staat op pauze.",
        idea => idea.PausedAt is null && idea.State is not IdeaState.Ended);

    public static StaffAction Resume { get; } = new(
        "ResumeIdea", "hervatten", "Haal van de pauze", "De klok loopt weer. Alle termijnen schuiven op met de tijd die het idee stilstond.",
        "Ga verder", "Het idee gaat weer verder.",
        idea => idea.PausedAt is not null);

    public static StaffAction ReplaceReviewer { get; } = new(
        "ReplaceReviewer", "beoordelaar-vervangen", "Vervang een beoordelaar",
            "Iemand anders van het wijkteam beoordeelt dit idee, en krijgt daarover een mail.",
        "Vervang de beoordelaar", "De beoordelaar is vervangen. De nieuwe beoordelaar krijgt een mail.",
        idea => idea.State is IdeaState.InReview review && review.Panel.Seats.Any(seat => seat.Advice is null));

    public static StaffAction RestartReview { get; } = new(
        "RestartReview", "beoordeling-opnieuw", "Begin de beoordeling opnieuw",
            "Alle adviezen vervallen. Iedereen van het wijkteam krijgt een nieuwe mail; de oude links werken niet meer.",
        "Begin opnieuw", "De beoordeling is opnieuw begonnen.",
        idea => idea.State is IdeaState.InReview);

    public static StaffAction EnterSignatures { get; } = new(
        "EnterSignatures", "handtekeningen", "Voer handtekeningen in",
            "Tel op de lijst alleen mensen uit het gebied die nog niet online steunen. Een andere medewerker telt na. Daarna tellen de handtekeningen mee.",
        "Voer in", "De lijst is ingevoerd. De handtekeningen tellen nog niet mee: een andere medewerker moet de lijst eerst tellen.",
        idea => idea.State is IdeaState.GatheringSupport);

    public static StaffAction CountSignatures { get; } = new(
        "CountSignatures", "handtekeningen-tellen", "Tel handtekeningen na",
            "Bekijk de lijst en tel zelf. Komen twee medewerkers op hetzelfde aantal? Dan tellen de handtekeningen mee.",
        "Dit is wat ik tel", "De handtekeningen tellen mee.",
        idea => idea.State is IdeaState.GatheringSupport { Lists: not null });

    public static StaffAction CorrectSignatures { get; } = new(
        "CorrectSignatures", "handtekeningen-verminderen", "Verminder het aantal handtekeningen",
            "Bijvoorbeeld omdat iemand twee keer op de lijst staat, of ook online steunt. Dit geldt meteen. Een beoordeling die al loopt, gaat door.",
        "Verminder het aantal", "Het aantal handtekeningen is lager.",
        idea => idea.State is IdeaState.GatheringSupport { OnPaper: > 0 } || (idea.OnPaper > 0 && idea.State is not IdeaState.Ended));

    public static StaffAction CorrectAmount { get; } = new(
        "CorrectAmount", "bedrag", "Verbeter het bedrag", "Dit kan totdat het geld is toegekend.",
        "Verander het bedrag", "Het bedrag is veranderd.",
        idea => idea.State is not (IdeaState.OfferedPart or IdeaState.Granted or IdeaState.Released or IdeaState.WithMunicipality
            or IdeaState.Ended));

    public static StaffAction LowerAmount { get; } = new(
        "LowerAmount", "minder-geld", "Geef minder geld",
            "Vindt het wijkteam dat het met minder kan? Vul in wat het hoogstens geeft. De indiener krijgt een mail met het bedrag en de reden, en kan het idee dan nog intrekken.",
        "Leg het lagere bedrag vast", "Het lagere bedrag is vastgelegd. De indiener krijgt een mail.",
        idea => idea.State is IdeaState.InReview or IdeaState.AwaitingAnswer or IdeaState.Suitable { InRound: null });

    public static StaffAction AnswerOverrun { get; } = new(
        "AnswerOverrun", "meerkosten", "Beantwoord de vraag over de kosten",
            "Meer geld is er niet. De indiener krijgt een mail dat uw antwoord er staat.",
        "Verstuur het antwoord", "Uw antwoord is verstuurd.",
        idea => idea.State is IdeaState.Released { Overrun: not null });

    public static StaffAction RedirectReferral { get; } = new(
        "RedirectReferral", "andere-afdeling", "Stuur naar een andere afdeling",
            "De andere afdeling krijgt de vraag, met een nieuwe termijn. De oude link werkt niet meer.",
        "Stuur door", "De vraag is doorgestuurd.",
        idea => idea.State is IdeaState.WithMunicipality);

    public static StaffAction Release { get; } = new(
        "ReleaseMoney", "vrijgeven", "Geef het geld vrij", "Twee verschillende medewerkers controleren het rekeningnummer en geven akkoord.",
        "Geef akkoord", "Uw akkoord is vastgelegd.",
        idea => idea.State is IdeaState.Granted { AccountKnown: true })
    { Weight = Weighty.Payment, Work = StaffWork.Money };

    public static StaffAction Receive { get; } = new(
        "ReceiveMoney", "ontvangen", "Leg vast dat er geld terug is",
            "Doe dit pas als het geld op de rekening staat. Daarna kan de Smederij het opnieuw besteden.",
        "Leg vast", "Het geld is vastgelegd. De Smederij kan het weer besteden.",
        idea => idea.State is IdeaState.Ended { Refund: not null })
    { Work = StaffWork.Money };

    public static StaffAction WriteOff { get; } = new(
        "WriteOffMoney", "afschrijven", "Schrijf af wat niet terugkomt",
            "Twee verschillende medewerkers geven akkoord. Het geld telt dan als uitgegeven.",
        "Geef akkoord", "Uw akkoord is vastgelegd.",
        idea => idea.State is IdeaState.Ended { Refund: not null })
    { Work = StaffWork.Money };

    public static StaffAction Note { get; } = new(
        "WriteNote", "notitie", "Schrijf een notitie", "Alleen medewerkers lezen deze notitie. Bij het idee komt te staan dat er een notitie is.",
        "Bewaar de notitie", "De notitie is bewaard.",
        idea => idea.State is not IdeaState.Ended { EraseAt: null });

    public static StaffAction Look { get; } = new(
        "LetIdeaBeSeen", "tonen", "Laat iedereen het zien", "Het idee komt op de website. Buren kunnen het dan steunen.",
        "Laat het zien", "Het idee staat op de website. De indiener krijgt een mail.",
        idea => idea.State is IdeaState.AwaitingLook);

    public static StaffAction Hide { get; } = new(
        "HidePart", "verbergen", "Verberg een tekst of foto",
            "Wat u verbergt, is weg van de website, uit lijsten en uit mails. Medewerkers kunnen het weer laten zien.",
        "Verberg dit", "Het is verborgen. In de geschiedenis staat dat u iets verborg, en waarom.",
        _ => true);

    public static StaffAction Restore { get; } = new(
        "RestorePart", "weer-tonen", "Laat iets weer zien", "Wat verborgen is, komt terug op de website.",
        "Laat het weer zien", "Het staat weer op de website.",
        _ => true);

    public static StaffAction Reopen { get; } = new(
        "ReopenIdea", "heropenen", "Laat het wijkteam opnieuw kijken",
            "Het wijkteam vond dit idee niet geschikt. Was dat een vergissing? Dan beoordeelt het wijkteam het idee opnieuw. Twee verschillende medewerkers geven akkoord.",
        "Geef akkoord", "Uw akkoord is vastgelegd.",
        idea => idea.State is IdeaState.Ended { Review: not null, EraseAt: not null });

    public static StaffAction Stop { get; } = new(
        "StopIdea", "stoppen", "Stop dit idee",
            "De gemeente beëindigt het idee. De indiener krijgt een mail met de reden. Toegekend geld gaat terug naar de Smederij; uitbetaald geld moet terugkomen.",
        "Stop het idee", "Het idee is gestopt. De indiener krijgt een mail.",
        idea => idea.State is not (IdeaState.Ended or IdeaState.OnLongTrack));

    public static StaffAction Erase { get; } = new(
        "ErasePerson", "wissen", "Wis persoonsgegevens",
            "Naam, adres en rekeningnummer verdwijnen voorgoed, en van de indiener ook alles wat die schreef en meestuurde. U kunt dit niet terugdraaien.",
        "Wis voorgoed", "De gegevens zijn gewist.",
        _ => true)
    { Weight = Weighty.Erasure };

    /// <summary>All of them, in the order of the page.</summary>
    public static IReadOnlyList<StaffAction> All { get; } =
    [
        Look, Release, Receive, WriteOff, AnswerOverrun, RedirectReferral, CountSignatures, EnterSignatures, CorrectSignatures, Remind, Extend,
        ReplaceReviewer, RestartReview, LowerAmount, CorrectAmount,
        Note, Pause, Resume, Hide, Restore, Reopen, Stop,
        Erase,
    ];

    /// <summary>Which roles do this.</summary>
    public StaffWork Work { get; private init; } = StaffWork.Ideas;

    /// <summary>What asks for a fresh sign-in; null where a slip can be put right.</summary>
    public Weighty? Weight { get; init; }

    public string AddressFor(CaseFile file) => AddressFor(file.Key);

    public string AddressFor(IdeaKey idea) => $"{CaseFile.AddressOf(idea)}/{Name}";
}
