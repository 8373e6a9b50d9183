using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;

namespace Smederijen.Domain.Plans;

/// <content>
/// A plan of several Smederijen. It lies in one of them, whose rules and gebiedsregisseur guide it; residents of each support it, and ideas of each
/// ask the rounds of their own Smederij for a part of the money.
/// </content>
public static partial class PlanDecider
{
    private static ImmutableArray<PlanShare>? SharesOf(Submitted e, PlanCircumstances c) =>
        e.Others is { } others && others.Where(other => other != c.Settings.Id).Distinct().ToImmutableArray() is { Length: > 0 } shared
            ? [.. shared.Select(other => new PlanShare(other))] : null;

    /// <summary>The whole municipality is all of its Smederijen by name, so there is no limit to how many.</summary>
    private static PlanDecision Add(Plan plan, SmederijAdded a, PlanCircumstances c) =>
        a.Smederij == c.Settings.Id || plan.ShareOf(a.Smederij) is not null ? AlreadySo.Instance
        : News(
            plan with { Shared = plan.Shares.Add(new PlanShare(a.Smederij)) }, a, c,
            new ListIn(a.Smederij), new Tell(PlanMailKind.PlanShared, PlanAddressee.GebiedsregisseurOf(a.Smederij)));

    /// <summary>Who counted is not made uncounted: a Smederij stays once its residents support the plan, or its money is asked.</summary>
    private static PlanDecision Drop(Plan plan, SmederijDropped d) => plan.ShareOf(d.Smederij) switch
    {
        null => AlreadySo.Instance,
        { Supporters: > 0 } => Refuse(SmederijTakesPart),
        _ when plan.Partners.Any(partner => partner.Smederij == d.Smederij) => Refuse(SmederijTakesPart),
        var known => Reasoned(d.Reason, () => Stay(
            plan with { Shared = plan.Shares.Length == 1 ? null : plan.Shares.Remove(known) }, plan.State, new ListIn(d.Smederij))),
    };

    /// <summary>Residents of each find it on their own page; who guides several hears it once.</summary>
    private static IEnumerable<PlanEffect> SharedWithAll(Plan plan) => plan.Shares.IsEmpty ? []
        : [
            .. plan.Shares.Select(share => new ListIn(share.Smederij)),
            new Tell(PlanMailKind.PlanShared, PlanAddressee.OtherGebiedsregisseurs),
        ];

    /// <param name="smederij">Where they live; null for the Smederij that the plan lies in.</param>
    private static Plan Counted(Plan plan, string? smederij, int more)
    {
        var counted = plan with { Supporters = Math.Max(0, plan.Supporters + more) };
        return plan.ShareOf(smederij) is { } share
            ? counted with { Shared = plan.Shares.Replace(share, share with { Supporters = Math.Max(0, share.Supporters + more) }) }
            : counted;
    }
}
