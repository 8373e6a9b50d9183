using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Orchestrations;

/// <summary>Every five minutes: starts again what failed in Durable, and wakes what nobody woke.</summary>
public sealed class Sweep(Sweeper sweeper, FailedInstances failed)
{
    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await failed.StartAgain(client, cancellation);
        await sweeper.Run(client, cancellation);
    }
}
