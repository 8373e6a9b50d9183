using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Smederijen.Functions.Orchestrations;

/// <summary>The one activity: what is due for an item. Failures throw, and Durable tries again.</summary>
public sealed class PerformDue(Performer performer)
{
    [Function(nameof(PerformDue))]
    public Task<NextStep> Run([ActivityTrigger] string key, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        performer.Perform(key, client, cancellation);
}
