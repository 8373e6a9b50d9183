namespace Smederijen.LocalHost.Work;

/// <summary>
/// Works through the queue with a few workers at a time, and rings in what is due. In a rush hour none of them works for ten
/// seconds, and then one. It learns of new work by being woken; after a restart, and every five minutes for what woke nobody, it finds
/// everything in the store. What cannot be read is reported and passed over.
/// </summary>
public sealed partial class WorkRunner(
    PendingWork queue, Alarms alarms, RushHour rush, WorkList work, SettingsBook settings, IEntityStore store, TimeProvider clock,
    ILogger<WorkRunner> log) : IDisposable
{
    /// <summary>More than there are cores: workers wait for the disk, and their commits share a sync.</summary>
    private const int Workers = 8;

    /// <summary>The first deadline that can be read is among so many; if not, the next look finds it.</summary>
    private const int FirstFew = 10;

    private static readonly TimeSpan WaitForQuiet = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan WaitForStore = TimeSpan.FromSeconds(10);

    /// <summary>As often as the Azure edition sweeps: what was mended in the store, or never woke anybody, is found by then.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromMinutes(5);

    private readonly CancellationTokenSource _stop = new();
    private readonly CancellationTokenSource _abandon = new();
    private Task _running = Task.CompletedTask;

    /// <summary>Whether effects are performed and deadlines kept; false after a failure that should not be possible.</summary>
    public bool IsAlive { get; private set; }

    public void Start()
    {
        IsAlive = true;
        foreach (var partition in settings.WorkPartitions)
            alarms.Set(partition, DateTimeOffset.MinValue);
        _running = Run([.. Enumerable.Range(0, Workers).Select(i => Task.Run(() => Work(isFirst: i == 0))), Task.Run(Keep)]);
    }

    /// <summary>Takes no new work, and waits for what runs until <paramref name="abandon"/> is cancelled.</summary>
    public async Task Stop(CancellationToken abandon)
    {
        await using var giveUp = abandon.Register(_abandon.Cancel);
        await _stop.CancelAsync();
        await _running.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        _stop.Dispose();
        _abandon.Dispose();
    }

    private async Task Run(Task[] tasks)
    {
        await Task.WhenAny(tasks);
        IsAlive = false;
        await Task.WhenAll(tasks);
    }

    /// <param name="isFirst">Whether this worker goes on when a rush hour does; the others wait until it is over.</param>
    private async Task Work(bool isFirst)
    {
        try
        {
            while (await queue.Waiting.WaitToReadAsync(_stop.Token))
            {
                while (rush.IsOn && !(isFirst && rush.GoesOn))
                    await Task.Delay(WaitForQuiet, _stop.Token);
                if (!queue.Waiting.TryRead(out var key))
                    continue;
                queue.Begin(key);
                await Perform(key);
                if (queue.Finish(key))
                    alarms.Ring();
                if (_stop.IsCancellationRequested)
                    return;
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task Perform(WorkKey key)
    {
        try
        {
            if (await work.PerformDue(key, _abandon.Token) is { } next)
                alarms.Set(key.Smederij, next);
        }
        catch (Exception failure)
        {
            if (!_stop.IsCancellationRequested)
                Log.WorkFailed(log, failure, key);
            alarms.Set(key.Smederij, clock.GetUtcNow() + WaitForStore);
        }
    }

    /// <summary>Fetches work from the store whenever an alarm rings.</summary>
    private async Task Keep()
    {
        try
        {
            while (true)
            {
                var due = alarms.TakeDue();
                foreach (var partition in queue.TakeForgotten() ? settings.WorkPartitions : due)
                    await Fetch(partition);
                await alarms.Rung(_stop.Token);
            }
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
        }
    }

    private async Task Fetch(string smederij)
    {
        try
        {
            var dueNow = Keys.DueUntil(clock.GetUtcNow());
            alarms.Set(smederij, clock.GetUtcNow() + LookAgain);
            if (!await Fetch(smederij, Keys.AllEffects) || !await Fetch(smederij, dueNow))
                return;
            var later = Keys.AllDue with { From = dueNow.Before };
            foreach (var row in (await store.Query(smederij, later, FirstFew, _stop.Token)).Rows)
            {
                if (await work.OwnerOf(smederij, row.Row) is not null)
                    alarms.Set(smederij, Keys.ReadDue(row.Row).Due);
            }
        }
        catch (Exception failure) when (!_stop.IsCancellationRequested)
        {
            Log.FetchFailed(log, failure, smederij);
            alarms.Set(smederij, clock.GetUtcNow() + WaitForStore);
        }
    }

    /// <summary>False when the queue is full; the rest is fetched when there is room.</summary>
    private async Task<bool> Fetch(string smederij, RowRange range)
    {
        while (true)
        {
            var page = await store.Query(smederij, range, cancellation: _stop.Token);
            foreach (var row in page.Rows)
            {
                if (await work.OwnerOf(smederij, row.Row) is { } item && !queue.Add(item))
                    return false;
            }
            if (page.Continuation is null)
                return true;
            range = range.ContinueAt(page.Continuation);
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "The work of {Item} could not be done and is tried again")]
        public static partial void WorkFailed(ILogger logger, Exception failure, WorkKey item);

        [LoggerMessage(Level = LogLevel.Error, Message = "The work of {Smederij} could not be read from the store and is tried again")]
        public static partial void FetchFailed(ILogger logger, Exception failure, string smederij);
    }
}
