using Smederijen.Domain.Calendar;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Ideas;

/// <summary>All that a decision may look at besides the idea and the event.</summary>
/// <param name="Settings">The version of the Smederij's settings that the idea was handed in under.</param>
/// <param name="Ledger">The money of the round that the idea gets or got its money from.</param>
public sealed record Circumstances(SmederijSettings Settings, Ledger Ledger)
{
    /// <summary>A term of whole days, with a reminder at two thirds of it.</summary>
    internal static Term DaysFrom(DateTimeOffset at, int days) => new(Terms.DaysAfter(at, days), Terms.DaysAfter(at, days * 2 / 3));

    internal Chase ReviewChase(DateTimeOffset at) => WorkingDayChase(at, 0, Settings.Terms.ReviewReminderWorkingDays);

    internal Chase ReleaseChase(DateTimeOffset at) => WorkingDayChase(at, 0, Settings.Terms.ReleaseReminderWorkingDays);

    internal Chase RegisseurChase(DateTimeOffset at) => WorkingDayChase(at, 0, Settings.Terms.RegisseurReminderWorkingDays);

    internal Chase NextRegisseurChase(Chase chase, DateTimeOffset at) => NextWorkingDayChase(chase, at, Settings.Terms.RegisseurReminderWorkingDays);

    /// <summary>The following reminder, counted from the start; one that was slept through is not sent late.</summary>
    internal static Chase NextWorkingDayChase(Chase chase, DateTimeOffset at, int every)
    {
        var next = chase;
        while (next.Next <= at)
            next = WorkingDayChase(chase.From, next.Sent + 1, every);
        return next;
    }

    internal static Chase WorkingDayChase(DateTimeOffset from, int sent, int every) => new(from, sent, Terms.WorkingDaysAfter(from, every * (sent + 1)));

    /// <summary>The reminders that the settings name, and one every month when those are used up.</summary>
    internal Chase RealisationChase(DateTimeOffset from, int sent)
    {
        var months = Settings.Terms.RealisationReminderMonths;
        return new(from, sent, Terms.MonthsAfter(from, sent < months.Length ? months[sent] : months[^1] + sent - months.Length + 1));
    }

    internal DateTimeOffset ErasureOf(DateTimeOffset ended) => Terms.MonthsAfter(ended, Settings.Terms.RetentionMonths);
}
