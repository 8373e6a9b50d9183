namespace Smederijen.Domain.Ideas;

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
