namespace Smederijen.Portal.Layout;

/// <summary>A moment in the story of an idea. An expected one still has to come: a deadline, a reminder.</summary>
public sealed record TimelineEntry(DateTimeOffset At, string Title, string? Detail = null, bool Expected = false);
