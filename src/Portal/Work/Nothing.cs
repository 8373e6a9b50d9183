namespace Smederijen.Portal.Work;

/// <summary>What a decision looks at beside the item and the event, where that is nothing.</summary>
public readonly record struct Nothing;
