using System.Collections.Immutable;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Payments.PaymentEvent;

namespace Smederijen.Domain.Tests.Payments;

public sealed class The_whole_table_of_payments()
    : The_whole_table_of<PaymentStory, PaymentOrder, PaymentEvent, PaymentEffect, PaymentRefusal>(
        "a payment order", "payment-states", "Payments/payment-", width: 24,
        PaymentJson.Default.PaymentOrder, PaymentJson.Default.PaymentEvent, PaymentJson.Default.PaymentEffect)
{
    protected override IReadOnlyList<(string Name, Func<PaymentStory> Arrange)> States { get; } =
    [
        ("Ordered", PaymentStory.Ordered),
        ("Ordered, stopped", PaymentStory.Stopped),
        ("InBatch", PaymentStory.Claimed),
        ("InBatch, called off", () => PaymentStory.Claimed().When(at => new CalledOff(at, "Het ging niet door"))),
        ("InBatch, sent", PaymentStory.Sent),
        ("InBatch, somebody says paid", () => PaymentStory.Sent().Says(PaymentOutcome.Paid)),
        ("Paid", PaymentStory.Paid),
        ("Paid, two people said so", () => PaymentStory.Sent().Says(PaymentOutcome.Paid).When(at => new Agreed(at, "dirk", 4))),
        ("Returned", PaymentStory.Returned),
        ("Returned, refused", PaymentStory.Refused),
        ("Returned, two people said so", () => PaymentStory.Sent().Says(PaymentOutcome.Returned).When(at => new Agreed(at, "dirk", 4))),
        ("Cancelled", PaymentStory.Cancelled),
    ];

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, PaymentEvent> Happening)> Events { get; } =
    [
        ("OrderPlaced", at => new OrderPlaced(at, "wolfsbos", "idee1", "2026", new Euro(45_000), "zegel", "anna", "bert")),
        ("HeldBack", at => new HeldBack(at, PaymentStop.AccountGone)),
        ("Claimed", at => new Claimed(at, "b1")),
        ("Claimed, by another", at => new Claimed(at, "b2")),
        ("Freed", at => new Freed(at, "b1")),
        ("SentOff", at => new SentOff(at, "b1")),
        ("BankPaid", at => new BankPaid(at, PaymentStory.Today, "regel1")),
        ("BankPaid, another line", at => new BankPaid(at, PaymentStory.Today, "regel9")),
        ("BankReturned", at => new BankReturned(at, PaymentStory.Today, "AC04", "regel2")),
        ("BankReturned, refused", at => new BankReturned(at, PaymentStory.Today, "AC01", "regel3", NeverLeft: true)),
        ("CalledOff", at => new CalledOff(at, "Het ging niet door")),
        ("Proposed, paid", at => new Proposed(at, "carla", PaymentOutcome.Paid, PaymentStory.Today, "")),
        ("Proposed, returned", at => new Proposed(at, "carla", PaymentOutcome.Returned, PaymentStory.Today, "Gebeld met de bank")),
        ("Proposed, cancelled", at => new Proposed(at, "carla", PaymentOutcome.Cancelled, PaymentStory.Today, "Gebeld met de indiener")),
        ("Agreed", at => new Agreed(at, "dirk", 4)),
        ("Agreed, by the same", at => new Agreed(at, "carla", 4)),
        ("Dropped", at => new Dropped(at, "dirk", 4)),
        ("MomentCame", at => new MomentCame(at)),
    ];

    protected override ImmutableArray<PaymentEffect> Effects { get; } = [new PaymentEffect.TellIdea(PaymentOutcome.Returned)];

    protected override IEnumerable<string> Begins => ["Ordered: OrderPlaced"];

    protected override IEnumerable<Enum> Ends => [PaymentPhase.Paid, PaymentPhase.Returned, PaymentPhase.Cancelled];

    protected override Enum PhaseOf(PaymentOrder item) => item.State.Phase;

    protected override IEnumerable<string> Changes(PaymentStory story, PaymentOrder before, Ledger money)
    {
        if (story.Item.Proposal != before.Proposal)
            yield return story.Item.Proposal is { } said ? $"{said.Outcome} is proposed" : "no proposal any more";
    }
}

public sealed class The_whole_table_of_batches()
    : The_whole_table_of<BatchStory, PaymentBatch, BatchEvent, BatchEffect, BatchRefusal>(
        "a batch of payments", "batch-states", "Payments/batch-", width: 24,
        BatchJson.Default.PaymentBatch, BatchJson.Default.BatchEvent, BatchJson.Default.BatchEffect)
{
    protected override IReadOnlyList<(string Name, Func<BatchStory> Arrange)> States { get; } =
    [
        ("Gathering", BatchStory.Gathering),
        ("Gathering, one answered", () => BatchStory.Gathering().Answered("idee1-1")),
        ("Ready", BatchStory.Ready),
        ("Ready, empty", () => BatchStory.Gathering().Answered("idee1-1", false).Answered("idee2-1", false)),
        ("Ready, a name doubted", () => BatchStory.Ready().When(at => new BatchEvent.PayeesChecked(
            at, "fien", ImmutableDictionary<string, PayeeCheck>.Empty.Add("idee1-1", PayeeCheck.CloseMatch)))),
        ("Signed", BatchStory.Signed),
        ("Signed, erased", BatchStory.Erased),
        ("ThrownAway", BatchStory.ThrownAway),
    ];

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, BatchEvent> Happening)> Events { get; } =
    [
        ("Begun", at => new BatchEvent.Begun(at, "fien", PaymentStory.Today, [new("idee1-1", new Euro(45_000))])),
        ("OrderAnswered, claimed", at => new BatchEvent.OrderAnswered(at, "idee2-1", true)),
        ("OrderAnswered, not", at => new BatchEvent.OrderAnswered(at, "idee2-1", false)),
        ("PayeesChecked", at => new BatchEvent.PayeesChecked(
            at, "fien", ImmutableDictionary<string, PayeeCheck>.Empty.Add("idee1-1", PayeeCheck.CloseMatch))),
        ("SignedOff", at => new BatchEvent.SignedOff(at, "gus", 3)),
        ("SignedOff, names seen", at => new BatchEvent.SignedOff(at, "gus", 4, NamesSeen: true)),
        ("SignedOff, by the same", at => new BatchEvent.SignedOff(at, "fien", 3)),
        ("Discarded", at => new BatchEvent.Discarded(at, "fien", "Verkeerde dag")),
        ("MomentCame", at => new BatchEvent.MomentCame(at)),
    ];

    protected override ImmutableArray<BatchEffect> Effects { get; } =
        [new BatchEffect.ClaimOrder("idee1-1"), new BatchEffect.FreeOrder("idee1-1"), new BatchEffect.SendOrder("idee1-1"), new BatchEffect.ForgetPayees()];

    protected override IEnumerable<string> Begins => ["Gathering: Begun"];

    protected override IEnumerable<Enum> Ends => [BatchPhase.Signed, BatchPhase.ThrownAway];

    protected override Enum PhaseOf(PaymentBatch item) => item.State.Phase;

    protected override IEnumerable<string> Changes(BatchStory story, PaymentBatch before, Ledger money)
    {
        if (story.Item.Total != before.Total)
            yield return $"{story.Item.Total} in all";
    }

    protected override IEnumerable<string> NamesOf(IReadOnlyList<BatchEffect> effects) =>
        effects.GroupBy(effect => effect.GetType().Name).Select(same => same.Count() == 1 ? same.Key : $"{same.Count()} {same.Key}");
}
