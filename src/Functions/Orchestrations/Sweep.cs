using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Orchestrations;

/// <summary>Every five minutes: wakes what nobody woke.</summary>
public sealed class Sweep(Sweeper sweeper)
{
    [Function(nameof(Sweep))]
    public Task Run([TimerTrigger("0 */5 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        sweeper.Run(client, cancellation);
}
