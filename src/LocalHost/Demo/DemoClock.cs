using System.Globalization;
using Smederijen.LocalHost.Work;

namespace Smederijen.LocalHost.Demo;

/// <summary>
/// A clock that can be moved forward, so that reminders and deadlines can be watched. It goes on at the pace of the real one,
/// never goes back, and keeps its lead in the store.
/// </summary>
public sealed class DemoClock(IEntityStore store, IServiceProvider services) : TimeProvider
{
    private const string Row = "klok";

    private long _leadInTicks;

    public TimeSpan Lead => new(Interlocked.Read(ref _leadInTicks));

    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Lead;

    public async Task Load(CancellationToken cancellation)
    {
        if (await store.Get(Partitions.Installation, Row, cancellation) is { } row)
            Interlocked.Exchange(ref _leadInTicks, long.Parse(row.Data, CultureInfo.InvariantCulture));
    }

    /// <summary>Moves the clock on, and lets everything happen that is due by then.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Back, or further than ten years.</exception>
    public async Task Move(TimeSpan by, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(by, TimeSpan.FromDays(3660));
        var lead = Lead + by;
        await store.Commit(Partitions.Installation, [new Write.Put(Row, lead.Ticks.ToString(CultureInfo.InvariantCulture))], cancellation);
        Interlocked.Exchange(ref _leadInTicks, lead.Ticks);
        // The alarms ask this clock for the time, so they can only be found when both exist.
        services.GetRequiredService<Alarms>().Ring();
    }
}
