namespace Smederijen.Domain.Stuurgroep;

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
    NothingLeft,

    /// <summary>Money can only go on to a later period.</summary>
    PeriodNotLater,

    /// <summary>The resolution is about something else.</summary>
    OtherSubject,
    NobodySits,
    NotASeat,
    OutOfTheCount,
    SpokeDifferently,
    VoiceNotPossible,
    ReasonMissing,
    NoDeputy,
}
