using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using Judged = Smederijen.Portal.Work.Judgement<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEvent, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal, Smederijen.Domain.Plans.PlanCircumstances>;

namespace Smederijen.Portal.Plans;

/// <summary>The one way to change a plan.</summary>
public sealed class PlanCommands
{
    private readonly IEntityStore store;
    private readonly Items<Plan, PlanEvent, PlanEffect, PlanRefusal, PlanCircumstances> items;

    public PlanCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock)
    {
        this.store = store;
        items = new(PlanKind.Value, store, loop, clock, async (key, before, _, cancellation) =>
            new PlanCircumstances(await settings.Version(key.Smederij, before.Item.SettingsVersion, cancellation)));
    }

    /// <summary>Lays a new plan in the store. What is there under its id already stays as it is.</summary>
    /// <param name="smederij">The settings that the plan keeps for its whole life.</param>
    /// <param name="decide">The first decision over it.</param>
    /// <param name="also">Rows that belong to the same commit: content and first member.</param>
    public Task<Outcome<PlanRefusal>> Begin(
        SmederijSettings smederij, string id, string title, CommandId command, PlanEvent e, Func<PlanCircumstances, PlanDecision> decide,
        IReadOnlyList<Write> also, CancellationToken cancellation = default)
    {
        var known = new PlanCircumstances(smederij);
        return items.Run(
            new PlanKey(smederij.Id, id).Work, command, title,
            before => ValueTask.FromResult<Judged?>(new Judged(e, known, before is null ? decide(known) : PlanDecision.AlreadySo.Instance)),
            _ => Task.FromResult<IReadOnlyList<Write>?>(also), cancellation);
    }

    /// <inheritdoc cref="Items{TItem, TEvent, TEffect, TRefusal, TKnown}.Handle"/>
    public Task<Outcome<PlanRefusal>> Handle(
        PlanKey key, CommandId command, Func<DateTimeOffset, PlanEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) =>
        items.Handle(key.Work, command, happening, also, cancellation);

    /// <summary>The plan as it is now; null when there is none.</summary>
    public async ValueTask<LoadedPlan?> Load(PlanKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, PlanKeys.Plan(key.Id), cancellation) is { } row ? new LoadedPlan(row.Read(PlanRows.Default.StoredPlan), row.ETag) : null;
}
