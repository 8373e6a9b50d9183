using static Smederijen.Domain.Decision<Smederijen.Domain.Plans.Plan, Smederijen.Domain.Plans.PlanEffect, Smederijen.Domain.Plans.PlanRefusal>;
using static Smederijen.Domain.Plans.PlanEffect;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Plans.PlanRefusal;
using static Smederijen.Domain.Plans.PlanState;

namespace Smederijen.Domain.Plans;

/// <summary>
/// The whole judgement over one plan: every state answers every event. Each arm is one expression; the helpers stand in the
/// other parts of this class. <c>docs/plan-states.md</c> is printed from this code.
/// </summary>
public static partial class PlanDecider
{
    /// <summary>The first decision about a plan with a form of its own: the submitter is the first member, once confirmed.</summary>
    /// <param name="member">The key of the submitter among the members.</param>
    public static PlanDecision Submit(string id, Submitted e, string member, PlanCircumstances c) =>
        c.Settings.Closed ? Refuse(SmederijClosed)
        : e.Cost == Euro.Zero ? Refuse(NoCost)
        : new Accepted(
            New(id, e.Cost, new AwaitingConfirmation(e.Role, TimeToConfirm(e, c)), e.At, c) with { Shared = SharesOf(e, c) },
            [new Tell(PlanMailKind.ConfirmPlan, PlanAddressee.Member(member))]);

    /// <summary>The first decision about a plan that was an idea: its submitter, who confirmed before, is the first member.</summary>
    public static Accepted Open(string idea, OpenedFromIdea e, PlanCircumstances c) => new(
        New(idea, e.Cost, new Underway(), e.At, c) with { Idea = idea, Group = new Group(Residents: 1), Supporters = e.Supporters },
        [.. Opened(), new CompareSupporters()]);

    /// <summary>The answer of a plan to an event, in the light of the settings.</summary>
    public static PlanDecision Decide(Plan plan, PlanEvent e, PlanCircumstances c) => WithRetention(plan, Judge(plan, e, c), c);

    private static Term TimeToConfirm(Submitted e, PlanCircumstances c) => new(Term.OfDays(e.At, c.Settings.Terms.ConfirmationDays).Until, null);

