namespace Smederijen.Domain.Rounds;

/// <summary>
/// How staff can step into a round or its vote: always with a reason and two people, and told on the result page. The manifest stays as it
/// was published. Storage contract: approved by a test.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "wat")]
[JsonDerivedType(typeof(CloseRound), "ronde-nu-sluiten")]
[JsonDerivedType(typeof(ChangeOpening), "opening-wijzigen")]
[JsonDerivedType(typeof(CloseNow), "nu-sluiten")]
[JsonDerivedType(typeof(Extend), "verlengen")]
[JsonDerivedType(typeof(StrikeIdea), "idee-schrappen")]
public abstract record Intervention
{
    private Intervention() { }

    /// <summary>The round takes no more ideas, before its last day: every idea has been judged, say.</summary>
    public sealed record CloseRound : Intervention;

    /// <summary>The vote opens at another instant than was announced, before it has opened.</summary>
    public sealed record ChangeOpening(DateTimeOffset OpensAt) : Intervention;

    public sealed record CloseNow : Intervention;

    public sealed record Extend(DateTimeOffset Until) : Intervention;

    /// <summary>The idea leaves the ballot; marks for it that were cast already do not count.</summary>
    public sealed record StrikeIdea(string Idea) : Intervention;
}

/// <summary>An intervention that waits for a second staff member.</summary>
public sealed record Proposal(Intervention What, string Reason, string By, DateTimeOffset At);
