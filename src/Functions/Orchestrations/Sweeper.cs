using System.Diagnostics.Metrics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Security;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Finds items whose effects are pending or whose deadline passed while nobody acted, and wakes them. A wake-up can be lost
/// between the commit and the orchestration; this is what makes that harmless. It also deletes counters that have ended.
/// </summary>
public sealed partial class Sweeper(IEntityStore store, SettingsBook settings, RequestLimits limits, DurableDriver driver, TimeProvider clock, ILogger<Sweeper> log)
{
    /// <summary>An orchestration that was woken has begun by then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly Meter Meter = new("Smederijen");

    private static readonly Gauge<long> IdeasStuck = Meter.CreateGauge<long>(
        "smederijen.ideas.stuck", description: "Ideas and rounds with a deadline that passed or effects that are pending.");

    private static readonly Gauge<long> EffectsLate = Meter.CreateGauge<long>(
        "smederijen.effects.late", description: "Effects that should have been performed by now.");

    public async Task Run(DurableTaskClient? client, CancellationToken cancellation = default)
    {
        driver.Borrow(client);
        var (stuck, late) = (0, 0);
        foreach (var partition in settings.WorkPartitions)
        {
            var effects = await LateEffects(partition, cancellation);
            var items = await PassedDeadlines(partition, cancellation);
            items.UnionWith(effects.Where(effect => effect.Waits).Select(effect => effect.Item));
            foreach (var item in items)
                await driver.Wake(new WorkKey(partition, item), hasEffects: true, due: null);
            (stuck, late) = (stuck + items.Count, late + effects.Count);
        }
        IdeasStuck.Record(stuck);
        EffectsLate.Record(late);
        if (stuck > 0)
            Log.Woken(log, stuck, late);
        await limits.ForgetEnded(cancellation);
    }

    /// <summary>The effects that are late, and which of them wait for nothing but somebody to perform them.</summary>
    private async Task<List<(string Item, bool Waits)>> LateEffects(string partition, CancellationToken cancellation)
    {
        var before = clock.GetUtcNow() - Grace;
        return [.. (await Rows(partition, Keys.AllEffects, cancellation))
            .Select(row => (Item: row.Row.Split('|')[1], Pending: row.Read(PortalJson.Default.PendingEffect)))
            .Where(effect => effect.Pending.Since <= before)
            .Select(effect => (effect.Item, Waits: effect.Pending.RetryAt is not { } retry || retry <= before))];
    }

    private async Task<HashSet<string>> PassedDeadlines(string partition, CancellationToken cancellation) =>
        [.. (await Rows(partition, Keys.DueUntil(clock.GetUtcNow() - Grace), cancellation)).Select(row => Keys.ReadDue(row.Row).Item)];

    private async Task<List<Entity>> Rows(string partition, RowRange range, CancellationToken cancellation)
    {
        var rows = new List<Entity>();
        for (RowRange? left = range; left is { } part;)
        {
            var page = await store.Query(partition, part, cancellation: cancellation);
            rows.AddRange(page.Rows);
            left = page.Continuation is { } next ? part.ContinueAt(next) : null;
        }
        return rows;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Items} items waited for a wake-up, with {Effects} late effects; they are woken now")]
        public static partial void Woken(ILogger logger, int items, int effects);
    }
}
