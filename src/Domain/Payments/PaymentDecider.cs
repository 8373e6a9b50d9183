using static Smederijen.Domain.Decision<
    Smederijen.Domain.Payments.PaymentOrder, Smederijen.Domain.Payments.PaymentEffect, Smederijen.Domain.Payments.PaymentRefusal>;
using static Smederijen.Domain.Payments.PaymentRefusal;

namespace Smederijen.Domain.Payments;

/// <summary>The whole judgement over one payment order: every state answers every event.</summary>
public static class PaymentDecider
{
    public static Accepted Start(string id, PaymentEvent.OrderPlaced e) => new(
        new PaymentOrder(id, e.Smederij, e.Idea, e.Period, e.Amount, e.Account, e.FirstBy, e.SecondBy, new PaymentState.Ordered(), e.At, Revision: 1),
        []);

    public static PaymentDecision Decide(PaymentOrder order, PaymentEvent e) => (order.State, e) switch
    {
        (_, PaymentEvent.OrderPlaced or PaymentEvent.MomentCame) => AlreadySo.Instance,

        // Into a batch and out of it.
        (PaymentState.Ordered s, PaymentEvent.HeldBack x) => s.Stopped == x.Why ? AlreadySo.Instance
            : To(order, e, new PaymentState.Ordered(x.Why)),
        (_, PaymentEvent.HeldBack) => new Refused(NotWaiting),
        (PaymentState.Ordered { Stopped: not null }, PaymentEvent.Claimed) => new Refused(IsStopped),
        (PaymentState.Ordered, PaymentEvent.Claimed) when order.Proposal is not null => new Refused(ProposalInTheWay),
        (PaymentState.Ordered, PaymentEvent.Claimed x) => To(order, e, new PaymentState.InBatch(x.Batch)),
        (PaymentState.InBatch s, PaymentEvent.Claimed x) => s.Batch == x.Batch ? AlreadySo.Instance : new Refused(NotWaiting),
        (_, PaymentEvent.Claimed) => new Refused(NotWaiting),
        (PaymentState.InBatch { Sent: false } s, PaymentEvent.Freed x) when s.Batch == x.Batch =>
            s.CalledOff is { } why ? Cancelled(order, e, why) : To(order, e, new PaymentState.Ordered()),
        (_, PaymentEvent.Freed) => AlreadySo.Instance,
        (PaymentState.InBatch { Sent: false } s, PaymentEvent.SentOff x) when s.Batch == x.Batch => To(order, e, s with { Sent = true }),
        (_, PaymentEvent.SentOff) => AlreadySo.Instance,

        // What the bank says. What people said before it is told again with its line, so that a second line shows.
        (PaymentState.InBatch { Sent: true } s, PaymentEvent.BankPaid x) => Paid(order, e, s.Batch, x.On, x.Line),
        (PaymentState.Paid { Line: null } s, PaymentEvent.BankPaid x) => Noted(order, s with { Line = x.Line }),
        (PaymentState.Paid s, PaymentEvent.BankPaid x) => s.Line == x.Line ? AlreadySo.Instance : new Refused(ToldBefore),
        (PaymentState.Paid, PaymentEvent.BankReturned { NeverLeft: true }) => new Refused(ToldBefore),
        (PaymentState.Paid s, PaymentEvent.BankReturned x) =>
            To(order, e, Back(x, s.Line), new PaymentEffect.TellIdea(PaymentOutcome.Returned)),
        (PaymentState.InBatch { Sent: true }, PaymentEvent.BankReturned x) =>
            To(order, e, Back(x, null), new PaymentEffect.TellIdea(PaymentOutcome.Returned)),
        // The bank took it and brought it back in one statement, whichever line was read first; what it refused it cannot have taken.
        (PaymentState.Returned { NeverLeft: true }, PaymentEvent.BankPaid) => new Refused(ToldBefore),
        (PaymentState.Returned { PaidLine: null } s, PaymentEvent.BankPaid x) => Noted(order, s with { PaidLine = x.Line }),
        (PaymentState.Returned s, PaymentEvent.BankPaid x) => s.PaidLine == x.Line ? AlreadySo.Instance : new Refused(ToldBefore),
        (PaymentState.Returned { Line: null } s, PaymentEvent.BankReturned x) =>
            x.NeverLeft && s.PaidLine is not null ? new Refused(ToldBefore) : Noted(order, s with { Line = x.Line, NeverLeft = x.NeverLeft }),
        (PaymentState.Returned s, PaymentEvent.BankReturned x) => s.Line == x.Line ? AlreadySo.Instance : new Refused(ToldBefore),
        (_, PaymentEvent.BankPaid or PaymentEvent.BankReturned) => new Refused(NotSent),

        // The idea falls through.
        (PaymentState.Ordered, PaymentEvent.CalledOff x) => Cancelled(order, e, x.Reason),
        (PaymentState.InBatch { Sent: false } s, PaymentEvent.CalledOff x) => s.CalledOff is not null ? AlreadySo.Instance
            : new Accepted(Stay(order) with { State = s with { CalledOff = x.Reason } }, []),
        (PaymentState.InBatch, PaymentEvent.CalledOff) => new Refused(AtTheBank),
        (PaymentState.Cancelled, PaymentEvent.CalledOff) => AlreadySo.Instance,
        (_, PaymentEvent.CalledOff) => new Refused(IsOver),

        // By hand, always by two.
        (PaymentState.Returned or PaymentState.Cancelled, PaymentEvent.Proposed) => new Refused(IsOver),
        (_, PaymentEvent.Proposed) when order.Proposal is not null => new Refused(ProposalInTheWay),
        (_, PaymentEvent.Proposed x) => CannotBe(order.State, x) is { } why ? new Refused(why)
            : new Accepted(Stay(order) with { Proposal = new PaymentProposal(x.By, x.Outcome, x.On, x.Reason.Trim()) }, []),
        (_, PaymentEvent.Agreed or PaymentEvent.Dropped) when order.Proposal is null => new Refused(NoProposal),
        (_, PaymentEvent.Agreed x) when x.Seen != order.Revision => new Refused(ChangedMeanwhile),
        (_, PaymentEvent.Dropped x) when x.Seen != order.Revision => new Refused(ChangedMeanwhile),
        (_, PaymentEvent.Agreed x) when order.Proposal!.By == x.By => new Refused(SamePersonTwice),
        (_, PaymentEvent.Agreed) => Agree(order, e, order.Proposal!),
        (_, PaymentEvent.Dropped) => new Accepted(Stay(order) with { Proposal = null }, []),

        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    private static PaymentRefusal? CannotBe(PaymentState state, PaymentEvent.Proposed x) => (state, x.Outcome) switch
    {
        _ when x.On > Amsterdam.DateOf(x.At) => DayIsAhead,
        _ when x.Outcome is not PaymentOutcome.Paid && string.IsNullOrWhiteSpace(x.Reason) => ReasonMissing,
        (PaymentState.InBatch { Sent: true }, not PaymentOutcome.Cancelled) => null,
        (PaymentState.Paid, PaymentOutcome.Returned) => null,
        (PaymentState.Ordered, PaymentOutcome.Cancelled) => null,
        (PaymentState.InBatch { Sent: true }, _) => AtTheBank,
        (PaymentState.Paid, _) => IsOver,
        _ => NotSent,
    };

    private static Accepted Agree(PaymentOrder order, PaymentEvent e, PaymentProposal said) => (order.State, said.Outcome) switch
    {
        (PaymentState.InBatch s, PaymentOutcome.Paid) => Paid(order, e, s.Batch, said.On, null),
        (var s, PaymentOutcome.Returned) => To(
            order, e, new PaymentState.Returned(said.On, said.Reason, null, (s as PaymentState.Paid)?.Line),
            new PaymentEffect.TellIdea(PaymentOutcome.Returned)),
        _ => Cancelled(order, e, said.Reason),
    };

    private static Accepted Paid(PaymentOrder order, PaymentEvent e, string batch, DateOnly on, string? line) =>
        To(order, e, new PaymentState.Paid(on, batch, line), new PaymentEffect.TellIdea(PaymentOutcome.Paid));

    private static PaymentState.Returned Back(PaymentEvent.BankReturned x, string? paid) => new(x.On, x.Reason, x.Line, paid, x.NeverLeft);

    /// <summary>The bank says what is known, and by which line.</summary>
    private static Accepted Noted(PaymentOrder order, PaymentState state) => new(Stay(order) with { State = state }, []);

    private static Accepted Cancelled(PaymentOrder order, PaymentEvent e, string reason) =>
        To(order, e, new PaymentState.Cancelled(reason), new PaymentEffect.TellIdea(PaymentOutcome.Cancelled));

    private static PaymentOrder Stay(PaymentOrder order) => order with { Revision = order.Revision + 1 };

    /// <summary>Whatever was proposed was about the state before.</summary>
    private static Accepted To(PaymentOrder order, PaymentEvent e, PaymentState state, params ImmutableArray<PaymentEffect> effects) =>
        new(Stay(order) with { State = state, Since = e.At, Proposal = null }, effects);
}
