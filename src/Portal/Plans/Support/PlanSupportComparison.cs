using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Support;

namespace Smederijen.Portal.Plans.Support;

/// <summary>Lays the supporters of a plan side by side, with those of the idea that it was, so that staff are told how many are alike.</summary>
public sealed class PlanSupportComparison(PlanItems plans, UnreadableRows unreadable)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<PlanSupportComparison, PlanEffect.CompareSupporters>((x, key, _, cancellation) => x.Compare(PlanKey.Of(key), cancellation)),
        Deed.Of<PlanSupportComparison, IdeaEffect.ComparePlan>(
            (x, key, _, cancellation) => x.Compare(new PlanKey(key.Smederij, key.Item), cancellation)),
    ];

    /// <summary>Everybody whose support counts.</summary>
    public async Task<IReadOnlyList<Person>> Supporters(PlanKey key, Plan plan, CancellationToken cancellation = default)
    {
        var here = await unreadable.All(key.Smederij, PlanKeys.Supporters(key.Id), WorkJson.Default.Person, cancellation);
        var before = plan.Idea is { } idea
            ? await unreadable.All(key.Smederij, IdeaKeys.Supporters(idea), WorkJson.Default.Person, cancellation) : [];
        return [.. before.Concat(here).Where(person => person.Confirmed)];
    }

    /// <summary>May be called again after a crash: what was so already is not written again.</summary>
    public async Task Compare(PlanKey key, CancellationToken cancellation = default)
    {
        if (await plans.Load(key, cancellation) is not { Item: var plan })
            return;
        var alike = Lookalikes.Count(Lookalikes.Among(await Supporters(key, plan, cancellation)));
        if (alike != plan.Alike)
            await plans.Handle(
                key, Lookalikes.CommandFor(key, plan.Revision, alike), at => new PlanEvent.SupportCompared(at, alike), cancellation: cancellation);
    }
}
