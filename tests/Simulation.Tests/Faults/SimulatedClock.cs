namespace Smederijen.Simulation.Tests.Faults;

/// <summary>
/// A clock that the simulation moves. Time itself only goes forward; what the clock of the machine tells may lie behind it,
/// as after a correction by a time server.
/// </summary>
internal sealed class SimulatedClock(DateTimeOffset start) : TimeProvider
{
    /// <summary>The time that really is.</summary>
    public DateTimeOffset Time { get; private set; } = start;

    /// <summary>How far the clock of the machine lies behind.</summary>
    public TimeSpan Behind { get; set; }

    public override DateTimeOffset GetUtcNow() => Time - Behind;

    public void MoveTo(DateTimeOffset time) => Time = time > Time ? time : Time;
}
