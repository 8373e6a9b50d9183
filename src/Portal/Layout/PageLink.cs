namespace Smederijen.Portal.Layout;

/// <summary>A way on from a page: the words of the link, and where it leads.</summary>
public sealed record PageLink(string Words, string Address)
{
    /// <summary>Whether this is what the reader has to do now: it is shown with the weight of a button.</summary>
    public bool IsNextStep { get; init; }
}
