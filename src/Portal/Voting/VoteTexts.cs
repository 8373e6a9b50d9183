namespace Smederijen.Portal.Voting;

/// <summary>What people read around voting: every refusal says what to do.</summary>
public static class VoteTexts
{
    /// <param name="marks">What was chosen.</param>
    public static string Refused(BallotRefusal refusal, CurrentVote vote, Marks marks = default) => refusal switch
    {
        BallotRefusal.VoteNotOpen =>
            $"De stemming is nog niet open. Wat u nu verstuurt, telt niet mee. U kunt stemmen {Dutch.From((vote.Round.State as RoundState.Sealed)?.OpensAt ?? vote.Manifest.OpensAt)}.",
        BallotRefusal.VoteIsClosed =>
            "De stemming is gesloten. Wat u nu verstuurt, telt niet mee. De uitslag staat op de pagina van uw Smederij zodra die er is.",
        BallotRefusal.OtherVote => "Dit stembiljet hoort bij een andere stemming. Er is nu niets meegeteld. Typ de code uit uw brief.",
        BallotRefusal.NotOnTheBallot => "U koos een idee dat niet op het stembiljet staat. Kies opnieuw uit de lijst.",
        BallotRefusal.IdeaHasLeft => "Een idee dat u koos, doet niet meer mee. Kies opnieuw.",
        BallotRefusal.IdeaTwice => "U koos een idee twee keer. Kies elk idee hoogstens één keer.",
        BallotRefusal.TooManyChoices => $"U koos te veel ideeën. Kies er hoogstens {vote.Manifest.MaxChoices}.",
        BallotRefusal.AboveTheMoney => TooDear(BallotCheck.CostOf(vote.Manifest, marks), vote.Manifest.Money.Cents),
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };

    private static string TooDear(long cost, long money) =>
        $"De ideeën die u koos, kosten samen te veel: {Dutch.EuroShort(cost)}. Er is {Dutch.EuroShort(money)}. Dat is {Dutch.EuroShort(cost - money)} te veel. Haal een of meer ideeën weg.";

    /// <summary>On a page that a browser sent nothing along for; whether it keeps cookies cannot be known there.</summary>
    public const string NothingReady = "Op deze pagina staat geen code klaar. Typ de code uit uw brief. Ook zonder cookies kunt u dan gewoon stemmen.";

    public const string CutOff = "De code in deze link klopt niet. Misschien is de link niet helemaal meegekomen. Typ de code uit uw brief.";

    public const string TooLate = "Het is langer dan twee uur geleden dat u deze pagina opende. Er is nu niets meegeteld. Typ de code uit uw brief.";

    public const string OtherForm = "Dit formulier hoort bij een andere stem, of het is onderweg veranderd. Er is nu niets meegeteld. Typ de code uit uw brief.";

    /// <param name="typed">What is no code: too few characters, too many, or one that is wrong.</param>
    public static string NoCode(string typed) => typed.Count(char.IsLetterOrDigit) switch
    {
        0 => "Typ de code uit uw brief.",
        VoteCode.Length => "Deze code klopt niet. Een teken is verkeerd. Kijk goed naar elk teken.",
        1 => $"Deze code klopt niet. U typte 1 teken. Een code heeft {VoteCode.Length} tekens, in vier groepen van vier.",
        var count => $"Deze code klopt niet. U typte {count} tekens. Een code heeft {VoteCode.Length} tekens, in vier groepen van vier.",
    };

    public static string TooManyWrongCodes(TimeSpan wait) =>
        "Deze code kennen wij niet. Via uw internetverbinding zijn heel vaak verkeerde codes getypt. "
        + $"Wacht {Dutch.Count(Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes)), "minuut", "minuten")}, of typ de code precies zoals in uw brief: een goede code werkt altijd.";

    public static string Standing(CodeStanding standing) => standing switch
    {
        CodeStanding.UsedOnline => "Deze code is al gebruikt, via internet. Met elke code kan één keer worden gestemd. Hebt u dat niet zelf gedaan? Bel de gemeente.",
        CodeStanding.UsedOnPaper => "Deze code is al gebruikt, op papier. Met elke code kan één keer worden gestemd. Hebt u dat niet zelf gedaan? Bel de gemeente.",
        CodeStanding.Expired => "De stemming is gesloten. Uw stem is niet meegeteld.",
        CodeStanding.Unknown => "Deze code kennen wij niet in deze Smederij. Kijk of uw brief over deze Smederij gaat, en of het de nieuwste brief is. Typ de code dan nog een keer.",
        _ => "Uw stem is niet aangekomen. Kies nog een keer en breng uw stem opnieuw uit.",
    };

