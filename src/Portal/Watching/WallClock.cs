namespace Smederijen.Portal.Watching;

/// <summary>
/// The clock on the wall, which says how long a sign-in lasts. The clock of a demo may be moved on by months; nobody is signed out by
/// that, and no link lives longer for it.
/// </summary>
public sealed class WallClock(TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();
}
