using System.Collections.Immutable;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Rounds;

/// <summary>All that a decision about a round may look at besides the round and the event.</summary>
/// <param name="Settings">The version of the settings that the round opened under.</param>
/// <param name="Manifest">What was sealed for the vote; null as long as nothing is.</param>
/// <param name="PaperWaiting">How many batches of ballots on paper wait for a second person, the one in the event included.</param>
public sealed record RoundCircumstances(SmederijSettings Settings, Manifest? Manifest = null, int PaperWaiting = 0);

/// <summary>The answer of a round to an event: always one of these three, for every state.</summary>
public abstract record RoundDecision
{
    private RoundDecision() { }

    /// <summary>It happened; the host commits all of it in one transaction.</summary>
    /// <param name="Sealed">The manifest to publish, when this is the decision that seals it.</param>
    public sealed record Accepted(Round Round, ImmutableArray<RoundEffect> Effects, ImmutableArray<LedgerEntry> Postings, Manifest? Sealed = null)
        : RoundDecision;

    public sealed record Refused(RoundRefusal Reason) : RoundDecision;

    /// <summary>It happened before, or no longer matters: nothing changes.</summary>
    public sealed record AlreadySo : RoundDecision
    {
        public static AlreadySo Instance { get; } = new();
    }
}

/// <summary>Why an event is refused. The portal has one sentence for each that says what to do.</summary>
public enum RoundRefusal
{
    NoVotePrepared,
    RoundIsClosed,
    VoteNotOpen,
    VoteHasOpened,

    /// <summary>New codes could not be ready before the vote opens.</summary>
    OpensTooSoon,
    VoteIsClosed,
    RoundIsDecided,
    CodesMissing,
    CodesFixed,
    ReasonMissing,
    SamePersonTwice,
    NothingProposed,
    OtherProposalWaits,
    NotLater,
    AfterTheClosing,
    NotOnTheBallot,
}
