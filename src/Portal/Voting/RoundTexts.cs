using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>A round and its events in words. Staff appear as "een medewerker".</summary>
public static class RoundTexts
{
    public static string Phase(RoundPhase phase) => phase switch
    {
        RoundPhase.Announced => "De ronde begint later",
        RoundPhase.Open => "Ideeën kunnen meedoen",
        RoundPhase.Collecting => "De ideeën worden verzameld",
        RoundPhase.Preparing => "De stemming wordt voorbereid",
        RoundPhase.Sealed => "De stemming staat klaar",
        RoundPhase.VoteOpen => "De stemming is open",
        RoundPhase.Counting => "De stemmen worden geteld",
        RoundPhase.Drawing => "Er wordt nog geloot",
        RoundPhase.Decided => "De ronde is afgerond",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "A phase needs words."),
    };

    public static string Title(RoundLogLine line, Manifest? manifest) => Title(line.Event, line.Phase, manifest);

    /// <summary>A whole history, in its order.</summary>
    public static IReadOnlyList<TimelineEntry> Timeline(IReadOnlyList<RoundLogLine> history, Manifest? manifest) =>
    [
        .. history.Select((line, i) => new TimelineEntry(
            line.Event.At,
            line is { Event: RoundEvent.MomentCame, Phase: RoundPhase.Counting } && history[i - 1].Phase == RoundPhase.Counting
                ? "De tijd om papier na te tellen was voorbij"
                : line.Event is RoundEvent.DrawTyped && Replaces(history, i) is not null
                ? "Een medewerker typte de waarde voor de loting opnieuw" : Title(line, manifest),
            line.Event is RoundEvent.DrawTyped typed ? CameOf(history, i, typed) : Detail(line.Event, manifest))),
    ];

    /// <summary>What staff did that anybody may ask about, once the vote is decided: then the values are no secret any more.</summary>
    public static IReadOnlyList<TimelineEntry> Interventions(IReadOnlyList<RoundLogLine> history, Manifest? manifest) =>
    [
        .. history.Select((line, i) => line.Event switch
        {
            RoundEvent.Proposed or RoundEvent.Agreed or RoundEvent.Dropped or RoundEvent.IdeaLeft or RoundEvent.CodesMade { Reason: not null }
                or RoundEvent.PartHidden or RoundEvent.PartRestored =>
                new TimelineEntry(line.Event.At, Title(line, manifest), Detail(line.Event)),
            RoundEvent.DrawTyped typed when Replaces(history, i) is { } wrong => new TimelineEntry(
                typed.At, "Een medewerker verbeterde de waarde voor de loting", $"Eerst getypt: {wrong}. Daarna: {typed.Value}."),
            RoundEvent.DrawTyped typed when Before(history, i) is { } first && first.Value != typed.Value => new TimelineEntry(
                typed.At, "Twee medewerkers typten voor de loting niet hetzelfde", $"De een typte {first.Value}, de ander {typed.Value}. Beiden typten opnieuw."),
            _ => null,
        }).OfType<TimelineEntry>(),
    ];

    /// <summary>Which texts staff hid and showed again, of a round whose page tells nothing else of what they did.</summary>
    public static IReadOnlyList<TimelineEntry> Veilings(IEnumerable<RoundLogLine> history) =>
        Interventions([.. history.Where(line => line.Event is RoundEvent.PartHidden or RoundEvent.PartRestored)], null);

    /// <summary>What came of a value that was typed. The value itself stays unseen until both are the same.</summary>
    private static string CameOf(IReadOnlyList<RoundLogLine> history, int line, RoundEvent.DrawTyped typed) => Before(history, line) switch
    {
        null => "Nu moet een tweede medewerker hem typen, zonder deze te zien.",
        var first when first.By == typed.By => "Deze waarde komt in de plaats van de eerste. Nu moet een tweede medewerker hem typen, zonder deze te zien.",
        var first when first.Value == typed.Value => "De tweede medewerker typte hetzelfde.",
        _ => "De tweede medewerker typte iets anders. Beiden moeten opnieuw typen.",
    };

    /// <summary>What the same person had typed before; null when this line replaces nothing.</summary>
    private static string? Replaces(IReadOnlyList<RoundLogLine> history, int line) =>
        Before(history, line) is { } first && first.By == ((RoundEvent.DrawTyped)history[line].Event).By ? first.Value : null;

    /// <summary>The value that waited for a second person when this one was typed; null when none did.</summary>
    private static RoundEvent.DrawTyped? Before(IReadOnlyList<RoundLogLine> history, int line)
    {
        RoundEvent.DrawTyped? waiting = null;
        foreach (var typed in history.Take(line).Select(earlier => earlier.Event).OfType<RoundEvent.DrawTyped>())
            waiting = waiting is null || waiting.By == typed.By ? typed : null;
        return waiting;
    }

    public static string? Detail(RoundEvent e, Manifest? manifest = null) => e switch
    {
        RoundEvent.Counted { Equal.IsEmpty: false } c => $"{Equal(c.Equal, manifest)} Er moet worden geloot.",
        RoundEvent.Drawn d => $"De volgorde van de loting: {string.Join(", ", d.Order.Select(idea => TitleOf(idea, manifest)))}.",
        RoundEvent.PaperEntered { Invalid.IsEmpty: false } p => Invalid(p.Invalid),
        RoundEvent.Proposed { Reason: var reason } => $"Reden: {reason}",
        RoundEvent.CodesMade { Reason: { } why } => $"Reden: {why}",
        RoundEvent.PartHidden { Reason: var why } => $"Reden: {why}",
        RoundEvent.PartRestored { Reason: var why } => $"Reden: {why}",
        RoundEvent.Counted { Unchecked: > 0 and var left } => Unchecked(left),
        _ => null,
    };

    /// <summary>Which ideas are equal, a sentence for each group.</summary>
    public static string Equal(IEnumerable<EqualIdeas> groups, Manifest? manifest) => string.Join(' ', groups.Select(group =>
        $"Gelijk met {FateTexts.Stemmen(group.Votes)}: {string.Join(", ", group.Ideas.Select(idea => TitleOf(idea, manifest)))}."));

    /// <summary>How many ballots on paper are not valid, and why.</summary>
    public static string Invalid(IReadOnlyCollection<InvalidPaper> invalid) =>
        $"Ongeldig: {Dutch.Count(invalid.Sum(one => one.Ballots), "papieren biljet", "papieren biljetten")} ({string.Join(", ", invalid.Select(one => $"{VoteTexts.Fault(one.Why)}: {one.Ballots}"))}).";

    /// <summary>What was typed from paper and is not in the count.</summary>
    public static string Unchecked(int ballots) =>
        $"{Dutch.Count(ballots, "stembiljet", "stembiljetten")} op papier {(ballots == 1 ? "telt" : "tellen")} niet mee: geen tweede medewerker telde ze op tijd na.";

    public static string InWords(Intervention what, Manifest? manifest) => what switch
    {
        Intervention.CloseRound => "de ronde nu sluiten voor nieuwe ideeën",
        Intervention.ChangeOpening x => $"de stemming laten opengaan op {Dutch.DateTime(x.OpensAt)}",
        Intervention.CloseNow => "de stemming nu sluiten",
        Intervention.Extend x => $"de stemming laten duren tot {Dutch.DateTime(x.Until)}",
        Intervention.StrikeIdea x => $"het idee '{TitleOf(x.Idea, manifest)}' van het stembiljet halen",
        _ => throw new ArgumentOutOfRangeException(nameof(what), what.GetType().Name, "An intervention needs words."),
    };

    /// <summary>When and why two people closed the round before its last day; null when the clock did.</summary>
    public static string? ClosedEarly(IReadOnlyList<RoundLogLine> history)
    {
        var agreed = history.Index().FirstOrDefault(line => line.Item is { Event: RoundEvent.Agreed, Phase: RoundPhase.Collecting });
        return agreed.Item is { } line
            && history.Take(agreed.Index).Select(earlier => earlier.Event).OfType<RoundEvent.Proposed>().LastOrDefault() is { } proposed
            ? $"Twee medewerkers sloten deze ronde eerder, op {Dutch.DateTime(line.Event.At)}. Reden: {proposed.Reason}"
            : null;
    }

    private static string Sum(IEnumerable<Source> shares) => Dutch.EuroShort(shares.Sum(share => share.Amount.Cents));

    private static string TitleOf(string idea, Manifest? manifest) => manifest?.Find(idea)?.Title ?? idea;

    private static string Title(RoundEvent e, RoundPhase after, Manifest? manifest) => e switch
    {
        RoundEvent.Opened => "De ronde begon",
        RoundEvent.Allotted a => $"De stuurgroep gaf {Sum(a.Shares)} ({SourceTexts.Amounts(a.Shares)})",
        RoundEvent.RemainderSettled { Shares.IsEmpty: true } => "De stuurgroep besloot over het geld dat over was. Er was niets over",
        RoundEvent.RemainderSettled { To: { } to, Into: not null } s =>
            $"{Sum(s.Shares)} die over was, gaat naar de Smederij die hierna komt, voor {to} ({SourceTexts.Amounts(s.Shares)})",
        RoundEvent.RemainderSettled { To: { } to } s => $"{Sum(s.Shares)} die over was, gaat mee naar {to} ({SourceTexts.Amounts(s.Shares)})",
        RoundEvent.RemainderSettled s => $"{Sum(s.Shares)} die over was, gaat terug naar de geldgevers ({SourceTexts.Amounts(s.Shares)})",
        RoundEvent.MoneyCarriedIn { Of: not null } m =>
            $"{Sum(m.Shares)} overgenomen van een opgeheven Smederij, uit {m.From} ({SourceTexts.Amounts(m.Shares)})",
        RoundEvent.MoneyCarriedIn m => $"{Sum(m.Shares)} overgenomen uit {m.From} ({SourceTexts.Amounts(m.Shares)})",
        RoundEvent.TakenOver t => $"Projecten van voor deze website zijn overgenomen, voor {Dutch.EuroShort(t.Amount.Cents)}",
        RoundEvent.MomentCame when after == RoundPhase.Collecting => "De ronde is gesloten",
        RoundEvent.MomentCame when after == RoundPhase.VoteOpen => "De stemming ging open",
        RoundEvent.MomentCame when after == RoundPhase.Counting => "De stemming is gesloten",
        RoundEvent.DrawTyped => "Een medewerker typte de waarde voor de loting",
        RoundEvent.Drawn d => $"De loting besliste, met de waarde {d.Value}",
        RoundEvent.MomentCame => "Medewerkers kregen een herinnering",
        RoundEvent.IdeasCollected i => $"{Dutch.Count(i.Ideas.Length, "idee doet", "ideeën doen")} mee",
        RoundEvent.CodesMade m => $"Een medewerker maakte {Dutch.Count(m.Count, "stemcode", "stemcodes")}{(m.Reason is null ? "; het manifest is bekendgemaakt" : " opnieuw")}",
        RoundEvent.IdeaLeft { ByMunicipality: true } l => $"De gemeente stopte het idee '{TitleOf(l.Idea, manifest)}'",
        RoundEvent.IdeaLeft l => $"De indiener trok het idee '{TitleOf(l.Idea, manifest)}' in",
        RoundEvent.PaperEntered p => $"Twee medewerkers voerden {Dutch.Count(p.Ballots, "stembiljet", "stembiljetten")} op papier in",
        RoundEvent.Counted c => $"{Dutch.Count(c.Ballots, "stem is", "stemmen zijn")} geteld",
        RoundEvent.Proposed p => $"Een medewerker stelde voor: {InWords(p.What, manifest)}",
        RoundEvent.Agreed => "Een tweede medewerker ging akkoord",
        RoundEvent.Dropped => "Het voorstel is vervallen",
        RoundEvent.PartHidden => PartTexts.TextHidden,
        RoundEvent.PartRestored => PartTexts.TextRestored,
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Every event needs a sentence."),
    };
}
