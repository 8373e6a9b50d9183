namespace Smederijen.Portal.Layout;

/// <summary>A moment in the story of an idea. An expected one still has to come, and may have no date yet.</summary>
/// <param name="Detail">Every line of it is a paragraph.</param>
/// <param name="Pictures">The addresses of pictures of that moment.</param>
public sealed record TimelineEntry(DateTimeOffset? At, string Title, string? Detail = null, bool Expected = false,
    IReadOnlyList<string>? Pictures = null);
