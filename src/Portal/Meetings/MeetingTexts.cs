using Smederijen.Portal.Ideas.Review;

namespace Smederijen.Portal.Meetings;

/// <summary>The decisions of a meeting in words.</summary>
internal static class MeetingTexts
{
    /// <summary>Why something did not happen; null when it did.</summary>
    public static string? Problem(Outcome<MeetingRefusal> outcome) => outcome switch
    {
        Outcome<MeetingRefusal>.Refused refused => Text(refused.Reason),
        Outcome<MeetingRefusal>.Unknown => "Dit overleg is hier niet (meer). Kijk in de lijst.",
        _ => null,
    };

    public static string Text(MeetingRefusal refusal) => refusal switch
    {
        MeetingRefusal.NeedsAnother => "U hebt dit zelf ingevoerd. Een andere medewerker moet het nakijken.",
        MeetingRefusal.NotYours => "Een collega heeft dit ingevoerd. Klopt het niet? Kies dan ‘Dit klopt niet’, en schrijf waarom.",
        MeetingRefusal.IsOver => "Dit is al afgehandeld. Hieronder ziet u hoe het nu staat.",
        MeetingRefusal.ReasonMissing => "Schrijf op wat er niet klopt. Uw collega leest dit.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal), refusal, "Every refusal needs a sentence."),
    };

    /// <summary>How far it is, for a badge.</summary>
    public static string Label(MeetingPhase phase) => phase switch
    {
        MeetingPhase.Proposed => "Wacht op een tweede medewerker",
        MeetingPhase.Agreed => "Wordt overgenomen",
        MeetingPhase.Done => "Overgenomen",
        MeetingPhase.TurnedDown => "Niet akkoord",
        MeetingPhase.Dropped => "Weggegooid",
        MeetingPhase.Lapsed => "Vervallen: niemand keek het op tijd na",
        _ => throw new ArgumentOutOfRangeException(nameof(phase), phase, "Every phase needs words."),
    };

    /// <summary>What was decided about an idea.</summary>
    /// <param name="theme">The name of what the municipality is asked about; null when the meeting did not say.</param>
    public static string Words(Advice advice, string? theme) => theme is null || advice is not Advice.MunicipalMatter
        ? ReviewForm.Words(advice) : $"{ReviewForm.Words(advice)}: {theme}";

    /// <summary>Why an idea does not take a decision over, as the end of a sentence.</summary>
    public static string Why(Refusal refusal) => refusal switch
    {
        Refusal.AskedSinceAgain => "de beoordeling is intussen opnieuw begonnen",
        Refusal.IdeaHasEnded => "het idee is afgesloten",
        Refusal.NotYet or Refusal.StepIsOver => "het idee is niet bij het wijkteam",
        Refusal.QuorumNotPresent => "er waren te weinig leden bij die over dit idee mogen beslissen",
        Refusal.MajorityNotPresent => "voor ‘niet geschikt’ is meer dan de helft nodig van de leden die over dit idee mogen beslissen",
        _ => "het kon niet meer",
    };

    /// <summary>The same for who enters it: what is wrong, and what to do.</summary>
    /// <param name="needed">How many members it takes.</param>
    /// <param name="atTable">How many of those who were there may decide about this idea.</param>
    public static string Wrong(Refusal refusal, int needed, int atTable) => refusal switch
    {
        Refusal.AskedSinceAgain => "De beoordeling is opnieuw begonnen nadat u deze pagina opende. Kijk of het besluit nog klopt, en sla het opnieuw op.",
        Refusal.QuorumNotPresent => $"Dit kan niet worden besloten: er {AtTable(atTable)}, en {Dutch.Number(needed)} zijn nodig. "
            + "Kijk na wie erbij was, of laat dit idee nog open.",
        Refusal.MajorityNotPresent => $"Voor ‘niet geschikt’ is meer dan de helft van de leden nodig, en er {AtTable(atTable)}. "
            + "Kijk na wie erbij was, of laat dit idee nog open.",
        Refusal.ReasonMissing => "Schrijf een toelichting. De indiener leest dit.",
        _ => $"Dit besluit kan niet: {Why(refusal)}. Laat dit idee open.",
    };

    private static string AtTable(int count) =>
        count == 1 ? "was 1 lid bij dat over dit idee mag beslissen" : $"waren {Dutch.Number(count)} leden bij die over dit idee mogen beslissen";
}
