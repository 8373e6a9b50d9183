using System.Text.Json.Serialization;

namespace Smederijen.Domain.Ideas;

/// <summary>A term with an end, and at most one reminder on the way. Instants are UTC.</summary>
public sealed record Term(DateTimeOffset Until, DateTimeOffset? RemindAt)
{
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
    public Chase Shift(TimeSpan by) => new(From + by, Sent, Next + by);
}
