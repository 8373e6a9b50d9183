using System.Diagnostics.Metrics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Smederijen.Portal.Watching;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// Finds orchestrations that Durable gave up or an operator terminated: a change of the loop that its history does not know, a
/// message that fails every time. All that they know stands in the table, so they are thrown away and begin anew.
/// </summary>
public sealed partial class FailedInstances(DurableDriver driver, ILogger<FailedInstances> log)
{
    private static readonly Meter Meter = new(Figures.MeterName);

    private static readonly Gauge<long> Failed = Meter.CreateGauge<long>(
        "smederijen.orchestrations.failed", description: "Orchestrations that had failed or were terminated when a sweep looked; it started them again.");

    private static readonly OrchestrationQuery Query =
        new() { Statuses = [OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated], FetchInputsAndOutputs = true };

    /// <summary>A failure of Durable itself is logged, and the next sweep looks again.</summary>
    public async Task StartAgain(DurableTaskClient client, CancellationToken cancellation = default)
    {
        try
        {
            driver.Borrow(client);
            var found = 0;
            await foreach (var instance in client.GetAllInstancesAsync(Query).WithCancellation(cancellation))
            {
                found++;
                await StartAgain(client, instance, cancellation);
            }
            Failed.Record(found);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Log.NotLookedFor(log, failure);
        }
    }

    private async Task StartAgain(DurableTaskClient client, OrchestrationMetadata instance, CancellationToken cancellation)
    {
        Log.Failed(log, instance.InstanceId, instance.RuntimeStatus, instance.FailureDetails?.ErrorType ?? "no details");
        await client.PurgeInstanceAsync(instance.InstanceId, cancellation);
        if (Instance.TryRead(instance.InstanceId) is { } key)
            await driver.Wake(key, hasEffects: true, due: null);
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Error, Message = "Orchestration {Instance} is {Status} ({Problem}); it is purged and started again from the table")]
        public static partial void Failed(ILogger logger, string instance, OrchestrationRuntimeStatus status, string problem);

        [LoggerMessage(Level = LogLevel.Warning, Message = "Durable does not say which orchestrations failed; the next sweep asks again")]
        public static partial void NotLookedFor(ILogger logger, Exception exception);
    }
}
