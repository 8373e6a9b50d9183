using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>Carrying the plan out: reminders, higher costs, the end, and what flows back.</content>
public static partial class IdeaDecider
{
    private static IdeaDecision ChaseRealisation(Idea idea, IdeaEvent e, Released s, Circumstances c) =>
        s.Overdue || e.At >= s.RealiseBefore
            ? Stay(idea, e, s with { Chase = NextRealisationChase(s.Chase, e, c), Overdue = true },
                s.Overdue
                    ? [Mail(MailKind.RealisationOverdue, Addressee.Gebiedsregisseur)]
                    : [Mail(MailKind.RealisationReminder, Addressee.Submitter), Mail(MailKind.RealisationOverdue, Addressee.Gebiedsregisseur)])
            : Stay(idea, e, s with { Chase = NextRealisationChase(s.Chase, e, c) }, Mail(MailKind.RealisationReminder, Addressee.Submitter));

    private static Chase NextRealisationChase(Chase chase, IdeaEvent e, Circumstances c)
    {
        var next = chase;
        while (next.Next <= e.At)
            next = c.RealisationChase(chase.From, next.Sent + 1);
        return next;
    }

    private static IdeaDecision AskOverrun(Idea idea, OverrunAsked a, Released s, Circumstances c) =>
        a.Cost <= s.Amount ? Refuse(CostsWithinGrant)
        : s.Overrun is { } asked && asked.Cost == a.Cost && asked.Question == a.Question ? AlreadySo.Instance
        : Reasoned(a.Question, () => Stay(idea, a,
            s with { Overrun = new Overrun(a.Cost, a.Question, c.RegisseurChase(a.At)) },
            Mail(MailKind.OverrunQuestion, Addressee.Gebiedsregisseur)));

    private static IdeaDecision AnswerOverrun(Idea idea, OverrunAnswered a, Released s) =>
        s.Overrun is null ? Refuse(NothingAsked)
        : Reasoned(a.Answer, () => Stay(idea, a, s with { Overrun = null }, Mail(MailKind.OverrunAnswer, Addressee.Submitter)));

    private static IdeaDecision ChaseOverrun(Idea idea, IdeaEvent e, Released s, Overrun asked, Circumstances c) => Stay(idea, e,
        s with { Overrun = asked with { Chase = c.NextRegisseurChase(asked.Chase, e.At) } },
        Mail(MailKind.OverrunQuestion, Addressee.Gebiedsregisseur));

    /// <summary>What is left of the grant flows back. Costs above the grant are a question to staff, never an overspend.</summary>
    private static IdeaDecision Complete(Idea idea, PlanCompleted p, Released s) =>
        p.Cost > s.Amount ? Refuse(CostsAboveGrant)
        : p.Cost == s.Amount ? EndWith(idea, p, IdeaPhase.Completed, null, [Mail(MailKind.IdeaCompleted, Addressee.Submitter)], [])
        : FlowBack(idea, p, new Ended(IdeaPhase.Completed) { FlowsBack = s.Amount - p.Cost }, Mail(MailKind.IdeaCompleted, Addressee.Submitter));

    private static IdeaDecision GiveBack(Idea idea, MoneyGivenBack g, Released s) => Reasoned(g.Reason, () => FlowBack(
        idea, g, new Ended(IdeaPhase.GivenBack, g.Reason) { FlowsBack = s.Amount },
        Mail(MailKind.PlanGivenBack, Addressee.Submitter), Mail(MailKind.PlanGivenBack, Addressee.Gebiedsregisseur)));

    /// <summary>The money can be granted again at once; staff collect it.</summary>
    private static IdeaDecision FlowBack(Idea idea, IdeaEvent e, Ended ended, params ImmutableArray<IdeaEffect> mails) => To(
        idea, e, ended,
        [.. mails, Mail(MailKind.MoneyFlowsBack, Addressee.Staff), new IdeaEffect.OfferMoney()],
        [new LedgerEntry.GiveBack(ended.FlowsBack, idea.Id)]);
}
