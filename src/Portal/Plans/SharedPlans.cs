namespace Smederijen.Portal.Plans;

/// <summary>Keeps the rows that put a plan on the lists of the other Smederijen that it belongs to.</summary>
public sealed class SharedPlans(IEntityStore store, PlanItems plans)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<SharedPlans, PlanEffect.ListIn>((x, key, list, cancellation) => x.List(PlanKey.Of(key), list.Smederij, cancellation)),
    ];

    /// <summary>As the plan is now: done twice, or late, it is right all the same.</summary>
    public async Task List(PlanKey plan, string smederij, CancellationToken cancellation = default)
    {
        var belongs = (await plans.Load(plan, cancellation))?.Item.ShareOf(smederij) is not null;
        var row = PlanKeys.Shared(plan);
        var known = await store.Get(smederij, row, cancellation);
        if (belongs && known is null)
            await store.Commit(smederij, [new Write.Put(row, plan.Id)], cancellation);
        else if (!belongs && known is not null)
            await store.Commit(smederij, [new Write.Delete(row, known.ETag)], cancellation);
    }
}
