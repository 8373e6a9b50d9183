using System.Collections.Immutable;
using Smederijen.Domain.Money;

namespace Smederijen.Domain.Ideas;

/// <summary>The answer to an event: always one of these three, for every state.</summary>
public abstract record Decision
{
    private Decision() { }

    /// <summary>
    /// It happened. The host commits the new idea, the event in its log, the ledger postings and the effects in one
    /// transaction, or nothing at all.
    /// </summary>
    /// <param name="Logged">False when nothing of it may stay: the event names somebody who has not confirmed yet.</param>
    public sealed record Accepted(Idea Idea, ImmutableArray<Effect> Effects, ImmutableArray<LedgerEntry> Postings, bool Logged = true) : Decision;

    /// <summary>It cannot happen, and this is why.</summary>
    public sealed record Refused(Refusal Reason) : Decision;

    /// <summary>It happened before (or no longer matters): nothing changes, and the person hears that all is well.</summary>
    public sealed record AlreadySo : Decision
    {
        public static AlreadySo Instance { get; } = new();
    }
}

/// <summary>Why an event is refused. The portal has one sentence for each that says what to do.</summary>
public enum Refusal
{
    NotYet,
    StepIsOver,
    IdeaHasEnded,
    MailNotConfirmed,
    AskedSinceAgain,
    AdvisedDifferently,
    NotAReviewer,
    ReviewerHasConflict,
    AlreadyReviewer,
    ReasonMissing,
    ExtendedBefore,
    NotLater,
    NoRunningTerm,
    NotPaused,
    TooLittleMoney,
    SamePersonTwice,
    AccountMissing,
    AccountChangedSince,
    AmountAboveLimit,
    CostsAboveGrant,
    CostsWithinGrant,
    NothingAsked,
    PassedOnSinceAgain,
    TooLateToWithdraw,
    PlanOfAGroup,
    OutcomeNotPossible,
}
