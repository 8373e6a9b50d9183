using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Smederijen.Functions.Orchestrations;

/// <summary>One idea on its way, from the form to the end of its plan.</summary>
public static class IdeaOrchestration
{
    [Function(nameof(IdeaOrchestration))]
    public static Task Run([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);
}
