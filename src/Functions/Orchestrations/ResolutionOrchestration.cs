using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>One resolution of the stuurgroep, from the first mail to the seats to the last Smederij that got its money.</summary>
public static class ResolutionOrchestration
{
    [Function(nameof(ResolutionOrchestration))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);
}
