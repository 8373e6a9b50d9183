using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Wakes the orchestration of an item: starts it, or raises the event when it runs already. The decision is in the table
/// already, so a failure here fails nothing; the <see cref="Sweeper"/> wakes what was missed.
/// </summary>
public sealed partial class DurableDriver(ILogger<DurableDriver> log) : IDriver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly AsyncLocal<Loan?> lent = new();

    /// <summary>
    /// Durable lends a client to each invocation of a function. It serves what that invocation wakes, up to its end.
    /// </summary>
    public void Borrow(DurableTaskClient? client) => lent.Value = new Loan(client, Later: null);

    /// <summary>The same for an invocation that answers somebody first, and then calls <see cref="WakeThose"/>.</summary>
    public void BorrowForLater(DurableTaskClient? client) => lent.Value = new Loan(client, Later: []);

    public ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
    {
        if (!hasEffects && due is null)
            return ValueTask.CompletedTask;
        if (lent.Value is not { Later: { } later })
            return new ValueTask(Wake(lent.Value?.Client, key));
        later.Add(key);
        return ValueTask.CompletedTask;
    }

    /// <summary>Wakes what was left for after the answer.</summary>
    public async Task WakeThose()
    {
        if (lent.Value is { Later: { } later } loan)
            foreach (var key in later.Distinct())
                await Wake(loan.Client, key);
    }

    private async Task Wake(DurableTaskClient? client, WorkKey key)
    {
        try
        {
            if (client is null)
                throw new InvalidOperationException("This function has no Durable client.");
            using var inTime = new CancellationTokenSource(Patience);
            if (!await HasStarted(client, key, inTime.Token))
                await client.RaiseEventAsync(Instance.IdOf(key), WorkLoop.WakeUp, Instance.IdOf(key), inTime.Token);
        }
        catch (Exception failure)
        {
            Log.NotWoken(log, failure, key);
        }
    }

    /// <summary>False when it runs already. One that starts looks first, and needs no event.</summary>
    private static async Task<bool> HasStarted(DurableTaskClient client, WorkKey key, CancellationToken cancellation)
    {
        var options = new StartOrchestrationOptions { InstanceId = Instance.IdOf(key), Version = WorkLoop.Version }
            .WithDedupeStatuses(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(Instance.OrchestrationOf(key), Instance.IdOf(key), options, cancellation);
            return true;
        }
        catch (Exception failure) when (failure.GetType().Name == "OrchestrationAlreadyExistsException")
        {
            // Known by its name, because its type belongs to the engine, which differs between back ends.
            return false;
        }
    }

    /// <param name="Later">What waits until the answer is given; null where nobody waits for one.</param>
    private sealed record Loan(DurableTaskClient? Client, List<WorkKey>? Later);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Item} was not woken after its decision; the sweeper will do it")]
        public static partial void NotWoken(ILogger logger, Exception exception, WorkKey item);
    }
}
