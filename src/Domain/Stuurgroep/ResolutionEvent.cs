namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// Something that happened to a resolution, at an instant (UTC) that the host gives. People are known by seat or staff
/// account. Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Drafted), "opgesteld")]
[JsonDerivedType(typeof(MomentAsked), "planmoment-voorgelegd")]
[JsonDerivedType(typeof(Amended), "aangepast")]
[JsonDerivedType(typeof(RemainderDrafted), "overschot-opgesteld")]
[JsonDerivedType(typeof(RemainderAmended), "overschot-aangepast")]
[JsonDerivedType(typeof(PutToSeats), "voorgelegd")]
[JsonDerivedType(typeof(VoiceGiven), "gestemd")]
[JsonDerivedType(typeof(ConflictDeclared), "eigen-belang")]
[JsonDerivedType(typeof(HandedToDeputy), "naar-plaatsvervanger")]
[JsonDerivedType(typeof(SeatPassedOn), "zetel-overgedragen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
[JsonDerivedType(typeof(WithdrawnByStaff), "ingetrokken")]
[JsonDerivedType(typeof(SentByLetter), "per-brief-verstuurd")]
[JsonDerivedType(typeof(PartHidden), "verborgen")]
[JsonDerivedType(typeof(PartRestored), "weer-getoond")]
public abstract record ResolutionEvent
{
    private ResolutionEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    // By staff
    public sealed record Drafted(DateTimeOffset At, string By, Subject.Allotment Proposal) : ResolutionEvent(At);
    public sealed record Amended(DateTimeOffset At, string By, Subject.Allotment Proposal) : ResolutionEvent(At);

    public sealed record RemainderDrafted(DateTimeOffset At, string By, Subject.Remainder Proposal) : ResolutionEvent(At);
    public sealed record RemainderAmended(DateTimeOffset At, string By, Subject.Remainder Proposal) : ResolutionEvent(At);

    /// <summary>From now on the lines stay as they are and the seats speak.</summary>
    public sealed record PutToSeats(DateTimeOffset At, string By) : ResolutionEvent(At);

    /// <summary>The holder of a seat cannot speak: the deputy gets a link before the reminder would bring one.</summary>
    public sealed record HandedToDeputy(DateTimeOffset At, string By, string Seat) : ResolutionEvent(At);

    /// <summary>Somebody else holds the seat, or is its deputy, now: they are asked in turn.</summary>
    public sealed record SeatPassedOn(DateTimeOffset At, string Seat, bool Deputy) : ResolutionEvent(At);
    public sealed record WithdrawnByStaff(DateTimeOffset At, string By, string Reason) : ResolutionEvent(At);

    /// <summary>A mail that could not be delivered went out on paper.</summary>
    public sealed record SentByLetter(DateTimeOffset At, string By, string Reason) : ResolutionEvent(At);

    /// <summary>A text in the history is not shown any more. What it said lies in a row of its own.</summary>
    /// <param name="Part">Which text, as the portal calls it.</param>
    public sealed record PartHidden(DateTimeOffset At, string By, string Part, string Reason) : ResolutionEvent(At);

    /// <summary>What was hidden is shown again.</summary>
    public sealed record PartRestored(DateTimeOffset At, string By, string Part, string Reason) : ResolutionEvent(At);

    /// <summary>By a long plan that came to a decision moment: it goes to the seats at once.</summary>
    public sealed record MomentAsked(DateTimeOffset At, Subject.PlanMoment Moment) : ResolutionEvent(At);

    // By the seats
    public sealed record VoiceGiven(DateTimeOffset At, string Seat, bool ByDeputy, Voice Voice, string? Reason = null) : ResolutionEvent(At);
    public sealed record ConflictDeclared(DateTimeOffset At, string Seat, bool ByDeputy) : ResolutionEvent(At);

    // By the clock
    public sealed record MomentCame(DateTimeOffset At) : ResolutionEvent(At);
}
