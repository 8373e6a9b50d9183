namespace Smederijen.Portal.Links;

/// <summary>What came of asking for a mail once more.</summary>
/// <param name="Wait">It was one too many: how long to wait.</param>
/// <param name="IsOver">There is nothing to confirm any more.</param>
public readonly record struct SentAgain(TimeSpan? Wait = null, bool IsOver = false);
