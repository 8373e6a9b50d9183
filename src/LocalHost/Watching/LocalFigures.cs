using System.Diagnostics.Metrics;
using Smederijen.LocalHost.Storage;
using Smederijen.LocalHost.Work;
using Smederijen.Portal;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Watching;

/// <summary>The gauges of the local edition, read only when somebody collects them.</summary>
public sealed class LocalFigures(
    PendingWork queue, SqliteEntityStore store, SqliteVoteStores votes, SettingsBook settings, TimeProvider clock) : IDisposable
{
    /// <summary>What is later than this is worth an alert.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(5);

    private readonly Meter _meter = new(Figures.MeterName);

    public void Publish()
    {
        _meter.CreateObservableGauge("smederijen.effects.pending", () => queue.Count, description: "Ideas whose effects wait or run in this process.");
        _meter.CreateObservableGauge("smederijen.effects.late", LateEffects, description: "Effects that should have been performed five minutes ago.");
        _meter.CreateObservableGauge("smederijen.ideas.stuck", Stuck, description: "Ideas whose deadline passed five minutes ago and that nothing happened to.");
        _meter.CreateObservableGauge(
            "smederijen.store.queue", () => store.QueueDepth + votes.QueueDepth, description: "Commits that wait for the disk.");
    }

    public void Dispose() => _meter.Dispose();

    private int LateEffects() => settings.WorkPartitions.Sum(partition =>
        Read(partition, Keys.AllEffects).Count(row => row.TryRead(House.Effects.Pending)?.Since < clock.GetUtcNow() - Late));

    private int Stuck() => settings.WorkPartitions.Sum(partition => Read(partition, Keys.DueUntil(clock.GetUtcNow() - Late)).Count);

    /// <summary>One page per partition: beyond a thousand the alarm is loud enough. The store of this edition answers at once.</summary>
    private IReadOnlyList<Entity> Read(string partition, RowRange range) => store.Query(partition, range).AsTask().GetAwaiter().GetResult().Rows;
}
