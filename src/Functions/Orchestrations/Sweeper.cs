using System.Diagnostics.Metrics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Board;
using Smederijen.Portal.Links;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Security;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Watching;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Finds items whose effects are pending or whose deadline passed while nobody acted, and wakes them. A wake-up can be lost
/// between the commit and the orchestration; this is what makes that harmless. What cannot be read is reported and passed over, and
/// a partition that fails holds up no other. It also deletes counters, links, looks and reports that have ended, and takes what was mended off the
/// list.
/// </summary>
public sealed partial class Sweeper(
    IEntityStore store, EffectContracts effects, SettingsBook settings, SettingsPublishing publishing, RequestLimits limits, WorkList work,
    OneUseLinks links, SentMails mails, FreshSignIn fresh, Looks looks, Reports reports, UnreadableRows unreadable, UnreadableList list,
    DurableDriver driver,
    BoardMarks board, BoardMaking making,
    TimeProvider clock, ILogger<Sweeper> log)
{
    /// <summary>An orchestration that was woken has begun by then.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromMinutes(1);

    private static readonly Meter Meter = new(Figures.MeterName);

    private static readonly Gauge<long> IdeasStuck = Meter.CreateGauge<long>(
        "smederijen.ideas.stuck", description: "Ideas and rounds with a deadline that passed or effects that are pending.");

    private static readonly Gauge<long> EffectsLate = Meter.CreateGauge<long>(
        "smederijen.effects.late", description: "Effects that should have been performed by now.");

    public async Task Run(DurableTaskClient? client, CancellationToken cancellation = default)
    {
        driver.Borrow(client);
        var (stuck, late, overdue) = (0, 0, 0);
        Exception? failed = null;
        foreach (var partition in settings.WorkPartitions)
        {
            try
            {
                var effects = await LateEffects(partition, cancellation);
                var items = await PassedDeadlines(partition, cancellation);
                items.UnionWith(effects.Where(effect => effect.Waits).Select(effect => effect.Item));
                foreach (var item in items)
                    await driver.Wake(item, hasEffects: true, due: null);
                (stuck, late) = (stuck + items.Count, late + effects.Count);
                overdue += effects.Count(effect => effect.IsOverdue);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                Log.PartitionFailed(log, failure, partition);
                failed = failure;
            }
        }
        IdeasStuck.Record(stuck);
        EffectsLate.Record(late);
        if (stuck > 0)
            Log.Woken(log, stuck, late);
        await board.ShowLate(overdue, cancellation);
        await making.MakeDaily(cancellation);
        await limits.ForgetEnded(cancellation);
        await links.ForgetEnded(cancellation);
        await mails.ForgetEnded(cancellation);
        await fresh.ForgetEnded(cancellation);
        await looks.ForgetOld(cancellation);
        await reports.ForgetOld(cancellation);
        await list.Tidy(cancellation);
        await publishing.PublishRest(cancellation);
        if (failed is not null)
            throw new InvalidOperationException("A part of the store could not be swept; the log says which.", failed);
    }

    /// <summary>The effects that are late, and which of them wait for nothing but somebody to perform them.</summary>
    private async Task<List<(WorkKey Item, bool Waits, bool IsOverdue)>> LateEffects(string partition, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var before = now - Grace;
        var late = new List<(WorkKey Item, bool Waits, bool IsOverdue)>();
        await foreach (var row in store.All(partition, Keys.AllEffects, cancellation))
        {
            if (await work.OwnerOf(partition, row.Row) is { } item
                && await unreadable.Read(partition, [row], effects.Pending) is [var pending] && pending.IsLateAt(before))
                late.Add((item, pending.RetryAt is not { } retry || retry <= before, pending.IsLateAt(now - BoardCounts.LateAfter)));
        }
        return late;
    }

    private async Task<HashSet<WorkKey>> PassedDeadlines(string partition, CancellationToken cancellation)
    {
        var passed = new HashSet<WorkKey>();
        await foreach (var row in store.All(partition, Keys.DueUntil(clock.GetUtcNow() - Grace), cancellation))
        {
            if (await work.OwnerOf(partition, row.Row) is { } item)
                passed.Add(item);
        }
        return passed;
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The work of {Partition} could not be swept and is swept again in five minutes")]
        public static partial void PartitionFailed(ILogger logger, Exception failure, string partition);

        [LoggerMessage(Level = LogLevel.Warning, Message = "{Items} items waited for a wake-up, with {Effects} late effects; they are woken now")]
        public static partial void Woken(ILogger logger, int items, int effects);
    }
}
