using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>One complex plan, for the years that it takes: it waits, and starts itself anew, and holds no judgement.</summary>
public static class PlanOrchestration
{
    [Function(nameof(PlanOrchestration))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);
}
