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

    /// <summary>Fewer members who may advise were at the meeting than it takes to decide.</summary>
    QuorumNotPresent,

    /// <summary>It takes more than half of the members who may advise to find something not suitable.</summary>
    MajorityNotPresent,
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

    /// <summary>An earlier payment is on its way to the account as it is: another one would hold it back.</summary>
    PaymentUnderWay,

    /// <summary>The account in the store is not the one that the submitter gave.</summary>
    AccountForged,
    NothingOwed,
    MoreThanOwed,
    OwedChangedSince,
    DayIsAhead,
    DayBeforePayment,
    AmountAboveLimit,

    /// <summary>The wijkteam gives less than was asked, and never more.</summary>
    AmountNotLower,

    /// <summary>Whoever accepts a part of the money says what changes in the plan.</summary>
    PlanMissing,

    /// <summary>Another amount is offered than the submitter saw.</summary>
    OfferChangedSince,

    /// <summary>Once the wijkteam gave less, the amount goes no higher than what was asked.</summary>
    AmountAboveAsked,

    /// <summary>The Smederij is closed: it takes no ideas any more.</summary>
    SmederijClosed,
    CostsAboveGrant,
    CostsWithinGrant,
    NothingAsked,
    PassedOnSinceAgain,
    TooLateToWithdraw,
    PlanOfAGroup,
    OutcomeNotPossible,
    IdeaIsHidden,

    /// <summary>It waits for the decision of a round that closed before.</summary>
    InAnotherRound,

    /// <summary>The same staff member counted a list of signatures twice, and came to the same number.</summary>
    CountedByYou,
    NotFewer,
    CountedSinceAgain,
}
