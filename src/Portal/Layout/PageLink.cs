namespace Smederijen.Portal.Layout;

/// <summary>A way on from a page: the words of the link, and where it leads.</summary>
public sealed record PageLink(string Words, string Address);
