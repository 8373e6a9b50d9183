using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanState;

namespace Smederijen.Domain.Plans;

/// <content>The few shapes that a decision takes.</content>
public static partial class PlanDecider
{
    /// <summary>More of one kind than this are no plan any more, and would not fit into one row of the store.</summary>
    private const int Most = 60;

    private static Plan New(string id, Euro cost, PlanState state, DateTimeOffset at, PlanCircumstances c) =>
        new(id, c.Settings.Version, cost, state, at, new Group(), [], [new DecisionMoment("start", "Start")], [], c.Check(at), Revision: 1);

    private static PlanDecision Refuse(PlanRefusal reason) => new Refused(reason);

    private static PlanDecision Reasoned(string? reason, Func<PlanDecision> decide) =>
        string.IsNullOrWhiteSpace(reason) ? Refuse(PlanRefusal.ReasonMissing) : decide();

    /// <summary>Into another state, from now on.</summary>
    private static Accepted To(Plan plan, PlanEvent e, PlanState state, params ImmutableArray<PlanEffect> effects) =>
        new(plan with { State = state, Since = e.At, Revision = plan.Revision + 1, PausedAt = state is Ended ? null : plan.PausedAt }, effects);

    private static Accepted Stay(Plan plan, PlanState state, params ImmutableArray<PlanEffect> effects) =>
        new(plan with { State = state, Revision = plan.Revision + 1 }, effects);

    /// <summary>Something was heard of the plan: nobody has to ask how it goes for a while, nor after what passed its day.</summary>
    private static Accepted News(Plan plan, PlanEvent e, PlanCircumstances c, params ImmutableArray<PlanEffect> effects) => Stay(
        plan with
        {
            Check = c.Check(e.At),
            Milestones =
                [.. plan.Milestones.Select(milestone => milestone.Silence is null ? milestone : milestone with { Silence = c.Silence(e.At) })],
        },
        plan.State, effects);

    private static Accepted End(Plan plan, PlanEvent e, PlanPhase outcome,
        ImmutableArray<string> reasons, params ImmutableArray<PlanEffect> effects) => To(
        plan, e, new Ended(outcome, reasons),
        plan.Idea is { } idea
            ? [.. effects,
                new EndIdea(idea, outcome == PlanPhase.Completed ? LongTrackOutcome.Complete : LongTrackOutcome.Stop, string.Join(" ", reasons))]
            : effects);

    /// <summary>Of whose plan something is hidden, or can be read again, hears it. Who never confirmed, or is forgotten, is told nothing.</summary>
    private static Accepted Tell(Plan plan, PlanMailKind news) =>
        Stay(plan, plan.State, plan.State is AwaitingConfirmation or Ended { EraseAt: null } ? [] : ToAll(news));

    /// <summary>To everybody who guides or carries the plan.</summary>
    private static ImmutableArray<PlanEffect> ToAll(PlanMailKind kind) =>
        [new Tell(kind, PlanAddressee.WorkingGroup), new Tell(kind, PlanAddressee.Gebiedsregisseur)];

    private static ImmutableArray<PlanEffect> Opened() => ToAll(PlanMailKind.PlanOpened);

    /// <summary>Whatever makes a plan end, its people are kept for the same time after it.</summary>
    private static PlanDecision WithRetention(Plan before, PlanDecision decision, PlanCircumstances c) =>
        before.State is not Ended && decision is Accepted { Item: { State: Ended ended } plan } accepted
            ? accepted with { Item = plan with { State = ended with { EraseAt = Terms.MonthsAfter(plan.Since, c.Settings.Terms.RetentionMonths) } } }
            : decision;

    private static ImmutableArray<T> Replaced<T>(ImmutableArray<T> all, T before, T after) where T : class => all.Replace(before, after);
}
