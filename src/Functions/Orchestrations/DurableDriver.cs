using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Wakes the orchestration of an item: starts it when it does not run, then raises the event. The decision is in the table
/// already, so a failure here fails nothing; the <see cref="Sweeper"/> wakes what was missed.
/// </summary>
public sealed partial class DurableDriver(ILogger<DurableDriver> log) : IDriver
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly AsyncLocal<Loan?> loan = new();

    /// <summary>
    /// Durable lends a client to each invocation of a function. It serves what that invocation wakes, up to its end.
    /// </summary>
    /// <param name="performing">The item that is being worked on: it looks again by itself before it waits.</param>
    public void Borrow(DurableTaskClient? client, WorkKey? performing = null) => loan.Value = new Loan(client, performing);

    public async ValueTask Wake(WorkKey key, bool hasEffects, DateTimeOffset? due)
    {
        if (loan.Value?.Performing == key)
            return;
        try
        {
            var client = loan.Value?.Client ?? throw new InvalidOperationException("This function has no Durable client.");
            using var inTime = new CancellationTokenSource(Patience);
            await Start(client, key, inTime.Token);
            await client.RaiseEventAsync(Instance.IdOf(key), WorkLoop.WakeUp, Instance.IdOf(key), inTime.Token);
        }
        catch (Exception failure)
        {
            Log.NotWoken(log, failure, key);
        }
    }

    private static async Task Start(DurableTaskClient client, WorkKey key, CancellationToken cancellation)
    {
        var options = new StartOrchestrationOptions { InstanceId = Instance.IdOf(key), Version = WorkLoop.Version }
            .WithDedupeStatuses(OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(Instance.OrchestrationOf(key), Instance.IdOf(key), options, cancellation);
        }
        catch (Exception failure) when (failure.GetType().Name == "OrchestrationAlreadyExistsException")
        {
            // It runs: that is what was asked. The exception's type belongs to the engine, which differs between back ends.
        }
    }

    private sealed record Loan(DurableTaskClient? Client, WorkKey? Performing);

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Item} was not woken after its decision; the sweeper will do it")]
        public static partial void NotWoken(ILogger logger, Exception exception, WorkKey item);
    }
}
