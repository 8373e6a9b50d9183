namespace Smederijen.Portal.Stuurgroep;

/// <summary>Resolutions in words.</summary>
internal static class ResolutionTexts
{
    /// <param name="nameOf">The name of a Smederij by its id.</param>
    public static string Title(Subject subject, Func<string, string> nameOf) => subject switch
    {
        Subject.Allotment division => DivisionTitle(division.Period),
        Subject.Remainder remainder => RemainderTitle(remainder.Period),
        Subject.PlanMoment moment => PlanTitle(nameOf(moment.Smederij)),
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject.GetType().Name, "Every subject needs a title."),
    };

    public static string Title(ResolutionSummary summary, Func<string, string> nameOf) =>
        summary.Period is { } period ? DivisionTitle(period)
        : summary.LeftOf is { } left ? RemainderTitle(left)
        : PlanTitle(nameOf(summary.Smederij ?? ""));

    /// <summary>What a seat says, as a choice.</summary>
    public static string Choice(Voice voice) => voice switch
    {
        Voice.For => "Voor",
        Voice.Against => "Tegen",
        Voice.Abstain => "Geen mening (blanco)",
        Voice.GoOn => "Doorgaan",
        Voice.Change => "Eerst veranderen",
        Voice.Stop => "Stoppen",
        _ => throw new ArgumentOutOfRangeException(nameof(voice), voice, "Every voice needs words."),
    };

    public static string Outcome(Voice outcome) => outcome switch
    {
        Voice.For => "Aangenomen",
        Voice.Against => "Niet aangenomen",
        Voice.GoOn => "Het plan gaat door",
        Voice.Change => "Het plan moet eerst veranderen",
        Voice.Stop => "Het plan stopt",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "This decides nothing."),
    };

    public static string Phase(ResolutionPhase phase, Voice? outcome) => phase switch
    {
        ResolutionPhase.Draft => "Concept",
        ResolutionPhase.Open => "De stuurgroep stemt",
        ResolutionPhase.Decided => Outcome(outcome!.Value),
        ResolutionPhase.Lapsed => "Geen besluit",
        ResolutionPhase.Withdrawn => "Ingetrokken",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Every phase needs words."),
    };

    public static BadgeKind Badge(ResolutionPhase phase, Voice? outcome) => (phase, outcome) switch
    {
        (ResolutionPhase.Open, _) => BadgeKind.Active,
        (ResolutionPhase.Decided, Voice.For or Voice.GoOn) => BadgeKind.Success,
        (ResolutionPhase.Decided, _) => BadgeKind.Danger,
        (ResolutionPhase.Lapsed, _) => BadgeKind.Warning,
        _ => BadgeKind.Neutral,
    };

    /// <summary>Why it ended like this, in a sentence.</summary>
    public static string Ending(Resolution resolution) => resolution.State switch
    {
        ResolutionState.Decided { Outcome: Voice.For } when resolution.Subject is Subject.Remainder r =>
            $"De stuurgroep is voor. Wat over is van {r.Period}, gaat mee naar {r.Next} of terug naar de geldgevers, zoals het voorstel zegt.",
        ResolutionState.Decided { Outcome: Voice.Against } when resolution.Subject is Subject.Remainder =>
            "Er was geen meerderheid voor. Het geld blijft staan.",
        ResolutionState.Decided { Outcome: Voice.For } => "De stuurgroep is voor. Het geld staat nu in de Smederijen.",
        ResolutionState.Decided { Outcome: Voice.Against } => "Er was geen meerderheid voor. Er is geen geld verdeeld.",
        ResolutionState.Decided decided => $"De meerderheid van de stuurgroep kiest: {Choice(decided.Outcome).ToLowerInvariant()}.",
        ResolutionState.Lapsed { Because: LapsedBecause.NoQuorum } => "Er stemden te weinig leden, ook na verlenging. Er is niets besloten.",
        ResolutionState.Lapsed => "Geen van de keuzes kreeg een meerderheid. Er is niets besloten.",
        ResolutionState.Withdrawn withdrawn => $"Het voorstel is ingetrokken. Reden: {withdrawn.Reason}",
        _ => "De stuurgroep heeft nog niet besloten.",
    };

    /// <summary>What came of one seat, without what it said.</summary>
    public static string Standing(SittingSeat seat) => seat switch
    {
        { Voice: not null } => seat.ByDeputy ? "Heeft gestemd (plaatsvervanger)" : "Heeft gestemd",
        { Left: LeftBecause.ConflictOfInterest } => "Doet niet mee: eigen belang",
        { Left: LeftBecause.TermOver } => "Doet niet mee: zittingstijd voorbij",
        _ => "Nog niet",
    };

    /// <summary>A whole history, in its order.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(IEnumerable<ResolutionLogLine> history, Resolution resolution) =>
        [.. history.Select(line => new TimelineEntry(line.Event.At, Event(line, resolution), Reason(line.Event)))];

    /// <summary>Which texts staff hid and showed again: what somebody has to know who reads something else in their place.</summary>
    public static IReadOnlyList<TimelineEntry> Veilings(IEnumerable<ResolutionLogLine> history, Resolution resolution) =>
        Timeline(history.Where(line => line.Event is ResolutionEvent.PartHidden or ResolutionEvent.PartRestored), resolution);

    /// <summary>What staff wrote about it for the history alone.</summary>
    private static string? Reason(ResolutionEvent e) => e switch
    {
        ResolutionEvent.SentByLetter x => $"Reden: {x.Reason}",
        ResolutionEvent.PartHidden x => $"Reden: {x.Reason}",
        ResolutionEvent.PartRestored x => $"Reden: {x.Reason}",
        _ => null,
    };

    /// <summary>What happened, without what a seat said: that is told when there is a decision.</summary>
    public static string Event(ResolutionLogLine line, Resolution resolution) => line.Event switch
    {
        ResolutionEvent.Drafted or ResolutionEvent.RemainderDrafted => "Een medewerker maakte een concept",
        ResolutionEvent.Amended => "Een medewerker veranderde de bedragen",
        ResolutionEvent.RemainderAmended => "Een medewerker veranderde het voorstel, of de bedragen waren veranderd",
        ResolutionEvent.PutToSeats => "Voorgelegd aan de stuurgroep",
        ResolutionEvent.MomentAsked => "Een plan vroeg een besluit van de stuurgroep",
        ResolutionEvent.VoiceGiven e => $"Gestemd: {FunctionOf(e.Seat, resolution)}{(e.ByDeputy ? " (plaatsvervanger)" : "")}",
        ResolutionEvent.ConflictDeclared e => $"Doet niet mee door eigen belang: {FunctionOf(e.Seat, resolution)}",
        ResolutionEvent.HandedToDeputy e => $"De plaatsvervanger kreeg een mail: {FunctionOf(e.Seat, resolution)}",
        ResolutionEvent.SeatPassedOn e =>
            $"{(e.Deputy ? "De plaatsvervanger" : "Wie op de zetel zit,")} is nu iemand anders: {FunctionOf(e.Seat, resolution)}",
        ResolutionEvent.MomentCame when line.Phase == ResolutionPhase.Open => "Wie nog niet stemde, kreeg een herinnering",
        ResolutionEvent.MomentCame => "De tijd om te stemmen was voorbij",
        ResolutionEvent.WithdrawnByStaff => "Een medewerker trok het voorstel in",
        ResolutionEvent.SentByLetter => "Een medewerker stuurde een mail die niet aankwam per brief",
        ResolutionEvent.PartHidden => PartTexts.TextHidden,
        ResolutionEvent.PartRestored => PartTexts.TextRestored,
        _ => throw new ArgumentOutOfRangeException(nameof(line), line.Event.GetType().Name, "Every event needs a sentence."),
    };

    private static string FunctionOf(string seat, Resolution resolution) => resolution.State.Heard?.Find(seat)?.Function ?? seat;

    public static string Refused(ResolutionRefusal refusal) => refusal switch
    {
        ResolutionRefusal.NotOpenYet => "Dit voorstel is nog niet voorgelegd. Wacht op de mail van de secretaris.",
        ResolutionRefusal.NotADraft => "Het voorstel is al voorgelegd. De bedragen liggen vast. Klopt er iets niet? Trek het voorstel in en maak een nieuw.",
        ResolutionRefusal.IsOver => "Dit is al afgelopen. Op deze pagina ziet u hoe het nu staat.",
        ResolutionRefusal.SumsDiffer => "De bedragen van de Smederijen zijn samen niet gelijk aan het geld dat er is. Pas een bedrag aan.",
        ResolutionRefusal.NothingToDivide => "Er is geen geld om te verdelen. Vul bij minstens één geldgever een bedrag in.",
        ResolutionRefusal.NothingLeft => "Er is niets over. Dan hoeft de stuurgroep niet te besluiten.",
        ResolutionRefusal.PeriodNotLater => "Het geld kan alleen mee naar een later jaar. Vul een later jaar in.",
        ResolutionRefusal.OtherSubject => "Dit voorstel gaat over iets anders. Ga terug naar de lijst en kies het voorstel opnieuw.",
        ResolutionRefusal.SourceTwice => "Een geldgever staat er twee keer. Tel de bedragen bij elkaar op en noem hem één keer.",
        ResolutionRefusal.SmederijTwice => "Een Smederij staat er twee keer. Haal er één weg.",
        ResolutionRefusal.NobodySits => "Niemand heeft nu zitting in de stuurgroep. Vul in de instellingen in wie er zitten, en tot wanneer.",
        ResolutionRefusal.NotASeat => "U stemt niet mee over dit voorstel. Vragen? Mail de secretaris van de stuurgroep.",
        ResolutionRefusal.OutOfTheCount => "Deze zetel doet niet mee met dit besluit, of heeft al gestemd. U kunt niet (meer) stemmen.",
        ResolutionRefusal.SpokeDifferently => "Voor deze zetel is al gestemd. Die stem geldt.",
        ResolutionRefusal.VoiceNotPossible => "Dit kunt u hier niet kiezen. Kies een van de antwoorden op de pagina.",
        ResolutionRefusal.ReasonMissing => "Schrijf ook waarom. De reden komt bij het besluit te staan.",
        ResolutionRefusal.NoDeputy => "Deze zetel heeft geen plaatsvervanger.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };

    private static string DivisionTitle(string period) => $"Verdeling van het geld voor {period}";

    private static string RemainderTitle(string period) => $"Wat over is van {period}";

    /// <summary>What becomes of what is left.</summary>
    public static string Choice(RemainderChoice choice, string next) => choice switch
    {
        RemainderChoice.CarryOver => $"Mee naar {next}",
        RemainderChoice.GiveBack => "Terug naar de geldgevers",
        _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "Every choice needs words."),
    };

    /// <summary>The same of one Smederij, which may be closed: then what goes on goes to another.</summary>
    public static string Choice(Leftover line, string next, Func<string, string> nameOf) =>
        line is { Choice: RemainderChoice.CarryOver, Into: { } into } ? $"Naar {nameOf(into)}, mee naar {next}" : Choice(line.Choice, next);

    private static string PlanTitle(string smederij) => $"Een plan in {smederij}: gaat het door?";
}
