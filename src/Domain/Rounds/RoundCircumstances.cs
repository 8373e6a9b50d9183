using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Rounds;

/// <summary>All that a decision about a round may look at besides the round and the event.</summary>
/// <param name="Settings">The version of the settings that the round opened under.</param>
/// <param name="Manifest">What was sealed for the vote; null as long as nothing is.</param>
/// <param name="PaperWaiting">How many batches of ballots on paper wait for a second person, the one in the event included.</param>
public sealed record RoundCircumstances(SmederijSettings Settings, Manifest? Manifest = null, int PaperWaiting = 0);

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
    RoundNotDecided,

    /// <summary>More than is free would go on or back.</summary>
    MoreThanIsLeft,
    CodesMissing,
    CodesFixed,
    ReasonMissing,
    SamePersonTwice,
    NothingProposed,
    OtherProposalWaits,
    NotLater,
    AfterTheClosing,
    NotOnTheBallot,
    NothingToDraw,

    /// <summary>The value that the manifest names is not known yet.</summary>
    DrawNotYet,
}
