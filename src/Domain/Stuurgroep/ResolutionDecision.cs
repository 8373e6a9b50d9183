using System.Collections.Immutable;

namespace Smederijen.Domain.Stuurgroep;

/// <summary>The answer of a resolution to an event: always one of these three, for every state.</summary>
public abstract record ResolutionDecision
{
    private ResolutionDecision() { }

    /// <summary>It happened; the host commits all of it in one transaction.</summary>
    public sealed record Accepted(Resolution Resolution, ImmutableArray<ResolutionEffect> Effects) : ResolutionDecision;

    public sealed record Refused(ResolutionRefusal Reason) : ResolutionDecision;

    /// <summary>It happened before, or no longer matters: nothing changes.</summary>
    public sealed record AlreadySo : ResolutionDecision
    {
        public static AlreadySo Instance { get; } = new();
    }
}

/// <summary>Why an event is refused. The portal has one sentence for each that says what to do.</summary>
public enum ResolutionRefusal
{
    NotOpenYet,
    NotADraft,
    IsOver,
    SumsDiffer,
    NothingToDivide,
    SourceTwice,
    SmederijTwice,
    NobodySits,
    NotASeat,
    OutOfTheCount,
    SpokeDifferently,
    VoiceNotPossible,
    ReasonMissing,
    NoDeputy,
}
