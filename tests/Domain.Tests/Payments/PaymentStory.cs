using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Payments.PaymentEvent;

namespace Smederijen.Domain.Tests.Payments;

/// <summary>The life of a payment order of € 450.</summary>
public sealed class PaymentStory : LifeStory<PaymentStory, PaymentOrder, PaymentEvent, PaymentEffect, PaymentRefusal>
{
    private PaymentStory()
    {
        var e = new OrderPlaced(Now, "wolfsbos", "idee1", "2026", new Euro(45_000), "zegel", "anna", "bert");
        Take(e, PaymentDecider.Start("idee1-1", e));
    }

    public static DateOnly Today { get; } = new(2026, 3, 2);

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => null;

    public static PaymentStory Ordered() => new();

    public static PaymentStory Stopped() => Ordered().When(at => new HeldBack(at, PaymentStop.AccountChanged));

    public static PaymentStory Claimed() => Ordered().When(at => new Claimed(at, "b1"));

    public static PaymentStory Sent() => Claimed().When(at => new SentOff(at, "b1"));

    public static PaymentStory Paid() => Sent().When(at => new BankPaid(at, Today, "regel1")).ForgetEffects();

    public static PaymentStory Returned() => Paid().When(at => new BankReturned(at, Today, "AC04", "regel2")).ForgetEffects();

    /// <summary>The bank did not take it.</summary>
    public static PaymentStory Refused() =>
        Sent().When(at => new BankReturned(at, Today, "AC01", "regel3", NeverLeft: true)).ForgetEffects();

    public static PaymentStory Cancelled() => Ordered().When(at => new CalledOff(at, "Het ging niet door")).ForgetEffects();

    /// <summary>Carla says what happened to it.</summary>
    public PaymentStory Says(PaymentOutcome outcome, string reason = "Gebeld met de bank") =>
        When(at => new Proposed(at, "carla", outcome, Today, reason));

    protected override PaymentEvent Strike(DateTimeOffset at) => new MomentCame(at);

    protected override PaymentDecision Decide(PaymentEvent e) => PaymentDecider.Decide(Item, e);
}

/// <summary>The life of a batch of two orders, of € 450 and € 1.200.</summary>
public sealed class BatchStory : LifeStory<BatchStory, PaymentBatch, BatchEvent, BatchEffect, BatchRefusal>
{
    private BatchStory()
    {
        var e = new BatchEvent.Begun(Now, "fien", PaymentStory.Today.AddDays(2), [new("idee1-1", new Euro(45_000)), new("idee2-1", new Euro(120_000))]);
        Take(e, BatchDecider.Start("b1", e));
    }

    protected override object State => Item.State;

    protected override DateTimeOffset? NextDue => Item.NextDue;

    /// <summary>What the settings say, and what the bank told.</summary>
    private BatchCircumstances Circumstances { get; set; } = BatchCircumstances.Least;

    public static BatchStory Gathering() => new();

    public static BatchStory Ready() => Gathering().Answered("idee1-1").Answered("idee2-1").ForgetEffects();

    public static BatchStory Signed() => Ready().Signs("gus").ForgetEffects();

    /// <summary>The term is over.</summary>
    public static BatchStory Erased() => Signed().Until(new DateTimeOffset(2034, 1, 2, 9, 0, 0, TimeSpan.Zero)).ForgetEffects();

    public static BatchStory ThrownAway() => Ready().When(at => new BatchEvent.Discarded(at, "fien", "Verkeerde dag")).ForgetEffects();

    public BatchStory Keeps(int years, int? lastYear = null)
    {
        Circumstances = new(years, lastYear);
        return this;
    }

    public BatchStory Answered(string order, bool claimed = true) => When(at => new BatchEvent.OrderAnswered(at, order, claimed));

    public BatchStory Signs(string by, bool namesSeen = false) => When(at => new BatchEvent.SignedOff(at, by, Item.Revision, namesSeen));

    protected override BatchEvent Strike(DateTimeOffset at) => new BatchEvent.MomentCame(at);

    protected override BatchDecision Decide(BatchEvent e) => BatchDecider.Decide(Item, e, Circumstances);
}
