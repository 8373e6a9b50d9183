using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;
using static Smederijen.Domain.Plans.PlanState;

namespace Smederijen.Domain.Plans;

/// <content>The moments at which the stuurgroep judges the plan, and the end.</content>
public static partial class PlanDecider
{
    private static PlanDecision NameMoment(Plan plan, MomentNamed m, PlanCircumstances c) => plan.FindMoment(m.Moment) switch
    {
        null when plan.Moments.Length >= Most => Refuse(TooMany),
        { } known when known.Name == m.Name && known.On == m.On => AlreadySo.Instance,
        { Asked: > 0 } => Refuse(MomentIsAsked),
        _ when m.On < Amsterdam.DateOf(m.At) => Refuse(DayHasPassed),
        null => News(plan with { Moments = plan.Moments.Add(new DecisionMoment(m.Moment, m.Name, m.On)) }, m, c),
        var known =>
            Reasoned(m.Reason, () => News(plan with { Moments = Replaced(plan.Moments, known, known with { Name = m.Name, On = m.On }) }, m, c)),
    };

    /// <summary>What the stuurgroep looked at stays; a moment that nobody asked about may go.</summary>
    private static PlanDecision Drop(Plan plan, MomentDropped m) => plan.FindMoment(m.Moment) switch
    {
        null => AlreadySo.Instance,
        { Asked: > 0 } => Refuse(MomentIsAsked),
        var known => Reasoned(m.Reason, () => Stay(plan with { Moments = plan.Moments.Remove(known) }, plan.State)),
    };

    private static PlanDecision Ask(Plan plan, PlanEvent e, string id) => plan.FindMoment(id) switch
    {
        null => Refuse(UnknownMoment),
        { IsSettled: true } => Refuse(MomentIsSettled),
        var moment => To(
            plan with { Moments = Replaced(plan.Moments, moment, moment with { Asked = moment.Asked + 1 }) }, e, new AwaitingStuurgroep(id),
            [new AskStuurgroep(id, moment.Asked + 1), .. ToAll(PlanMailKind.DecisionAsked), new CompareSupporters()]),
    };

    /// <summary>Null when it is this asking that waits for an answer now.</summary>
    private static PlanDecision? Asked(Plan plan, string moment, int ask) =>
        (plan.FindMoment(moment)?.Asked ?? 0) is var asked && plan.State is AwaitingStuurgroep open && open.Moment == moment && asked == ask ? null
        : ask <= asked ? AlreadySo.Instance
        : Refuse(NotAsked);

    private static PlanDecision Judged(Plan plan, StuurgroepDecided d, PlanCircumstances c)
    {
        var moment = plan.FindMoment(d.Moment)!;
        var judged = plan with
        {
            Moments = Replaced(plan.Moments, moment, moment with { Judged = new StuurgroepJudgement(d.Outcome, d.Reasons, d.At) }),
            Check = c.Check(d.At),
        };
        return d.Outcome switch
        {
            StuurgroepOutcome.GoOn => To(judged, d, new Underway(), ToAll(PlanMailKind.StuurgroepDecided)),
            StuurgroepOutcome.Change => To(judged, d, new BackAtGroup(d.Moment), ToAll(PlanMailKind.StuurgroepDecided)),
            _ => End(judged, d, PlanPhase.Stopped, d.Reasons, ToAll(PlanMailKind.StuurgroepDecided)),
        };
    }

    /// <summary>A plan is done when the stuurgroep has settled every moment that it names.</summary>
    private static PlanDecision Complete(Plan plan, Completed x) => Reasoned(x.Text, () =>
        plan.Moments.Any(moment => !moment.IsSettled) ? Refuse(MomentsAreOpen)
        : End(plan, x, PlanPhase.Completed, [x.Text], ToAll(PlanMailKind.PlanCompleted)));
}
