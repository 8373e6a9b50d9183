using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Domain.Rounds;

/// <summary>
/// Something that happened to a round, at an instant (UTC) that the host gives. The log keeps events, so none tells who voted
/// or for what. Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(Opened), "geopend")]
[JsonDerivedType(typeof(Allotted), "toegewezen")]
[JsonDerivedType(typeof(RemainderSettled), "overschot-verwerkt")]
[JsonDerivedType(typeof(MoneyCarriedIn), "overschot-overgenomen")]
[JsonDerivedType(typeof(TakenOver), "overgenomen")]
[JsonDerivedType(typeof(MomentCame), "moment-gekomen")]
[JsonDerivedType(typeof(IdeasCollected), "ideeen-verzameld")]
[JsonDerivedType(typeof(CodesMade), "codes-gemaakt")]
[JsonDerivedType(typeof(IdeaLeft), "idee-weg")]
[JsonDerivedType(typeof(PaperEntered), "papier-ingevoerd")]
[JsonDerivedType(typeof(Counted), "geteld")]
[JsonDerivedType(typeof(DrawTyped), "loting-getypt")]
[JsonDerivedType(typeof(Drawn), "geloot")]
[JsonDerivedType(typeof(Proposed), "voorgesteld")]
[JsonDerivedType(typeof(Agreed), "akkoord")]
[JsonDerivedType(typeof(Dropped), "voorstel-vervallen")]
[JsonDerivedType(typeof(PartHidden), "verborgen")]
[JsonDerivedType(typeof(PartRestored), "weer-getoond")]
public abstract record RoundEvent
{
    private RoundEvent(DateTimeOffset at) => At = at;

    public DateTimeOffset At { get; }

    // By the settings, the clock and the work that it starts
    public sealed record Opened(DateTimeOffset At, string Period) : RoundEvent(At);

    /// <summary>The stuurgroep adopted a division: this Smederij gets so much from each source.</summary>
    /// <param name="Resolution">The id of the resolution; it allots to a round once.</param>
    public sealed record Allotted(DateTimeOffset At, string Resolution, ImmutableArray<Source> Shares) : RoundEvent(At);

    /// <summary>The stuurgroep decided about what is left in this round.</summary>
    /// <param name="Resolution">The id of the resolution; it settles a round once.</param>
    /// <param name="To">The period that the money goes on to; null when it goes back to its sources.</param>
    /// <param name="Shares">What was free at this moment, per source; empty when nothing was.</param>
    public sealed record RemainderSettled(DateTimeOffset At, string Resolution, string? To, ImmutableArray<Source> Shares) : RoundEvent(At)
    {
        /// <summary>The other Smederij that it goes on to; null for this one.</summary>
        public string? Into { get; init; }

        /// <summary>The Smederij is closed: a round that was only announced will not open.</summary>
        public bool Closed { get; init; }
    }

    /// <summary>What was left in an earlier round comes in.</summary>
    /// <param name="Resolution">The id of the resolution that said so; it brings money into a round once.</param>
    /// <param name="From">The period that the money comes from.</param>
    public sealed record MoneyCarriedIn(DateTimeOffset At, string Resolution, string From, ImmutableArray<Source> Shares) : RoundEvent(At)
    {
        /// <summary>The other Smederij that it was left in; null for this one.</summary>
        public string? Of { get; init; }

        /// <summary>One resolution can bring money from several Smederijen: each of them once.</summary>
        [JsonIgnore]
        public string Once => Of is { } smederij ? $"{Resolution}/{smederij}" : Resolution;
    }

    /// <summary>Projects of this period come from before this website, with the money that they took.</summary>
    /// <param name="Import">The file that they stood in; it brings money into a round once.</param>
    public sealed record TakenOver(DateTimeOffset At, string Import, Euro Amount) : RoundEvent(At);

    public sealed record MomentCame(DateTimeOffset At) : RoundEvent(At);
    public sealed record IdeasCollected(DateTimeOffset At, ImmutableArray<Candidate> Ideas) : RoundEvent(At);

    /// <summary>An idea that is on the ballot ended.</summary>
    /// <param name="ByMunicipality">The municipality stopped it; otherwise its submitter withdrew it.</param>
    public sealed record IdeaLeft(DateTimeOffset At, string Idea, bool ByMunicipality = false) : RoundEvent(At);

    /// <param name="Verdicts">Empty when a draw has to decide first.</param>
    /// <param name="Ballots">How many ballots were counted.</param>
    /// <param name="Seed">
    /// The chain head of all tracking numbers. It fixes which ballots were counted; where the manifest names no source for a draw, it
    /// decides between equals too.
    /// </param>
    /// <param name="Unchecked">How many ballots on paper were typed in time and not counted, because no second person checked them.</param>
    /// <param name="Invalid">How many ballots on paper two people found not valid.</param>
    public sealed record Counted(
        DateTimeOffset At, ImmutableArray<Verdict> Verdicts, int Ballots, string Seed, int Unchecked = 0, int Invalid = 0) : RoundEvent(At)
    {
        /// <summary>Between these a draw decides who wins; empty when it could change nothing.</summary>
        public ImmutableArray<EqualIdeas> Equal { get => field.IsDefault ? [] : field; init; }

        /// <summary>The ideas to which what is left is offered, in their order; empty when a draw comes first, or no parts are offered.</summary>
        public ImmutableArray<string> Next { get => field.IsDefault ? [] : field; init; }
    }

    /// <summary>The draw decided between equals.</summary>
    /// <param name="Value">The digits that two people typed.</param>
    /// <param name="Order">The ideas that were equal, in the order of the draw.</param>
    public sealed record Drawn(DateTimeOffset At, string Value, ImmutableArray<string> Order, ImmutableArray<Verdict> Verdicts) : RoundEvent(At)
    {
        /// <inheritdoc cref="Counted.Next"/>
        public ImmutableArray<string> Next { get => field.IsDefault ? [] : field; init; }
    }

    // By staff

    /// <summary>So many codes were made for the letters. Again with <paramref name="Reason"/>: the former ones are void.</summary>
    public sealed record CodesMade(DateTimeOffset At, string By, int Count, string? Reason = null) : RoundEvent(At);

    /// <summary>Ballots on paper were entered by one and checked by another.</summary>
    /// <param name="Ballots">How many of them are valid.</param>
    public sealed record PaperEntered(DateTimeOffset At, string By, string CheckedBy, int Ballots) : RoundEvent(At)
    {
        /// <summary>How many are not, and why.</summary>
        public ImmutableArray<InvalidPaper> Invalid { get => field.IsDefault ? [] : field; init; }
    }

    /// <summary>One of two typed the value of the draw.</summary>
    /// <param name="Value">Its digits.</param>
    public sealed record DrawTyped(DateTimeOffset At, string By, string Value) : RoundEvent(At);

    /// <summary>One staff member wants to step in; it happens when a second one agrees.</summary>
    public sealed record Proposed(DateTimeOffset At, string By, Intervention What, string Reason) : RoundEvent(At);
    public sealed record Agreed(DateTimeOffset At, string By) : RoundEvent(At);
    public sealed record Dropped(DateTimeOffset At, string By) : RoundEvent(At);

    /// <summary>A text in the history is not shown any more. What it said lies in a row of its own.</summary>
    /// <param name="Part">Which text, as the portal calls it.</param>
    public sealed record PartHidden(DateTimeOffset At, string By, string Part, string Reason) : RoundEvent(At);

    /// <summary>What was hidden is shown again.</summary>
    public sealed record PartRestored(DateTimeOffset At, string By, string Part, string Reason) : RoundEvent(At);
}
