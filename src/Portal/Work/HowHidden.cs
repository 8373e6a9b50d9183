namespace Smederijen.Portal.Work;

/// <summary>How much of an item staff took off the site, as their lists tell it. Storage contract.</summary>
public enum HowHidden
{
    Not,
    Partly,
    Wholly,
}
