namespace Smederijen.Domain.Plans;

/// <summary>
/// Where a plan is, with the data that only this state has. Storage contract: the names in the JSON are approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "staat")]
[JsonDerivedType(typeof(AwaitingConfirmation), "wacht-op-bevestiging")]
[JsonDerivedType(typeof(Underway), "onderweg")]
[JsonDerivedType(typeof(AwaitingStuurgroep), "bij-stuurgroep")]
[JsonDerivedType(typeof(BackAtGroup), "terug-bij-werkgroep")]
[JsonDerivedType(typeof(Ended), "afgelopen")]
public abstract record PlanState
{
    private PlanState() { }

    [JsonIgnore]
    public abstract PlanPhase Phase { get; }

    /// <summary>
    /// Handed in with a form of its own; the submitter still has to confirm the mail address. It is nobody's plan yet, so this
    /// alone can lapse.
    /// </summary>
    public sealed record AwaitingConfirmation(MemberRole Role, Term Term) : PlanState
    {
        [JsonIgnore]
        public override PlanPhase Phase => PlanPhase.AwaitingConfirmation;
    }

    /// <summary>The working group works on it, for as long as it takes.</summary>
    public sealed record Underway : PlanState
    {
        [JsonIgnore]
        public override PlanPhase Phase => PlanPhase.Underway;
    }

    /// <summary>A moment of decision was reached; the work goes on meanwhile.</summary>
    /// <param name="Moment">The id of the moment.</param>
    public sealed record AwaitingStuurgroep(string Moment) : PlanState
    {
        [JsonIgnore]
        public override PlanPhase Phase => PlanPhase.AwaitingStuurgroep;
    }

    /// <summary>The stuurgroep wants something changed; then the working group asks for a decision again.</summary>
    /// <param name="Moment">The id of the moment that has to be asked again.</param>
    public sealed record BackAtGroup(string Moment) : PlanState
    {
        [JsonIgnore]
        public override PlanPhase Phase => PlanPhase.BackAtGroup;
    }

    /// <param name="Outcome">One of the final phases.</param>
    /// <param name="Reasons">Why it stopped; what it became when it was completed.</param>
    /// <param name="EraseAt">When the people of this plan are forgotten; null once they are.</param>
    public sealed record Ended(PlanPhase Outcome, ImmutableArray<string> Reasons, DateTimeOffset? EraseAt = null) : PlanState
    {
        [JsonIgnore]
        public override PlanPhase Phase => Outcome;
    }
}

/// <summary>The name of a state without its data, in the order of the process.</summary>
public enum PlanPhase
{
    AwaitingConfirmation,
    Underway,
    AwaitingStuurgroep,
    BackAtGroup,
    Completed,
    Stopped,

    /// <summary>The submitter never confirmed, so it never became a plan.</summary>
    NeverConfirmed,
}
