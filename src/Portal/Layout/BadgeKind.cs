namespace Smederijen.Portal.Layout;

/// <summary>What a status means for the one who waits.</summary>
public enum BadgeKind
{
    /// <summary>Ended, without more to say.</summary>
    Neutral,

    /// <summary>Someone is at work.</summary>
    Active,
    Success,

    /// <summary>Something is asked of the reader, or a date is near.</summary>
    Warning,
    Danger,
}
