using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Domain.Rounds;

/// <summary>
/// Something that happened to a round, at an instant (UTC) that the host gives. The log keeps events, so none tells who voted
/// or for what. Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Opened), "geopend")]
[JsonDerivedType(typeof(Allotted), "toegewezen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
[JsonDerivedType(typeof(IdeasCollected), "ideeen-verzameld")]
[JsonDerivedType(typeof(CodesMade), "codes-gemaakt")]
[JsonDerivedType(typeof(IdeaLeft), "idee-weg")]
[JsonDerivedType(typeof(PaperEntered), "papier-ingevoerd")]
[JsonDerivedType(typeof(Counted), "geteld")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Agreed), "akkoord")]
[JsonDerivedType(typeof(Dropped), "voorstel-vervallen")]
public abstract record RoundEvent
{
    private RoundEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    // By the settings, the clock and the work that it starts
    public sealed record Opened(DateTimeOffset At, string Period) : RoundEvent(At);

    /// <summary>The stuurgroep adopted a division: this Smederij gets so much from each source.</summary>
    /// <param name="Resolution">The id of the resolution; it allots to a round once.</param>
    public sealed record Allotted(DateTimeOffset At, string Resolution, ImmutableArray<Source> Shares) : RoundEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : RoundEvent(At);
    public sealed record IdeasCollected(DateTimeOffset At, ImmutableArray<Candidate> Ideas) : RoundEvent(At);

    /// <summary>The submitter withdrew an idea that is on the ballot.</summary>
    public sealed record IdeaLeft(DateTimeOffset At, string Idea) : RoundEvent(At);

    /// <param name="Ballots">How many ballots were counted: as many as codes were used.</param>
    /// <param name="Seed">The chain head of all tracking numbers, which decides between equals.</param>
    /// <param name="Unchecked">How many ballots on paper were typed in time and not counted, because no second person checked them.</param>
    public sealed record Counted(DateTimeOffset At, ImmutableArray<Verdict> Verdicts, int Ballots, string Seed, int Unchecked = 0) : RoundEvent(At);

    // By staff

    /// <summary>So many codes were made for the letters. Again with <paramref name="Reason"/>: the former ones are void.</summary>
    public sealed record CodesMade(DateTimeOffset At, string By, int Count, string? Reason = null) : RoundEvent(At);

    /// <summary>Ballots on paper were entered by one and checked by another.</summary>
    public sealed record PaperEntered(DateTimeOffset At, string By, string CheckedBy, int Ballots) : RoundEvent(At);

    /// <summary>One staff member wants to step in; it happens when a second one agrees.</summary>
    public sealed record Proposed(DateTimeOffset At, string By, Intervention What, string Reason) : RoundEvent(At);
    public sealed record Agreed(DateTimeOffset At, string By) : RoundEvent(At);
    public sealed record Dropped(DateTimeOffset At, string By) : RoundEvent(At);
}
