namespace Smederijen.Portal.Tests;

/// <summary>A clock that stands still until a test moves it, so that months pass in no time.</summary>
public sealed class MovableClock(DateTimeOffset start) : TimeProvider
{
    private DateTimeOffset _now = start;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.UtcTicks;

    public void MoveTo(DateTimeOffset instant) => _now = instant > _now ? instant : throw new ArgumentException($"It is already {_now:u}.");
}
