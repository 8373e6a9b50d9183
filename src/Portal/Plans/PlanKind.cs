using Smederijen.Domain.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Plans;

/// <summary>A plan as it was read, with the ETag that a change of it must still find.</summary>
public sealed record LoadedPlan(StoredPlan Stored, string ETag);

/// <summary>Plans, as the pipeline knows them.</summary>
internal static class PlanKind
{
    public static Kind<Plan, PlanEvent, PlanEffect, PlanRefusal, PlanCircumstances> Value { get; } = new()
    {
        Prefix = PlanKey.Prefix,
        Row = PlanKeys.Plan,
        LogRow = PlanKeys.Log,
        Read = Read,
        Write = stored => Rows.Write(RowOf(stored), PlanRows.Default.StoredPlan),
        Line = (head, e, plan) => LogEntry.Of(PlanLogLine.After(head, e, plan.State.Phase), PlanRows.Default.PlanLogLine),
        HashOf = row => row.Read(PlanRows.Default.PlanLogLine).Hash,
        Revision = plan => plan.Revision,
        NoEffects = 0,
        Due = plan => plan.NextDue,
        At = e => e.At,
        Decide = PlanDecider.Decide,
        NotBefore = effect => (effect as PlanEffect.ForgetPerson)?.NotBefore,
        Lists = Summary,
    };

    private static Stored<Plan> Read(Entity row)
    {
        var stored = row.Read(PlanRows.Default.StoredPlan);
        return new Stored<Plan>(stored.Plan, row.ETag, stored.Title, stored.Effects, stored.LogHead);
    }

    private static IEnumerable<Write> Summary(Change<Plan, PlanEvent, PlanCircumstances> change)
    {
        var summary = PlanSummary.Of(RowOf(change.After));
        return change.Before is { } before && summary == PlanSummary.Of(RowOf(before)) ? []
            : [new Write.Put(PlanKeys.Summary(change.After.Item.Id), Rows.Write(summary, PlanRows.Default.PlanSummary))];
    }

    private static StoredPlan RowOf(Stored<Plan> stored) => new(stored.Item, stored.Title, stored.Effects ?? 0, stored.LogHead ?? "");
}
