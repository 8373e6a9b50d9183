using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Ideas;

/// <summary>All that a decision may look at besides the idea and the event.</summary>
/// <param name="Settings">The version of the Smederij's settings that the idea was handed in under.</param>
/// <param name="Ledger">The money of the round that the idea gets or got its money from.</param>
public sealed record Circumstances(SmederijSettings Settings, Ledger Ledger)
{
    internal Chase ReviewChase(DateTimeOffset at) => Chase.OfWorkingDays(at, 0, Settings.Terms.ReviewReminderWorkingDays);

    internal Chase ReleaseChase(DateTimeOffset at) => Chase.OfWorkingDays(at, 0, Settings.Terms.ReleaseReminderWorkingDays);

    /// <summary>People get two terms to pay back before staff are reminded for the first time.</summary>
    internal Chase RefundChase(DateTimeOffset at) => Chase.OfWorkingDays(at, 1, Settings.Terms.ReleaseReminderWorkingDays);

    internal Chase NextRefundChase(Chase chase, DateTimeOffset at) => chase.AfterWorkingDays(at, Settings.Terms.ReleaseReminderWorkingDays);

    internal Chase RegisseurChase(DateTimeOffset at) => Chase.OfWorkingDays(at, 0, Settings.Terms.RegisseurReminderWorkingDays);

    internal Chase NextRegisseurChase(Chase chase, DateTimeOffset at) => chase.AfterWorkingDays(at, Settings.Terms.RegisseurReminderWorkingDays);

    /// <summary>The reminders that the settings name, and one every month when those are used up.</summary>
    internal Chase RealisationChase(DateTimeOffset from, int sent)
    {
        var months = Settings.Terms.RealisationReminderMonths;
        return new(from, sent, Terms.MonthsAfter(from, sent < months.Length ? months[sent] : months[^1] + sent - months.Length + 1));
    }

    internal DateTimeOffset ErasureOf(DateTimeOffset ended) => Terms.MonthsAfter(ended, Settings.Terms.RetentionMonths);
}
