using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;
using static Smederijen.Domain.Plans.PlanState;

namespace Smederijen.Domain.Plans;

/// <content>The people who carry and support the plan, what they tell, and what they want to reach by when.</content>
public static partial class PlanDecider
{
    /// <summary>How long somebody who left can come back without asking; until then the row is kept and shown to nobody.</summary>
    public static readonly TimeSpan TimeToTakeBack = TimeSpan.FromDays(1);

    private const int ComparedAtOnce = 10;

    private static PlanDecision Confirm(Plan plan, PlanEvent e, AwaitingConfirmation s, PlanCircumstances c) =>
        To(
            plan with { Group = plan.Group.With(s.Role, 1), Check = c.Check(e.At) }, e, new Underway(),
            [.. Opened(), .. SharedWithAll(plan)]);

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
    private static PlanDecision Leave(Plan plan, Group left, params ImmutableArray<PlanEffect> also) => Stay(
        plan with { Group = left }, plan.State,
        left.Size == 0 ? [new Tell(PlanMailKind.GroupIsEmpty, PlanAddressee.Gebiedsregisseur), .. also] : also);

    /// <summary>Who left and does not take it back. What was stored by an earlier release names nobody: that row was gone at once.</summary>
    private static IEnumerable<PlanEffect> Forgotten(MemberLeft l) =>
        l.Key.Length > 0 ? [new ForgetPerson(PlanAddressee.Member(l.Key), l.At + TimeToTakeBack)] : [];

    /// <summary>
    /// No number of supporters begins anything here, so they are laid side by side as they come: each of the first few, and then some at a time,
    /// because it reads all of them. Once more when the stuurgroep is asked, which weighs the support.
    /// </summary>
    private static Accepted Support(Plan plan) => Stay(
        plan, plan.State, plan.Supporters <= ComparedAtOnce || plan.Supporters % ComparedAtOnce == 0 ? [new CompareSupporters()] : []);

    /// <summary>Supporters who were found alike may be alike no longer.</summary>
    private static ImmutableArray<PlanEffect> CompareAgain(Plan plan) => plan.Alike > 0 ? [new CompareSupporters()] : [];

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
        (PlanPerson.Supporter, not Ended) => Stay(Counted(plan, p.Smederij, -1), plan.State, CompareAgain(plan)),
        (PlanPerson.Supporter, _) => Stay(plan, plan.State, CompareAgain(plan)),
        _ => Stay(plan, plan.State),
    });

    /// <summary>
    /// The rows change in the same commit. Who has another mailbox now hears so there, and gets what waits for them: the link that went before
    /// is void.
    /// </summary>
    private static PlanDecision Correct(Plan plan, PersonCorrected p, PlanCircumstances c) => Reasoned(p.Reason, () =>
        Stay(plan, plan.State,
        [
            .. p is { NewAddress: true, To: { } to }
                ? (PlanEffect[])[new Tell(PlanMailKind.AddressCorrected, to), .. WaitingFor(plan, p, to, c)] : [],
            .. p.Who == PlanPerson.Supporter ? CompareAgain(plan) : [],
        ]));

    /// <summary>Who still has to confirm is forgotten when that does not happen.</summary>
    private static IEnumerable<PlanEffect> WaitingFor(
        Plan plan, PersonCorrected p, PlanAddressee to, PlanCircumstances c) => (p.Who, plan.State) switch
    {
        (_, Ended) => [],
        (_, AwaitingConfirmation) => to.Role == PlanRole.Member ? [new Tell(PlanMailKind.ConfirmPlan, to)] : [],
        (PlanPerson.Unconfirmed, _) => ToConfirm(
            plan, p, to.Role == PlanRole.Supporter ? PlanMailKind.ConfirmSupport : PlanMailKind.ConfirmMembership, to, c).Effects,
        (PlanPerson.PartnerContact, _) => plan.FindPartner(to.Key) is { IsAnswerOpen: true } ? [new Tell(PlanMailKind.PartnerAsked, to)] : [],
        _ => [],
    };

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
