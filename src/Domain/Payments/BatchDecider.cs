using static Smederijen.Domain.Decision<
    Smederijen.Domain.Payments.PaymentBatch, Smederijen.Domain.Payments.BatchEffect, Smederijen.Domain.Payments.BatchRefusal>;
using static Smederijen.Domain.Payments.BatchRefusal;

namespace Smederijen.Domain.Payments;

/// <summary>The whole judgement over a batch: every state answers every event.</summary>
public static class BatchDecider
{
    public static BatchDecision Start(string id, BatchEvent.Begun e) =>
        e.Orders.Length == 0 ? new Refused(NothingChosen)
        : e.Orders.Length > PaymentBatch.Most ? new Refused(TooMany)
        : e.ExecuteOn < Amsterdam.DateOf(e.At) ? new Refused(DayHasPassed)
        : new Accepted(
            new PaymentBatch(
                id, e.By, e.ExecuteOn, [.. e.Orders.Select(line => line with { Claimed = null, Check = null })], new BatchState.Gathering(), e.At, 1),
            [.. e.Orders.Select(line => new BatchEffect.ClaimOrder(line.Order))]);

    public static BatchDecision Decide(PaymentBatch batch, BatchEvent e, BatchCircumstances c) => (batch.State, e) switch
    {
        // The clock: what is not due does not matter.
        (_, BatchEvent.MomentCame) when batch.NextDue is not { } due || e.At < due => AlreadySo.Instance,
        (BatchState.Signed s, BatchEvent.MomentCame) => Look(batch, s, Amsterdam.DateOf(e.At), c.EraseFrom(batch)),
        (_, BatchEvent.Begun or BatchEvent.MomentCame) => AlreadySo.Instance,
        (BatchState.Gathering, BatchEvent.OrderAnswered x) => Answered(batch, x),
        // Thrown away while it gathered: an order that was claimed after all is let go.
        (BatchState.ThrownAway, BatchEvent.OrderAnswered { Claimed: true } x) => new Accepted(
            batch with { Revision = batch.Revision + 1 }, [new BatchEffect.FreeOrder(x.Order)]),
        (_, BatchEvent.OrderAnswered) => AlreadySo.Instance,

        (BatchState.ThrownAway, BatchEvent.SignedOff or BatchEvent.PayeesChecked) => new Refused(IsThrownAway),
        (BatchState.Gathering, BatchEvent.SignedOff or BatchEvent.PayeesChecked) => new Refused(StillGathering),
        (BatchState.Signed { ErasedOn: not null }, BatchEvent.PayeesChecked) => new Refused(PayeesErased),
        // Nothing in the file follows from it, so it may come after the signature as well.
        (_, BatchEvent.PayeesChecked x) => new Accepted(
            batch with
            {
                Lines = [.. batch.Lines.Select(line => x.Answers.TryGetValue(line.Order, out var check) ? line with { Check = check } : line)],
                Revision = batch.Revision + 1,
            },
            []),
        (BatchState.Signed s, BatchEvent.SignedOff x) => s.By == x.By ? AlreadySo.Instance : new Refused(SignedBefore),
        (BatchState.Ready, BatchEvent.SignedOff x) => x.Seen != batch.Revision ? new Refused(ChangedMeanwhile)
            : x.By == batch.By ? new Refused(SamePersonTwice)
            : !batch.Claimed.Any() ? new Refused(IsEmpty)
            : batch.ExecuteOn < Amsterdam.DateOf(x.At) ? new Refused(DayHasPassed)
            : batch.Doubted.Any() && !x.NamesSeen ? new Refused(NamesNotSeen)
            : To(batch, e, new BatchState.Signed(x.By), [.. batch.Claimed.Select(line => new BatchEffect.SendOrder(line.Order))]),

        (BatchState.Signed, BatchEvent.Discarded) => new Refused(SignedBefore),
        (BatchState.ThrownAway, BatchEvent.Discarded) => AlreadySo.Instance,
        (_, BatchEvent.Discarded x) => string.IsNullOrWhiteSpace(x.Reason) ? new Refused(ReasonMissing)
            : To(batch, e, new BatchState.ThrownAway(x.By, x.Reason.Trim()),
                [.. batch.Lines.Where(line => line.Claimed != false).Select(line => new BatchEffect.FreeOrder(line.Order))]),

        _ => throw new ArgumentOutOfRangeException(nameof(e), e.GetType().Name, "The decider does not know this event."),
    };

    /// <summary>A term that became longer counts for what is kept; one that became shorter counts from the following year on.</summary>
    private static Accepted Look(PaymentBatch batch, BatchState.Signed s, DateOnly today, DateOnly from) => today >= from
        ? new(
            batch with { State = s with { LookOn = null, ErasedOn = today }, Revision = batch.Revision + 1 }, [new BatchEffect.ForgetPayees()])
        : new(batch with { State = s with { LookOn = BatchCircumstances.FirstDayAfter(today.Year) } }, [], [], Logged: false);

    private static BatchDecision Answered(PaymentBatch batch, BatchEvent.OrderAnswered x)
    {
        if (batch.Lines.FirstOrDefault(line => line.Order == x.Order) is not { Claimed: null } asked)
            return AlreadySo.Instance;
        var known = batch with { Lines = batch.Lines.Replace(asked, asked with { Claimed = x.Claimed }), Revision = batch.Revision + 1 };
        return new Accepted(
            known.Lines.All(line => line.Claimed is not null) ? known with { State = new BatchState.Ready(), Since = x.At } : known, []);
    }

    private static Accepted To(PaymentBatch batch, BatchEvent e, BatchState state, ImmutableArray<BatchEffect> effects) =>
        new(batch with { State = state, Since = e.At, Revision = batch.Revision + 1 }, effects);
}
