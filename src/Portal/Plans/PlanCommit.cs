using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Plans;

/// <summary>A plan as it was read, with the ETag that a change of it must still find.</summary>
public sealed record LoadedPlan(StoredPlan Stored, string ETag);

/// <summary>Turns an accepted decision about a plan into the rows of one transaction.</summary>
internal sealed record PlanCommit(PlanKey Key, LoadedPlan? Before, string Title, CommandId Command)
{
    public IEnumerable<Write> Writes(PlanDecision.Accepted decision, PlanEvent e)
    {
        var plan = decision.Item;
        var line = decision.Logged ? PlanLogLine.After(Before?.Stored.LogHead ?? "", e, plan.State.Phase) : null;
        var stored = new StoredPlan(plan, Title, (Before?.Stored.Effects ?? 0) + decision.Effects.Length, line?.Hash ?? Before?.Stored.LogHead ?? "");
        var row = Rows.Write(stored, PlanRows.Default.StoredPlan);
        yield return Before is null ? new Write.Insert(PlanKeys.Plan(Key.Id), row) : new Write.Replace(PlanKeys.Plan(Key.Id), row, Before.ETag);
        yield return CommitRows.Command(Command, e.At, Key.Id);
        if (line is not null)
            yield return new Write.Insert(PlanKeys.Log(Key.Id, plan.Revision), Rows.Write(line, PlanRows.Default.PlanLogLine));
        foreach (var (i, effect) in decision.Effects.Index())
        {
            yield return new Write.Insert(
                Keys.Effect(Key.Work.Item, (Before?.Stored.Effects ?? 0) + i + 1),
                Rows.Write(new PendingEffect(effect, e.At, RetryAt: (effect as PlanEffect.ForgetPerson)?.NotBefore), PortalJson.Default.PendingEffect));
        }
        var summary = PlanSummary.Of(stored);
        if (Before is null || summary != PlanSummary.Of(Before.Stored))
            yield return new Write.Put(PlanKeys.Summary(Key.Id), Rows.Write(summary, PlanRows.Default.PlanSummary));
        foreach (var write in CommitRows.Due(Before?.Stored.Plan.NextDue, plan.NextDue, Key.Work.Item))
            yield return write;
    }
}
