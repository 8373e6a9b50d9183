namespace Smederijen.Domain.Calendar;

/// <summary>A term with an end, and at most one reminder on the way. Instants are UTC.</summary>
public sealed record Term(DateTimeOffset Until, DateTimeOffset? RemindAt)
{
    /// <summary>A term of whole days, with a reminder at two thirds of it.</summary>
    public static Term OfDays(DateTimeOffset from, int days) => new(Terms.DaysAfter(from, days), Terms.DaysAfter(from, days * 2 / 3));

    [JsonIgnore]
    public DateTimeOffset Next => RemindAt ?? Until;

    /// <summary>Past the end: a clock that slept through the reminder does not send it any more.</summary>
    public bool IsOverAt(DateTimeOffset instant) => instant >= Until;

    /// <summary>The reminder went out; only the end is left.</summary>
    public Term AfterReminder() => this with { RemindAt = null };

    /// <summary>The same term after a pause: everything moves by the length of the pause.</summary>
    public Term Shift(TimeSpan by) => new(Until + by, RemindAt + by);
}

/// <summary>
/// A series of reminders that never ends in silence: <paramref name="Sent"/> of them went out since <paramref name="From"/>,
/// the following one goes at <paramref name="Next"/>.
/// </summary>
public sealed record Chase(DateTimeOffset From, int Sent, DateTimeOffset Next)
{
    /// <param name="every">Working days from one to the following.</param>
    public static Chase OfWorkingDays(DateTimeOffset from, int sent, int every) => new(from, sent, Terms.WorkingDaysAfter(from, every * (sent + 1)));

    /// <summary>The following reminder, counted from the start; one that was slept through is not sent late.</summary>
    public Chase AfterWorkingDays(DateTimeOffset at, int every)
    {
        var next = this;
        while (next.Next <= at)
            next = OfWorkingDays(From, next.Sent + 1, every);
        return next;
    }

    public Chase Shift(TimeSpan by) => new(From + by, Sent, Next + by);
}
