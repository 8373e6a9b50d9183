using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;

namespace Smederijen.Domain.Plans;

/// <content>Standing still: a plan can have to wait for years, for a permit or for land, without anybody being late.</content>
public static partial class PlanDecider
{
    /// <summary>The clock of this plan stops: nobody is reminded and nothing is late. What people do still counts.</summary>
    private static PlanDecision Pause(Plan plan, Paused p) => Reasoned(p.Reason, () =>
        plan.PausedAt is not null ? AlreadySo.Instance : Stay(plan with { PausedAt = p.At }, plan.State));

    /// <summary>The clock runs again; what was to be reached or asked by a day moves by as many days as the plan stood still.</summary>
    private static PlanDecision Resume(Plan plan, Resumed r, PlanCircumstances c) => Reasoned(r.Reason, () =>
        plan.PausedAt is not { } since ? Refuse(NotPaused)
            : News(Shifted(plan, Amsterdam.DateOf(r.At).DayNumber - Amsterdam.DateOf(since).DayNumber), r, c));

    private static Plan Shifted(Plan plan, int days) => plan with
    {
        PausedAt = null,
        Milestones =
            [.. plan.Milestones.Select(milestone => milestone.Done is null ? milestone with { Due = milestone.Due.AddDays(days) } : milestone)],
        Moments = [.. plan.Moments.Select(moment => moment is { On: { } on, Asked: 0 } ? moment with { On = on.AddDays(days) } : moment)],
    };
}
