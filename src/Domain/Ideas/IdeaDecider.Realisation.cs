using static Smederijen.Domain.Decision<Smederijen.Domain.Ideas.Idea, Smederijen.Domain.Ideas.IdeaEffect, Smederijen.Domain.Ideas.Refusal>;
using static Smederijen.Domain.Ideas.IdeaEvent;
using static Smederijen.Domain.Ideas.IdeaState;
using static Smederijen.Domain.Ideas.Refusal;

namespace Smederijen.Domain.Ideas;

/// <content>Carrying the plan out: reminders, higher costs, the end, and what has to come back.</content>
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

    /// <summary>
    /// What the plan cost is paid, and no more: the rest waits for two people, and what was paid too much flows back. Costs above the grant are a
    /// question to staff, never an overspend.
    /// </summary>
    private static IdeaDecision Complete(Idea idea, PlanCompleted p, Released s, Circumstances c) =>
        p.Cost > s.Amount ? Refuse(CostsAboveGrant)
        : p.Cost > s.Part.Amount ? AwaitRest(idea, p, s, c)
        : AskBack(
            idea, p, new(s.Period, s.Rest, [s.Part]), new Ended(IdeaPhase.Completed) { FlowsBack = s.Part.Amount - p.Cost }, c,
            Mail(MailKind.IdeaCompleted, Addressee.Submitter));

    /// <summary>Two people look at the costs and the receipts. What the plan does not need of its reservation is for other ideas.</summary>
    private static IdeaDecision AwaitRest(Idea idea, PlanCompleted p, Released s, Circumstances c)
    {
        var (rest, chase, isKnown) = (p.Cost - s.Part.Amount, c.ReleaseChase(p.At), s.Account is not null);
        return To(
            idea, p,
            new Granted(
                rest, s.Period, isKnown ? new Term(chase.Next, null) : Term.OfDays(p.At, c.Settings.Terms.AccountDays), isKnown,
                Chase: isKnown ? chase : null, AccountCorrections: s.Payment, Account: s.Account, Done: new([s.Part])),
            [
                Mail(MailKind.IdeaCompleted, Addressee.Submitter),
                isKnown ? Mail(MailKind.ReleaseRequest, Addressee.Staff) : Mail(MailKind.AccountReminder, Addressee.Submitter),
                .. AfterFreeing(s.Rest - rest),
            ],
            Freed(s.Rest - rest, idea));
    }

    private static IdeaDecision GiveBack(Idea idea, MoneyGivenBack g, Released s, Circumstances c) => Reasoned(g.Reason, () => AskBack(
        idea, g, new(s.Period, s.Rest, [s.Part]), new Ended(IdeaPhase.GivenBack, g.Reason) { FlowsBack = s.Part.Amount }, c,
        Mail(MailKind.PlanGivenBack, Addressee.Submitter), Mail(MailKind.PlanGivenBack, Addressee.Gebiedsregisseur)));

    private static ImmutableArray<LedgerEntry> Freed(Euro amount, Idea idea) =>
        amount > Euro.Zero ? [new LedgerEntry.Free(amount, idea.Id)] : [];

    private static ImmutableArray<IdeaEffect> AfterFreeing(Euro amount) => amount > Euro.Zero ? [new IdeaEffect.OfferMoney()] : [];

    /// <summary>The money of an idea at the end: what is still reserved for it, and what was released.</summary>
    private sealed record Held(string Period, Euro Reserved, ImmutableArray<PaidPart> Paid);

    /// <summary>
    /// What is reserved is for other ideas, and what was paid too much comes back. Nobody can spend that before it is here; staff see to it that it
    /// comes. Who has none of it yet is not asked for it: the payment is called off, and only if the bank pays all the same it has to come back.
    /// </summary>
    private static IdeaDecision AskBack(
        Idea idea, IdeaEvent e, Held money, Ended ended, Circumstances c, params ImmutableArray<IdeaEffect> mails)
    {
        if (ended.FlowsBack == Euro.Zero)
            return To(idea, e, ended, [.. mails, .. AfterFreeing(money.Reserved)], Freed(money.Reserved, idea));
        var chase = c.RefundChase(e.At);
        var isToStop = ended.FlowsBack == PaidPart.SumOf(money.Paid) && money.Paid.All(part => part is { Number: > 0, On: null });
        var why = ended.Reasons is [var first, ..] ? first : "Het idee is gestopt.";
        return To(
            idea, e,
            ended with
            {
                Refund = new Refund(
                    ended.FlowsBack, money.Period, chase.Next, chase,
                    PaidOn: money.Paid.Min(part => part.On) ?? Amsterdam.DateOf(idea.Since), PaymentStops: isToStop),
            },
            [
                .. mails, Mail(MailKind.MoneyFlowsBack, Addressee.Staff),
                .. isToStop ? money.Paid.Select(IdeaEffect (part) => new IdeaEffect.CancelPayment(part.Number, why))
                    : [Mail(MailKind.MoneyFlowsBack, Addressee.Submitter)],
                .. AfterFreeing(money.Reserved),
            ],
            [.. Freed(money.Reserved, idea), new LedgerEntry.Expect(ended.FlowsBack, idea.Id)]);
    }

    /// <summary>What could not be stopped any more is owed now. Of a plan that was carried out its submitter hears that the money came.</summary>
    private static IdeaDecision PayAfterTheEnd(Idea idea, PaymentMade p, Ended s, Circumstances c)
    {
        if (!Awaits(s.Parts, p.Payment))
            return AlreadySo.Instance;
        var (chase, paid) = (c.RefundChase(p.At), s.Paid is null ? s : s with { Paid = PaidOn(s.Parts, p) });
        return s switch
        {
            { Refund: { PaymentStops: true } refund } => Stay(
                idea, p, paid with { Refund = refund with { PaymentStops = false, PaidOn = p.On, Before = chase.Next, Chase = chase } },
                Mail(MailKind.MoneyFlowsBack, Addressee.Submitter)),
            { Outcome: IdeaPhase.Completed, Refund: null, EraseAt: not null } => Stay(idea, p, paid, Mail(MailKind.MoneyPaid, Addressee.Submitter)),
            _ => Stay(idea, p, paid),
        };
    }

    /// <summary>
    /// What is asked back came back by itself. Of a plan that was carried out the costs are still to be paid: its submitter gives another account,
    /// as long as anybody knows them, and after that nobody gets them any more.
    /// </summary>
    private static IdeaDecision TakeBackAfterTheEnd(Idea idea, PaymentReturned p, Ended s, Circumstances c)
    {
        if (s.Parts.FirstOrDefault(part => part.Number == p.Payment) is not { } back)
            return AlreadySo.Instance;
        var amount = s.Paid is null ? p.Amount : back.Amount;
        var costs = s.Outcome == IdeaPhase.Completed && amount > s.FlowsBack ? amount - s.FlowsBack : Euro.Zero;
        var settled = s.Refund is not { } owed ? Euro.Zero : owed.Open < amount ? owed.Open : amount;
        ImmutableArray<LedgerEntry> postings =
        [
            .. settled > Euro.Zero ? (LedgerEntry[])[new LedgerEntry.Receive(settled, idea.Id) { Payment = p.Payment }] : [],
            .. costs > Euro.Zero ? (LedgerEntry[])[new LedgerEntry.Bounce(costs, idea.Id) { Payment = p.Payment }] : [],
            .. costs > Euro.Zero && s.EraseAt is null ? (LedgerEntry[])[new LedgerEntry.Free(costs, idea.Id)] : [],
        ];
        var others = Without(s.Parts, p.Payment);
        ImmutableArray<IdeaEffect> offers = s.Refund is not null || s.EraseAt is null ? [new IdeaEffect.OfferMoney()] : [];
        return costs > Euro.Zero && s.EraseAt is not null
            ? To(idea, p,
                new Granted(
                    costs, p.Period, Term.OfDays(p.At, c.Settings.Terms.AccountDays), AccountCorrections: s.Payment, Done: new(others)),
                [Mail(MailKind.PaymentReturned, Addressee.Submitter), Mail(MailKind.PaymentReturned, Addressee.Staff), .. offers], postings)
            : new Accepted(
                idea with
                {
                    State = s with { Paid = others, Refund = s.Refund is { } open ? Less(open, settled) : null },
                    Revision = idea.Revision + 1,
                },
                offers, postings);
    }

    private static IdeaDecision ReceiveBack(Idea idea, MoneyReceived m, Ended s, Refund refund) =>
        m.Open != refund.Open ? Refuse(OwedChangedSince)
        : m.Amount == Euro.Zero || m.Amount > refund.Open ? Refuse(MoreThanOwed)
        : m.On > Amsterdam.DateOf(m.At) ? Refuse(DayIsAhead)
        : m.On < refund.PaidOn ? Refuse(DayBeforePayment)
        : Settle(
            idea, s with { Refund = Less(refund, m.Amount) }, new LedgerEntry.Receive(m.Amount, idea.Id) { Line = m.Line },
            new IdeaEffect.OfferMoney());

    /// <summary>Who agreed to write off agreed for the amount as it was.</summary>
    private static Refund? Less(Refund refund, Euro amount) =>
        amount == refund.Open ? null : refund with { Open = refund.Open - amount, WrittenOffFirstBy = null };

    /// <summary>The first one says why; the second one reads that, and agrees with it.</summary>
    private static IdeaDecision WriteOff(Idea idea, WriteOffApproved w, Ended s, Refund refund) =>
        w.Open != refund.Open ? Refuse(OwedChangedSince)
        : refund.WrittenOffFirstBy is null
            ? Reasoned(w.Reason, () =>
                Stay(idea, w, s with { Refund = refund with { WrittenOffFirstBy = w.By } }, Mail(MailKind.RefundReminder, Addressee.Staff)))
        : refund.WrittenOffFirstBy == w.By ? Refuse(SamePersonTwice)
        : Settle(idea, s with { FlowsBack = s.FlowsBack - refund.Open, Refund = null }, new LedgerEntry.WriteOff(refund.Open, idea.Id));

    private static IdeaDecision Settle(Idea idea, Ended state, LedgerEntry entry, params ImmutableArray<IdeaEffect> effects) =>
        new Accepted(idea with { State = state, Revision = idea.Revision + 1 }, effects, [entry]);

    private static IdeaDecision ChaseRefund(Idea idea, IdeaEvent e, Ended s, Refund refund, Circumstances c) => Stay(idea, e,
        s with { Refund = refund with { Chase = c.NextRefundChase(refund.Chase, e.At) } },
        [
            Mail(MailKind.RefundReminder, Addressee.Staff),
            .. refund.PaymentStops ? [] : (ImmutableArray<IdeaEffect>)[Mail(MailKind.RefundReminder, Addressee.Submitter)],
        ]);
}
