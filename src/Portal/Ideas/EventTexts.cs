using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Portal.Ideas;

/// <summary>
/// Every event in Dutch. Reviewers appear by function and staff as "een medewerker": who it was, is for the board to show.
/// </summary>
internal static class EventTexts
{
    /// <param name="erases">Of a clock that struck after the end: whether people were forgotten then, or staff were reminded of money.</param>
    public static string Title(IdeaEvent e, IdeaPhase? before, IdeaPhase after, SmederijSettings smederij, bool erases) => e switch
    {
        Submitted s => $"Het idee is ingediend voor {Dutch.EuroShort(s.Amount.Cents)}",
        TakenOver => "Overgenomen uit de tijd voor deze website",
        SubmissionConfirmed => "De indiener heeft het idee bevestigd",
        SubmissionDisowned => "Wie de mail kreeg, heeft dit idee niet ingediend; alles is gewist",
        ConfirmationAsked => "De indiener vroeg de mail om te bevestigen nog een keer",
        SupportOffered => "Iemand uit de buurt wil dit idee steunen",
        SupportConfirmed => "Iemand uit de buurt steunt dit idee",
        SupportCompared => "De steun tot nu toe is vergeleken",
        PaperSignaturesEntered p => $"Een medewerker telde {Dutch.Count(p.Count, "handtekening", "handtekeningen")} op papier",
        SignatureListEntered => "Een medewerker voerde een lijst met handtekeningen in; een andere medewerker telt die na",
        SignatureListCounted l when before != after => Counted(l),
        SignatureListCounted => "Een medewerker telde een lijst met handtekeningen na; het aantal staat nog niet vast",
        SignaturesCorrected x => $"Een medewerker verminderde de handtekeningen op papier van {Dutch.Number(x.From)} naar {Dutch.Number(x.To)}",
        GroupAdvised => "De initiatiefgroep denkt mee",
        Advised a => $"{Reviewer(a.Reviewer, smederij)} {Advises(a.Advice)}",
        ConflictDeclared d => $"{Reviewer(d.Reviewer, smederij)} beslist niet mee: er is een eigen belang",
        DecidedInMeeting d => $"Besloten in het overleg van {Dutch.Date(d.On)}: {Met(d.Advice)}",
        SeatPassedOn p => $"{Reviewer(p.Reviewer, smederij)} is nu iemand anders",
        ReviewerReplaced r => $"{Reviewer(r.Replacement, smederij)} beoordeelt nu, in plaats van {Uncapitalized(Reviewer(r.Reviewer, smederij))}",
        ReviewRestarted => "Een medewerker liet de beoordeling opnieuw beginnen",
        Answered => "De indiener gaf antwoord",
        PutToVote p => $"De ronde van {p.Period} is gesloten; dit idee doet mee",
        MoneyOffered => "Er is geld voor dit idee",
        PartOffered p => $"Er is {Dutch.EuroShort(p.Amount.Cents)} over; de indiener kan dat deel van het geld krijgen",
        PartAccepted => "De indiener neemt het deel aan, met een aangepast plan",
        PartDeclined => "De indiener neemt het deel van het geld niet aan",
        MoneyDenied => "Er is geen geld voor dit idee",
        CarriedOver o => $"Het idee gaat mee naar de ronde van {o.ToPeriod}",
        AccountGiven => "De indiener gaf een rekeningnummer op",
        AccountCorrected => "De indiener veranderde het rekeningnummer; medewerkers controleren het opnieuw",
        ReleaseApproved => after is IdeaPhase.Released or IdeaPhase.Completed ? "Een tweede medewerker gaf akkoord voor de betaling"
            : "Een medewerker gaf akkoord voor de betaling",
        PaymentMade p => $"Het geld is betaald op {Dutch.Date(p.On)}",
        PaymentReturned when after is IdeaPhase.Granted or IdeaPhase.AwaitingRest => "De betaling kwam niet aan. De indiener geeft opnieuw een rekeningnummer op",
        PaymentReturned => "De betaling ging niet door, of kwam terug",
        ProgressReported => "De bewoners vertellen hoe het gaat",
        OverrunAsked o => $"Het plan wordt duurder: {Dutch.EuroShort(o.Cost.Cents)}. De indiener vraagt wat nu kan",
        OverrunAnswered => "Een medewerker gaf antwoord op de vraag over de kosten",
        PlanCompleted p => $"De bewoners zijn klaar; het plan kostte {Dutch.EuroShort(p.Cost.Cents)}",
        MoneyGivenBack => "De bewoners geven het geld terug",
        MoneyReceived m => $"Er is {Dutch.EuroShort(m.Amount.Cents)} terug, ontvangen op {Dutch.Date(m.On)}",
        WriteOffApproved w => $"Een medewerker gaf akkoord om {Dutch.EuroShort(w.Open.Cents)} af te schrijven",
        MunicipalityAnswered => "De gemeente heeft antwoord gegeven",
        ReferralRedirected => "Een medewerker stuurde de vraag naar een andere afdeling van de gemeente",
        LongTrackDecided d => $"De stuurgroep heeft besloten: {Decides(d.Outcome)}",
        Withdrawn => "De indiener heeft het idee ingetrokken",
        TermPassed when before == after && after >= IdeaPhase.Completed && !erases =>
            "De medewerkers kregen een herinnering: er moet nog geld terugkomen",
        TermPassed when before == IdeaPhase.InReview && after == IdeaPhase.Declined => "Het wijkteam heeft besloten",
        TermPassed when before == IdeaPhase.AwaitingRest && after == IdeaPhase.Completed =>
            "Er kwam geen rekeningnummer; de rest van het geld is weer voor andere ideeën",
        TermPassed => before is null || before == after ? Reminded(after) : "De tijd is voorbij",
        ReminderAsked => "Een medewerker stuurde een herinnering",
        TermExtended x => $"Een medewerker gaf meer tijd: tot en met {Dutch.LastDay(x.Until)}",
        Paused => "Een medewerker zette het idee op pauze",
        Resumed => "Een medewerker haalde het idee van de pauze",
        AmountCorrected a => $"Een medewerker veranderde het bedrag in {Dutch.EuroShort(a.Amount.Cents)}",
        AmountLowered a => $"Het wijkteam geeft hoogstens {Dutch.EuroShort(a.Amount.Cents)}",
        NoteWritten => "Een medewerker schreef een notitie voor collega's",
        LookedAt => "Een medewerker bekeek het idee; iedereen kan het nu zien",
        AdviceTakenBack t => $"{Reviewer(t.Reviewer, smederij)} nam het advies terug",
        ReopenApproved when after == IdeaPhase.InReview => "Een tweede medewerker wil ook dat het wijkteam opnieuw kijkt",
        ReopenApproved => "Een medewerker wil dat het wijkteam opnieuw kijkt",
        PartHidden h => $"Een medewerker verborg {PartTexts.Of(h.Part, PartTexts.Idea)}",
        PartRestored s => $"Een medewerker liet {PartTexts.Of(s.Part, PartTexts.Idea)} weer zien",
        Stopped when before is IdeaPhase.Granted or IdeaPhase.OfferedPart => "De gemeente stopte het idee; het geld is weer voor andere ideeën",
        Stopped when before == IdeaPhase.AwaitingRest => "De gemeente stopte het idee; de rest wordt niet betaald, en betaald geld moet terugkomen",
        Stopped when before == IdeaPhase.Released => "De gemeente stopte het idee; het geld moet terugkomen",
        Stopped => "De gemeente stopte het idee",
        SentByLetter => "Een medewerker stuurde een mail die niet aankwam per brief",
        PersonErased p => $"Een medewerker wiste de gegevens van {Erased(p.Who, after)}",
        PersonCorrected p => $"Een medewerker verbeterde de gegevens van {(p.Who == KnownPerson.Submitter ? "de indiener" : "een supporter")}",
        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "Every event needs a sentence."),
    };

    /// <summary>That somebody advised, not what.</summary>
    public static string Advised(Advised advised, SmederijSettings smederij) => $"{Reviewer(advised.Reviewer, smederij)} heeft advies gegeven";

    /// <summary>That they met, not what they decided.</summary>
    public static string Met(DecidedInMeeting decided) => $"Het wijkteam overlegde op {Dutch.Date(decided.On)} over dit idee";

    /// <summary>A second one agreed with the first: now it has happened.</summary>
    public static string WrittenOff(WriteOffApproved first) => $"{Dutch.EuroShort(first.Open.Cents)} is afgeschreven: {first.Reason.TrimEnd('.')}";

    /// <summary>A second one counted the same: now they count.</summary>
    public static string Counted(SignatureListCounted second) =>
        $"Twee medewerkers telden hetzelfde: {Dutch.Count(second.Count, "handtekening op papier telt", "handtekeningen op papier tellen")} mee";

    /// <summary>What somebody wrote with it, with a word in front that says what it is.</summary>
    public static string? Written(IdeaEvent e) => e switch
    {
        TakenOver t => Before(t),
        Advised { Reason: { Length: > 0 } question, Advice: Advice.Question } => $"Vraag: {question}",
        Advised { Reason: { Length: > 0 } reason } => $"Toelichting: {reason}",
        DecidedInMeeting { Reason: { Length: > 0 } question, Advice: Advice.Question } => $"Vraag: {question}",
        DecidedInMeeting { Reason: { Length: > 0 } reason } => $"Toelichting: {reason}",
        Answered a => $"Antwoord: {a.Text}",
        ProgressReported p => Helped(p.Helpers, p.Hours) is { } helped ? $"{p.Text}\n{helped}" : p.Text,
        PlanCompleted { Text: { Length: > 0 } text } => text,
        MunicipalityAnswered m => $"Antwoord: {m.Text}",
        ReferralRedirected { Reason: var reason } => Because(reason),
        GroupAdvised g => g.Text,
        OverrunAsked o => $"Vraag: {o.Question}",
        OverrunAnswered o => $"Antwoord: {o.Answer}",
        PaperSignaturesEntered { Reason: var reason } => $"Toelichting: {reason}",
        SignatureListEntered { Reason: { Length: > 0 } reason } => $"Toelichting: {reason}",
        SignaturesCorrected { Reason: var reason } => Because(reason),
        ReviewerReplaced { Reason: var reason } => Because(reason),
        ReviewRestarted { Reason: var reason } => Because(reason),
        PartAccepted p => $"Aangepast plan: {p.Text}",
        MoneyDenied { Reason: var reason } => Because(reason),
        MoneyGivenBack { Reason: var reason } => Because(reason),
        WriteOffApproved { Reason: { Length: > 0 } reason } => Because(reason),
        LongTrackDecided { Reason: var reason } => Because(reason),
        ReminderAsked { Reason: var reason } => Because(reason),
        TermExtended { Reason: var reason } => Because(reason),
        Paused { Reason: var reason } => Because(reason),
        Resumed { Reason: var reason } => Because(reason),
        AmountCorrected { Reason: var reason } => Because(reason),
        AmountLowered { Reason: var reason } => Because(reason),
        PersonErased { Reason: var reason } => Because(reason),
        PersonCorrected { Reason: var reason } => Because(reason),
        SentByLetter { Reason: var reason } => Because(reason),
        PartHidden { Reason: var reason } => Because(reason),
        PartRestored { Reason: var reason } => Because(reason),
        ReopenApproved { Reason: { Length: > 0 } reason } => Because(reason),
        Stopped { Reason: var reason } => Because(reason),
        _ => null,
    };

    private static string Before(TakenOver e)
    {
        var granted = e.Granted ?? e.Amount;
        return $"Stand op {Dutch.Date(e.On)}: " + e.Standing switch
        {
            Standing.GatheringSupport => "dit idee verzamelde steun.",
            Standing.InReview => "het wijkteam bekeek dit idee.",
            Standing.Granted => $"{Dutch.EuroShort(granted.Cents)} toegekend.",
            Standing.Released => $"{Dutch.EuroShort(granted.Cents)} toegekend en {Dutch.EuroShort(e.Amount.Cents)} uitbetaald.",
            Standing.Completed => $"afgerond. Er was {Dutch.EuroShort(granted.Cents)} toegekend en {Dutch.EuroShort(e.Amount.Cents)} uitbetaald. "
                + $"Het kostte {Dutch.EuroShort((e.Cost ?? e.Amount).Cents)}.",
            Standing.CameToNothing => "niet doorgegaan.",
            _ => throw new ArgumentOutOfRangeException(nameof(e), e.Standing, "Every standing needs words."),
        };
    }

    /// <summary>What a change of phase means for the idea; null when the event says it all.</summary>
    public static string? Result(IdeaPhase before, IdeaPhase after) => after switch
    {
        IdeaPhase.GatheringSupport => "De buurt kan het idee nu steunen.",
        IdeaPhase.InReview when before == IdeaPhase.GatheringSupport => "Er is genoeg steun. Het wijkteam gaat het idee beoordelen.",
        IdeaPhase.InReview => "Het wijkteam gaat het idee opnieuw beoordelen.",
        IdeaPhase.AwaitingAnswer => "De indiener moet eerst antwoord geven.",
        IdeaPhase.Suitable when before == IdeaPhase.OfferedPart => "Het geld is weer voor andere ideeën.",
        IdeaPhase.OfferedPart => "Het geld staat apart tot de indiener kiest.",
        IdeaPhase.Suitable => "Het wijkteam vindt het idee geschikt. Nu wacht het op geld.",
        IdeaPhase.Granted => "Het geld staat apart tot het wordt uitbetaald.",
        IdeaPhase.AwaitingRest when before == IdeaPhase.Completed => "Het geld staat apart tot het wordt uitbetaald.",
        IdeaPhase.AwaitingRest => "De bewoners krijgen nog geld. Twee medewerkers kijken eerst naar de kosten en de bonnen.",
        IdeaPhase.Released => "Het geld gaat naar de bewoners. Zij kunnen beginnen.",
        IdeaPhase.OnLongTrack => "Het idee is te groot voor deze Smederij alleen. Het wordt een lange klap.",
        IdeaPhase.Declined when before == IdeaPhase.OnLongTrack => "Het plan gaat niet door.",
        IdeaPhase.Declined => "Het wijkteam vindt het idee niet geschikt. Het idee gaat niet door.",
        IdeaPhase.WithMunicipality => "Het wijkteam geeft het idee door aan de gemeente.",
        IdeaPhase.Referred => null,
        IdeaPhase.GivenBack => "Het plan gaat niet door.",
        IdeaPhase.Withdrawn or IdeaPhase.NotGranted or IdeaPhase.Stopped => null,
        IdeaPhase.Completed when before is IdeaPhase.Released or IdeaPhase.AwaitingRest => null,
        IdeaPhase.Expired when before == IdeaPhase.Granted => "Er kwam geen rekeningnummer. Het geld gaat terug naar de Smederij.",
        _ => IdeaTexts.Explanation(after),
    };

    /// <summary>Who helped, and for how long; null when nobody said so.</summary>
    public static string? Helped(int residents, int hours) => (residents, hours) switch
    {
        (0, 0) => null,
        (0, _) => $"Bewoners werkten samen {Dutch.Number(hours)} uur mee.",
        (_, 0) => $"{Dutch.Count(residents, "bewoner hielp", "bewoners hielpen")} mee.",
        _ => $"{Dutch.Count(residents, "bewoner hielp", "bewoners hielpen")} mee, samen {Dutch.Number(hours)} uur.",
    };

    private static string Reviewer(string id, SmederijSettings smederij) =>
        smederij.Wijkteam.FunctionOf(id) is { } function ? $"De {function}" : "Een lid van het wijkteam";

    private static string Advises(Advice advice) => advice switch
    {
        Advice.Suitable => "vindt het idee geschikt",
        Advice.NotSuitable => "vindt het idee niet geschikt",
        Advice.Question => "heeft een vraag",
        Advice.MunicipalMatter => "vindt dit een zaak voor de gemeente",
        Advice.LongTrack => "vindt dit een lange klap",
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Every advice needs words."),
    };

    private static string Met(Advice advice) => advice switch
    {
        Advice.Suitable => "geschikt",
        Advice.NotSuitable => "niet geschikt",
        Advice.Question => "eerst een vraag",
        Advice.MunicipalMatter => "een zaak voor de gemeente",
        Advice.LongTrack => "een lange klap",
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Every advice needs words."),
    };

    private static string Decides(LongTrackOutcome outcome) => outcome switch
    {
        LongTrackOutcome.GoOn => "het plan gaat verder",
        LongTrackOutcome.Complete => "het plan is klaar",
        LongTrackOutcome.Stop => "het plan stopt",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "Every outcome needs words."),
    };

    private static string Erased(ErasedPerson who, IdeaPhase phase) => who switch
    {
        ErasedPerson.Submitter => "de indiener",
        ErasedPerson.Supporter when phase == IdeaPhase.GatheringSupport => "een supporter; die steun telt niet meer mee",
        ErasedPerson.Supporter => "een supporter",
        ErasedPerson.UnconfirmedSupporter => "iemand die steun aanbood",
        ErasedPerson.PaperSupporters => "de mensen op de lijst met handtekeningen",
        _ => throw new ArgumentOutOfRangeException(nameof(who), who, "Every role needs words."),
    };

    private static string Reminded(IdeaPhase phase) => phase switch
    {
        IdeaPhase.InReview => "Het wijkteam is nog niet klaar; er ging een herinnering uit",
        IdeaPhase.GatheringSupport => "De indiener kreeg een mail over de steun tot nu toe",
        IdeaPhase.WithMunicipality => "De gemeente gaf nog geen antwoord; er ging een herinnering uit",
        IdeaPhase.AwaitingLook => "De gebiedsregisseur kreeg een herinnering",
        IdeaPhase.OnLongTrack => "Het plan kreeg een eigen pagina",
        IdeaPhase.Granted or IdeaPhase.AwaitingRest => "Er ging een herinnering uit over de betaling",
        IdeaPhase.Released => "Er ging een herinnering uit over dit plan",
        >= IdeaPhase.Completed => "De gegevens van de indiener en de supporters zijn gewist",
        IdeaPhase.AwaitingConfirmation or IdeaPhase.AwaitingAnswer or IdeaPhase.Suitable or IdeaPhase.OfferedPart => "De indiener kreeg een herinnering",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Every phase needs words for a reminder."),
    };

    private static string Because(string reason) => $"Reden: {reason}";

    private static string Uncapitalized(string text) => char.ToLowerInvariant(text[0]) + text[1..];
}
