using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;
using static Smederijen.Domain.Plans.PlanState;

namespace Smederijen.Domain.Plans;

/// <content>The people who carry and support the plan, what they tell, and what they want to reach by when.</content>
public static partial class PlanDecider
{
    private static PlanDecision Confirm(Plan plan, PlanEvent e, AwaitingConfirmation s, PlanCircumstances c) =>
        To(plan with { Group = plan.Group.With(s.Role, 1), Check = c.Check(e.At) }, e, new Underway(), Opened());

    private static PlanDecision Invite(Plan plan, MemberInvited i, PlanCircumstances c) =>
        plan.Group.Size >= Most ? Refuse(TooMany)
        : ToConfirm(plan, i, PlanMailKind.ConfirmMembership, PlanAddressee.Member(i.Key), c);

    private static PlanDecision Offer(Plan plan, SupportOffered o, PlanCircumstances c) =>
        ToConfirm(plan, o, PlanMailKind.ConfirmSupport, PlanAddressee.Supporter(o.Key), c);

    /// <summary>Nothing of it stays in the log; who does not confirm in time is forgotten.</summary>
    private static Accepted ToConfirm(Plan plan, PlanEvent e, PlanMailKind mail, PlanAddressee who, PlanCircumstances c) => new(
        plan,
        [new Tell(mail, who), new ForgetPerson(who, Terms.DaysAfter(e.At, c.Settings.Terms.ConfirmationDays))],
        [], Logged: false);

    /// <summary>A plan that nobody carries any more is with the gebiedsregisseur.</summary>
    private static PlanDecision Leave(Plan plan, Group left) => Stay(
        plan with { Group = left }, plan.State,
        left.Size == 0 ? [new Tell(PlanMailKind.GroupIsEmpty, PlanAddressee.Gebiedsregisseur)] : []);

    private static PlanDecision Estimate(Plan plan, CostEstimated x, PlanCircumstances c) => Reasoned(x.Reason, () =>
        x.Cost == Euro.Zero ? Refuse(NoCost)
        : x.Cost == plan.Cost ? AlreadySo.Instance
        : News(plan with { Cost = x.Cost }, x, c));

    private static PlanDecision SetMilestone(Plan plan, MilestoneSet m, PlanCircumstances c) => plan.FindMilestone(m.Milestone) switch
    {
        null when plan.Milestones.Length >= Most => Refuse(TooMany),
        { Done: not null } => Refuse(MilestoneIsReached),
        { } known when known.What == m.What && known.Due == m.Due => AlreadySo.Instance,
        _ when m.Due < Amsterdam.DateOf(m.At) => Refuse(DayHasPassed),
        null => News(plan with { Milestones = plan.Milestones.Add(new Milestone(m.Milestone, m.What, m.Due)) }, m, c),
        var known => Reasoned(m.Reason, () => News(
            plan with { Milestones = Replaced(plan.Milestones, known, known with { What = m.What, Due = m.Due, Silence = null }) }, m, c)),
    };

    private static PlanDecision Reach(Plan plan, MilestoneReached m, PlanCircumstances c) => plan.FindMilestone(m.Milestone) switch
    {
        null => Refuse(UnknownMilestone),
        { Done: not null } => AlreadySo.Instance,
        _ when m.On > Amsterdam.DateOf(m.At) => Refuse(DayToCome),
        var known => News(plan with { Milestones = Replaced(plan.Milestones, known, known with { Done = m.On, Silence = null }) }, m, c),
    };

    private static PlanDecision Drop(Plan plan, MilestoneDropped m, PlanCircumstances c) => plan.FindMilestone(m.Milestone) switch
    {
        null => AlreadySo.Instance,
        { Done: not null } => Refuse(MilestoneIsReached),
        var known => Reasoned(m.Reason, () => News(plan with { Milestones = plan.Milestones.Remove(known) }, m, c)),
    };

    /// <summary>
    /// The rows go in the same commit as this event. Support that was counted falls away, or the same person could be counted
    /// twice; what a partner said stays its organisation's.
    /// </summary>
    private static PlanDecision Erase(Plan plan, PersonErased p) => Reasoned(p.Reason, () => (p.Who, plan.State) switch
    {
        (PlanPerson.Member, not (Ended or AwaitingConfirmation)) => Leave(plan, plan.Group.With(p.Role, -1)),
        (PlanPerson.Supporter, not Ended) => Stay(plan with { Supporters = Math.Max(0, plan.Supporters - 1) }, plan.State),
        _ => Stay(plan, plan.State),
    });

    /// <summary>All that is due at this moment, at once: what passed its day, the question how it goes, and a moment of decision.</summary>
    private static PlanDecision LetTimePass(Plan plan, PlanEvent e, PlanCircumstances c)
    {
        var late = plan.Milestones.Any(milestone => milestone.NextDue <= e.At);
        var check = plan.Check.Next <= e.At;
        var told = plan with
        {
            Milestones =
                [.. plan.Milestones.Select(milestone =>
                milestone.NextDue <= e.At ? milestone with { Silence = SilenceOf(milestone, e, c) } : milestone)],
            Check = check ? c.NextCheck(plan.Check, e.At) : plan.Check,
        };
        ImmutableArray<PlanEffect> effects = [.. late ? ToAll(PlanMailKind.MilestonePassed) : [], .. check ? ToAll(PlanMailKind.HowIsItGoing) : []];
        return plan.State is Underway && plan.Moments.FirstOrDefault(moment => moment.ComesAt <= e.At) is { } moment
            && Ask(told, e, moment.Id) is Accepted asked
            ? asked with { Effects = [.. effects, .. asked.Effects] }
            : Stay(told, plan.State, effects);
    }

    private static Chase SilenceOf(Milestone milestone, PlanEvent e, PlanCircumstances c) =>
        milestone.Silence is { } silence ? c.NextSilence(silence, e.At) : c.Silence(e.At);
}
