using Smederijen.Domain.Plans;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using Turn = Smederijen.Portal.Work.Turn<Smederijen.Domain.Plans.PlanRefusal>;

namespace Smederijen.Portal.Plans;

/// <summary>The one way to change a plan: <see cref="CommitLoop"/> with the rules of plans.</summary>
public sealed class PlanCommands(IEntityStore store, SettingsBook settings, CommitLoop loop, TimeProvider clock)
{
    /// <summary>Lays a new plan in the store. What is there under its id already stays as it is.</summary>
    /// <param name="smederij">The settings that the plan keeps for its whole life.</param>
    /// <param name="decide">The first decision over it.</param>
    /// <param name="also">Rows that belong to the same commit: content and first member.</param>
    public Task<Outcome<PlanRefusal>> Begin(
        SmederijSettings smederij, string id, string title, CommandId command, PlanEvent e, Func<PlanCircumstances, PlanDecision> decide,
        IReadOnlyList<Write> also, CancellationToken cancellation = default)
    {
        var key = new PlanKey(smederij.Id, id);
        return loop.Run<PlanRefusal>(key.Work, command, async () =>
            await Load(key, cancellation) is not null ? new Turn.AlreadySo()
            : decide(new PlanCircumstances(smederij)) is var decision && decision is PlanDecision.Accepted accepted
                ? Accept(new PlanCommit(key, null, title, command), accepted, e, also)
                : Refuse(e, decision), cancellation);
    }

    /// <summary>Lets something happen to a plan, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">
    /// Rows that belong to the same commit; read inside, so that their ETags are as fresh as the plan's. Null when these rows show
    /// that it happened before.
    /// </param>
    public Task<Outcome<PlanRefusal>> Handle(
        PlanKey key, CommandId command, Func<DateTimeOffset, PlanEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) =>
        loop.Run<PlanRefusal>(key.Work, command, async () =>
        {
            if (await Load(key, cancellation) is not { } loaded)
                return new Turn.Unknown();
            var e = happening(clock.GetUtcNow());
            var version = await settings.Version(key.Smederij, loaded.Stored.Plan.SettingsVersion, cancellation);
            var decision = PlanDecider.Decide(loaded.Stored.Plan, e, new PlanCircumstances(version));
            if (decision is not PlanDecision.Accepted accepted)
                return Refuse(e, decision);
            IReadOnlyList<Write>? rows = also is null ? [] : await also(cancellation);
            return rows is null ? new Turn.AlreadySo() : Accept(new PlanCommit(key, loaded, loaded.Stored.Title, command), accepted, e, rows);
        }, cancellation);

    /// <summary>The plan as it is now; null when there is none.</summary>
    public async ValueTask<LoadedPlan?> Load(PlanKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, PlanKeys.Plan(key.Id), cancellation) is { } row ? new LoadedPlan(row.Read(PlanRows.Default.StoredPlan), row.ETag) : null;

    private static Turn Refuse(PlanEvent e, PlanDecision decision) =>
        decision is PlanDecision.Refused refused ? new Turn.Refused(e.GetType(), refused.Reason) : new Turn.AlreadySo();

    private static Turn.Accepted Accept(PlanCommit commit, PlanDecision.Accepted accepted, PlanEvent e, IReadOnlyList<Write> also)
    {
        var due = accepted.Item.NextDue == commit.Before?.Stored.Plan.NextDue ? null : accepted.Item.NextDue;
        return new Turn.Accepted(e.GetType(), [.. commit.Writes(accepted, e), .. also], accepted.Effects.Length > 0, due, commit.Key.Id);
    }
}