    /// <summary>A slip in the number of codes lets one household vote twice; so whoever makes them reads both numbers.</summary>
    public static string MoreThanResidents(SmederijSettings smederij, int codes) =>
        $"U maakt {Dutch.Number(codes)} codes. {smederij.Name} heeft {Dutch.Number(smederij.Inhabitants)} inwoners.";

    /// <summary>How a code stands, for staff who type a ballot on paper.</summary>
    public static string OnPaper(CodeStanding standing) => standing switch
    {
        CodeStanding.UsedOnline => "Deze code is al gebruikt, via internet.",
        CodeStanding.UsedOnPaper => "Deze code is al gebruikt, op papier.",
        CodeStanding.Expired => "De stemming is gesloten.",
        _ => "Deze code kennen wij niet.",
    };

    /// <summary>Why a ballot on paper is not valid: as staff type it, and as everyone reads it.</summary>
    public static string Fault(PaperFault fault) => fault switch
    {
        PaperFault.TooManyChoices => "te veel gekozen",
        PaperFault.AboveTheMoney => "te duur",
        PaperFault.NotOnTheBallot => "onbekend idee",
        PaperFault.Illegible => "onleesbaar",
        PaperFault.NoCode => "geen code",
        PaperFault.UnknownCode => "onbekende code",
        PaperFault.CodeUsed => "code al gebruikt",
        _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "Every fault needs words."),
    };

    public static string Refused(RoundRefusal refusal) => refusal switch
    {
        RoundRefusal.NoVotePrepared => "Er wordt nu geen stemming voorbereid in deze ronde.",
        RoundRefusal.RoundIsClosed => "Deze ronde is al gesloten voor nieuwe ideeën.",
        RoundRefusal.VoteNotOpen => "De stemming is niet open. Dit kan alleen tijdens de stemming.",
        RoundRefusal.VoteHasOpened => "De stemming is al open. Dit kan nu niet meer.",
        RoundRefusal.OpensTooSoon => "De stemming gaat binnen een uur open. Stel eerst voor om de stemming later te openen, en maak daarna de codes.",
        RoundRefusal.VoteIsClosed => "De stemming is gesloten en gaat niet meer open.",
        RoundRefusal.RoundIsDecided => "Deze ronde is afgerond. Er kan niets meer veranderen.",
        RoundRefusal.RoundNotDecided => "Deze ronde is nog niet afgerond. Wacht tot alle ideeën een besluit hebben.",
        RoundRefusal.MoreThanIsLeft => "Zo veel is er niet meer over in deze ronde. Kijk in het kasboek hoeveel er nog is.",
        RoundRefusal.CodesMissing => "Vul in hoeveel codes u nodig hebt: minstens 1.",
        RoundRefusal.CodesFixed => "Het aantal codes staat vast in het manifest. Maak er precies zo veel.",
        RoundRefusal.ReasonMissing => "Schrijf ook waarom. De reden komt op de uitslagpagina te staan.",
        RoundRefusal.SamePersonTwice => "Dit moet een andere medewerker doen dan degene die het invoerde of voorstelde.",
        RoundRefusal.NothingProposed => "Er ligt geen voorstel meer. Misschien heeft een collega het al afgehandeld.",
        RoundRefusal.OtherProposalWaits => "Er wacht al een ander voorstel. Handel dat eerst af.",
        RoundRefusal.NotLater => "Kies een moment dat later is dan de sluiting van nu.",
        RoundRefusal.AfterTheClosing => "De stemming kan niet opengaan nadat zij gesloten is. Kies een eerder moment.",
        RoundRefusal.NothingToDraw => "In deze ronde hoeft nu niet te worden geloot.",
        RoundRefusal.DrawNotYet => "De waarde voor de loting is nog niet bekend. Kijk op deze pagina vanaf welke dag u hem kunt typen.",
        RoundRefusal.NotOnTheBallot => "Dit idee staat niet (meer) op het stembiljet.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };

    /// <summary>What happens with money that is left and too little for the next idea.</summary>
    public static string RestInWords(RestRule rest) => !rest.Offered
        ? "Is er na de stemming geld over dat te weinig is voor het volgende idee? Dan bieden wij daar geen deel van aan: een idee krijgt het hele bedrag, of niets."
        : "Is er na de stemming geld over dat te weinig is voor het volgende idee? Dan bieden wij dat restant aan, in de volgorde van de stemmen."
            + (rest.Smallest > Euro.Zero ? $" Dat doen wij vanaf {Dutch.EuroShort(rest.Smallest.Cents)}." : "");

    /// <summary>What may be chosen, in one sentence.</summary>
    public static string HowToChoose(Manifest manifest) => manifest switch
    {
        { Ballot: BallotKind.Knapsack } => $"Kies de ideeën die u het liefst ziet. Samen mogen ze niet meer kosten dan {Dutch.EuroShort(manifest.Money.Cents)}.",
        { MaxChoices: { } most } => $"Kies de ideeën die u goed vindt: hoogstens {most}.",
        _ => "Kies alle ideeën die u goed vindt: zo veel als u wilt.",
    };

    /// <summary>What a vote is about, as fits its time.</summary>
    /// <param name="shut">Why it takes no ballots now; null when it does.</param>
    public static string Lead(Manifest manifest, BallotRefusal? shut) => shut switch
    {
        null => $"Er zijn {manifest.Ideas.Length} goede ideeën, en er is geld voor een deel ervan. Kiest u mee?",
        BallotRefusal.VoteNotOpen => $"Er zijn {manifest.Ideas.Length} goede ideeën, en er is geld voor een deel ervan. Straks kiest de buurt.",
        _ => $"De buurt koos uit {manifest.Ideas.Length} goede ideeën.",
    };

    /// <summary>How people vote, a sentence or two for each point.</summary>
    /// <param name="shut">As in <see cref="Lead"/>.</param>
    public static IReadOnlyList<string> HowItWorks(Manifest manifest, BallotRefusal? shut)
    {
        var over = shut is BallotRefusal.VoteIsClosed;
        return
        [
            over ? HowPeopleChose(manifest) : HowToChoose(manifest),
            RuleInWords(manifest.Rule),
            .. manifest.Draw is { } draw ? [DrawInWords(draw)] : (string[])[],
            .. manifest.Rest is { } rest ? [RestInWords(rest)] : (string[])[],
            over ? "Met elke code kon één keer worden gestemd: via internet, of op papier." : "Met elke code kan één keer worden gestemd: hier, of op papier.",
            over ? "Wij bewaarden niet wie wat koos. Tot de sluiting zag ook niemand een tussenstand."
                : "Wij bewaren niet wie wat kiest. Tot de sluiting ziet ook niemand een tussenstand.",
            over ? "Wie via internet stemde, kreeg een volgnummer. Staat uw nummer bij de uitslag? Dan is uw stem meegeteld."
                : "Na het stemmen krijgt u een volgnummer. Daarmee ziet u later dat uw stem is meegeteld.",
        ];
    }

    private static string HowPeopleChose(Manifest manifest) => manifest switch
    {
        { Ballot: BallotKind.Knapsack } => $"U kon ideeën kiezen die samen niet meer kosten dan {Dutch.EuroShort(manifest.Money.Cents)}.",
        { MaxChoices: { } most } => $"U kon hoogstens {Dutch.Count(most, "idee", "ideeën")} kiezen.",
        _ => "U kon zo veel ideeën kiezen als u wilde.",
    };

    /// <summary>What decides between equals.</summary>
    public static string DrawInWords(DrawSettings draw) =>
        $"Staan ideeën gelijk en hangt daar de uitslag van af? Dan wordt er geloot met een openbare waarde: {draw.Source}, de eerste die bekend wordt vanaf {Dutch.Count(draw.Days, "dag", "dagen")} na het tellen. Zo kan niemand de loting sturen.";

    public static string RuleInWords(CountRule rule) => rule switch
    {
        CountRule.Greedy => "Het idee met de meeste stemmen gaat voor. Past een idee niet meer in het geld, dan gaat het volgende voor.",
        _ => "Elke kiezer krijgt een even groot deel van het geld om mee te kiezen. Een idee wint als zijn kiezers het samen kunnen betalen. Zo telt elke stem even zwaar (de methode van gelijke delen).",
    };
}
