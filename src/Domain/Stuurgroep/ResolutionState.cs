namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// How far a resolution is, with the data that only this state has. Storage contract: the names in the JSON are approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(Draft), "concept")]
[JsonDerivedType(typeof(Open), "open")]
[JsonDerivedType(typeof(Decided), "besloten")]
[JsonDerivedType(typeof(Lapsed), "vervallen")]
[JsonDerivedType(typeof(Withdrawn), "ingetrokken")]
public abstract record ResolutionState
{
    private ResolutionState() { }

    [JsonIgnore]
    public abstract ResolutionPhase Phase { get; }

    [JsonIgnore]
    public virtual DateTimeOffset? NextDue => null;

    /// <summary>The seats and what they said; null as long as nobody was asked.</summary>
    [JsonIgnore]
    public virtual Sitting? Heard => null;

    /// <summary>Staff work on it; only they see it.</summary>
    public sealed record Draft : ResolutionState
    {
        [JsonIgnore]
        public override ResolutionPhase Phase => ResolutionPhase.Draft;
    }

    /// <summary>The seats speak.</summary>
    /// <param name="Extended">Too few spoke in the first term, so this is the second and last one.</param>
    public sealed record Open(Sitting Sitting, Term Term, bool Extended = false) : ResolutionState
    {
        [JsonIgnore]
        public override ResolutionPhase Phase => ResolutionPhase.Open;

        /// <summary>The reminder, the end, or the end of the term of somebody who has not spoken.</summary>
        [JsonIgnore]
        public override DateTimeOffset? NextDue => Sitting.Waiting.Select(seat => seat.Until).Append(Term.Next).Min();

        [JsonIgnore]
        public override Sitting? Heard => Sitting;
    }

    /// <summary>
    /// The stuurgroep decided: <see cref="Voice.For"/> adopts an allotment or what becomes of a remainder, and <see cref="Voice.Against"/> rejects it; a plan
    /// goes on, changes or stops.
    /// </summary>
    public sealed record Decided(Sitting Sitting, Voice Outcome) : ResolutionState
    {
        [JsonIgnore]
        public override ResolutionPhase Phase => ResolutionPhase.Decided;

        [JsonIgnore]
        public override Sitting? Heard => Sitting;
    }

    /// <summary>Nothing was decided in time.</summary>
    public sealed record Lapsed(Sitting Sitting, LapsedBecause Because) : ResolutionState
    {
        [JsonIgnore]
        public override ResolutionPhase Phase => ResolutionPhase.Lapsed;

        [JsonIgnore]
        public override Sitting? Heard => Sitting;
    }

    /// <summary>Staff took it back. <paramref name="Reason"/> is for everyone to read once the seats had been asked.</summary>
    /// <param name="Sitting">What was said until then; null when nobody was asked.</param>
    public sealed record Withdrawn(string Reason, Sitting? Sitting) : ResolutionState
    {
        [JsonIgnore]
        public override ResolutionPhase Phase => ResolutionPhase.Withdrawn;

        [JsonIgnore]
        public override Sitting? Heard => Sitting;
    }
}

/// <summary>The name of a state without its data.</summary>
public enum ResolutionPhase
{
    Draft,
    Open,
    Decided,
    Lapsed,
    Withdrawn,
}

public enum LapsedBecause
{
    /// <summary>Too few seats spoke, twice.</summary>
    NoQuorum,

    /// <summary>No way to go on with a plan had a majority.</summary>
    NoMajority,
}
