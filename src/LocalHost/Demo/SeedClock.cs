namespace Smederijen.LocalHost.Demo;

/// <summary>The clock of the example stories: it stands still until the story goes on.</summary>
internal sealed class SeedClock : TimeProvider
{
    private DateTimeOffset _now;

    public override DateTimeOffset GetUtcNow() => _now;

    public void Begin(DateTimeOffset at) => _now = at;

    /// <summary>Never back: a story has an order.</summary>
    public void MoveTo(DateTimeOffset at) => _now = at > _now ? at : _now;
}
