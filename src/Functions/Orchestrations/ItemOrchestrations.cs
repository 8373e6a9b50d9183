using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Stuurgroep;

namespace Smederijen.Functions.Orchestrations;

/// <summary>
/// One orchestration for all kinds, under a name for each, so that staff see in any Durable tool what an instance is about. It waits,
/// and starts itself anew, and holds no judgement: an idea from the form to the end of its plan, a round over its vote to the last
/// grant, a plan for the years that it takes, a resolution to the last Smederij that got its money.
/// </summary>
public static class ItemOrchestrations
{
    public const string Idea = "IdeaOrchestration";
    public const string Round = "RoundOrchestration";
    public const string Plan = "PlanOrchestration";
    public const string Resolution = "ResolutionOrchestration";

    /// <summary>The kinds with a name of their own; the others go under that of ideas.</summary>
    private static readonly (KindFacts Kind, string Name)[] Named =
        [(RoundKind.Facts, Round), (PlanKind.Facts, Plan), (ResolutionKind.Facts, Resolution)];

    [Function(Idea)]
    public static Task RunIdea([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);

    [Function(Round)]
    public static Task RunRound([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);

    [Function(Plan)]
    public static Task RunPlan([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);

    [Function(Resolution)]
    public static Task RunResolution([OrchestrationTrigger] TaskOrchestrationContext context) => WorkLoop.Turn(context);

    internal static string Of(WorkKey key) => Array.Find(Named, named => named.Kind.Has(key.Item)).Name ?? Idea;
}