    private static PlanDecision Judge(Plan plan, PlanEvent e, PlanCircumstances c) => (plan.State, e) switch
    {
        // The clock: what is not due does not matter.
        (_, TermPassed) when plan.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        (AwaitingConfirmation, TermPassed) => End(plan, e, PlanPhase.NeverConfirmed, []),
        (Ended s, TermPassed) => Stay(plan, s with { EraseAt = null }, new ForgetEverybody()),
        (_, TermPassed) => LetTimePass(plan, e, c),

        // Being forgotten, notes and letters on paper, in any state; a note goes with the people, so none comes after them.
        (Ended { EraseAt: null }, NoteWritten) => Refuse(PlanHasEnded),
        (_, PersonErased p) => Erase(plan, p),
        (_, PersonCorrected p) => Correct(plan, p, c),
        (_, NoteWritten) => Stay(plan, plan.State),
        (_, SentByLetter l) => Reasoned(l.Reason, () => Stay(plan, plan.State)),

        // What everybody sees, also after the end.
        (_, PartHidden { Part: Ideas.IdeaEvent.Whole } h) => Reasoned(h.Reason, () => plan.Hidden is not null ? AlreadySo.Instance
            : Tell(plan with { Hidden = new Ideas.Hiding(h.At, h.Reason) }, PlanMailKind.PlanHidden)),
        (_, PartRestored { Part: Ideas.IdeaEvent.Whole } r) => Reasoned(r.Reason, () => plan.Hidden is null ? AlreadySo.Instance
            : Tell(plan with { Hidden = null }, PlanMailKind.PlanShownAgain)),
        (_, PartHidden h) =>
            Reasoned(h.Reason, () => Tell(plan with { PartsHidden = HiddenParts.With(plan.PartsHidden, h.Part) }, PlanMailKind.PartHidden)),
        (_, PartRestored r) =>
            Reasoned(r.Reason, () => Stay(plan with { PartsHidden = HiddenParts.Without(plan.PartsHidden, r.Part) }, plan.State)),

        // What staff look at, also after the end.
        (_, SupportCompared x) => x.Alike == plan.Alike ? AlreadySo.Instance : new Accepted(plan with { Alike = x.Alike }, [], [], Logged: false),

        // How it came in.
        (_, Submitted or OpenedFromIdea) => AlreadySo.Instance,

        // A final state stays as it is.
        (Ended s, Completed) => s.Outcome == PlanPhase.Completed ? AlreadySo.Instance : Refuse(PlanHasEnded),
        (Ended s, Stopped) => s.Outcome == PlanPhase.Stopped ? AlreadySo.Instance : Refuse(PlanHasEnded),
        (Ended, StuurgroepDecided or DecisionLapsed) => AlreadySo.Instance,
        (Ended, MemberLeft l) => Stay(plan, plan.State, [.. Forgotten(l)]),
        (Ended, MemberStayed) => Stay(plan, plan.State),
        (Ended, _) => Refuse(PlanHasEnded),

        // Confirmation.
        (AwaitingConfirmation s, SubmissionConfirmed) => Confirm(plan, e, s, c),
        (AwaitingConfirmation, ConfirmationAsked a) => new Accepted(
            plan, [new Tell(PlanMailKind.ConfirmPlan, PlanAddressee.Member(a.Key))], [], Logged: false),
        (AwaitingConfirmation, _) => Refuse(MailNotConfirmed),
        (_, SubmissionConfirmed or ConfirmationAsked) => AlreadySo.Instance,

        // The working group.
        (_, MemberInvited i) => Invite(plan, i, c),
        (_, MemberJoined) when plan.Hidden is not null => Refuse(PlanIsHidden),
        (_, MemberJoined j) => News(plan with { Group = plan.Group.With(j.Role, 1) }, e, c),
        (_, MemberLeft l) => Leave(plan, plan.Group.With(l.Role, -1), [.. Forgotten(l)]),
        (_, MemberStayed s) => Stay(plan with { Group = plan.Group.With(s.Role, 1) }, plan.State),
        (_, NewsPosted) => News(plan, e, c),
        (_, CostEstimated x) => Estimate(plan, x, c),

        // Support of residents.
        (_, SupportOffered or SupportConfirmed) when plan.Hidden is not null => Refuse(PlanIsHidden),
        (_, SupportOffered o) => Offer(plan, o, c),
        (_, SupportConfirmed { Smederij: { } theirs }) when plan.ShareOf(theirs) is null => Refuse(NotTheirPlan),
        (_, SupportConfirmed s) => Support(Counted(plan, s.Smederij, 1)),

        // The Smederijen that it belongs to.
        (_, SmederijAdded a) => Add(plan, a, c),
        (_, SmederijDropped d) => Drop(plan, d),

        // Milestones.
        (_, MilestoneSet m) => SetMilestone(plan, m, c),
        (_, MilestoneReached m) => Reach(plan, m, c),
        (_, MilestoneDropped m) => Drop(plan, m, c),

        // Partners and money.
        (_, PartnerAsked p) => AskPartner(plan, p, c),
        (_, RoundIdeaLinked l) => Link(plan, l, c),
        (_, PartnerDropped d) => Drop(plan, d),
        (_, PartnerSpoke s) => Speak(plan, s, c),
        (_, MoneyPromised m) => Promise(plan, m, c),
        (_, MoneyRefused m) => RefuseMoney(plan, m, c),
        (_, MoneyReceived m) => Receive(plan, m, c),

        // Moments of decision.
        (_, MomentNamed m) => NameMoment(plan, m, c),
        (_, MomentDropped m) => Drop(plan, m),
        (AwaitingStuurgroep s, DecisionAsked a) => s.Moment == a.Moment ? AlreadySo.Instance : Refuse(StuurgroepIsDeciding),
        (BackAtGroup s, DecisionAsked a) => s.Moment == a.Moment ? Reasoned(a.Text, () => Ask(plan, a, a.Moment)) : Refuse(ChangeFirst),
        (_, DecisionAsked a) => Ask(plan, a, a.Moment),
        (_, StuurgroepDecided d) => Asked(plan, d.Moment, d.Ask) ?? Judged(plan, d, c),
        (_, DecisionLapsed l) => Asked(plan, l.Moment, l.Ask) ?? To(plan, e, new Underway(), ToAll(PlanMailKind.DecisionLapsed)),

        // The end.
        (AwaitingStuurgroep, Completed or Stopped) => Refuse(StuurgroepIsDeciding),
        (_, Completed x) => Complete(plan, x),
        (_, Stopped x) => Reasoned(x.Reason, () => End(plan, e, PlanPhase.Stopped, [x.Reason], ToAll(PlanMailKind.PlanStopped))),

        // Staff.
        (_, Paused p) => Pause(plan, p),
        (_, Resumed r) => Resume(plan, r, c),
        (AwaitingStuurgroep, ReminderAsked) => Refuse(StuurgroepIsDeciding),
        (_, ReminderAsked r) => plan.Group.Size == 0 ? Refuse(NobodyToRemind)
            : Reasoned(r.Reason, () => Stay(plan, plan.State, new Tell(PlanMailKind.HowIsItGoing, PlanAddressee.WorkingGroup))),

        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };
}
