using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Wakes the orchestration of an item: starts it, or raises the event when it runs already. The decision is in the table
/// already, so a failure here fails nothing; the <see cref="Sweeper"/> wakes what was missed.
/// </summary>
public sealed partial class DurableDriver(ILogger<DurableDriver> log) : IDriver
{
    /// <summary>Whoever sent a form waits for it; beyond this the sweep does it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly AsyncLocal<DurableTaskClient?> lent = new();

    /// <summary>
    /// Durable lends a client to each invocation of a function. It serves what that invocation wakes, up to its end.
    /// </summary>
    public void Borrow(DurableTaskClient? client) => lent.Value = client;

    public async ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
    {
        if (!hasEffects && due is null)
            return;
        try
        {
            var client = lent.Value ?? throw new InvalidOperationException("This function has no Durable client.");
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
            await client.ScheduleNewOrchestrationInstanceAsync(ItemOrchestrations.Of(key), Instance.IdOf(key), options, cancellation);
            return true;
        }
        catch (Exception failure) when (failure.GetType().Name == "OrchestrationAlreadyExistsException")
        {
            // Known by its name, because its type belongs to the engine, which differs between back ends.
            return false;
        }
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Item} was not woken after its decision; the sweeper will do it")]
        public static partial void NotWoken(ILogger logger, Exception exception, WorkKey item);
    }
}
