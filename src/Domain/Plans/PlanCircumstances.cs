using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Plans;

/// <summary>All that a decision about a plan may look at besides the plan and the event.</summary>
/// <param name="Settings">The version of the Smederij's settings that the plan came in under.</param>
public sealed record PlanCircumstances(SmederijSettings Settings)
{
    /// <summary>Reminders to the gebiedsregisseur about what passed its day.</summary>
    internal Chase Silence(DateTimeOffset from) =>
        Chase.OfWorkingDays(from, 0, Settings.Terms.RegisseurReminderWorkingDays);

    internal Chase NextSilence(Chase chase, DateTimeOffset at) =>
        chase.AfterWorkingDays(at, Settings.Terms.RegisseurReminderWorkingDays);

    /// <summary>The question how it goes, counted from the last news.</summary>
    internal Chase Check(DateTimeOffset from) => new(from, 0, Terms.MonthsAfter(from, Settings.Terms.LongTrackCheckMonths));

    /// <summary>The following question; those that were slept through are not asked late.</summary>
    internal Chase NextCheck(Chase chase, DateTimeOffset at)
    {
        var next = chase;
        while (next.Next <= at)
            next = new(chase.From, next.Sent + 1, Terms.MonthsAfter(chase.From, Settings.Terms.LongTrackCheckMonths * (next.Sent + 2)));
        return next;
    }
}

/// <summary>Why an event is refused. The portal has one sentence for each that says what to do.</summary>
public enum PlanRefusal
{
    MailNotConfirmed,
    PlanHasEnded,
    ReasonMissing,
    NoCost,
    TooMany,
    UnknownMilestone,
    MilestoneIsReached,
    DayHasPassed,
    DayToCome,
    UnknownMoment,
    MomentIsAsked,
    MomentIsSettled,
    StuurgroepIsDeciding,
    ChangeFirst,
    NotAsked,
    MomentsAreOpen,
    UnknownPartner,
    MoneyOfARound,
    NothingAsked,
    NoAmount,
    BelowWhatCameIn,
    AboveThePromise,
    MoneyCameIn,
    NobodyToRemind,
    NotPaused,
    PlanIsHidden,
    SmederijClosed,
    SmederijTakesPart,
    NotTheirPlan,
}
