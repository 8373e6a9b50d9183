using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>One round of a Smederij, from its closing date over the vote to the last grant.</summary>
public static class RoundOrchestration
{
    [Function(nameof(RoundOrchestration))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);
}
