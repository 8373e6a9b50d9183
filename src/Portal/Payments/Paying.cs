using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;

namespace Smederijen.Portal.Payments;

/// <summary>What follows between ideas, payment orders and batches. Each step may be done twice, and may have stopped in the middle before.</summary>
public sealed class Paying(
    PaymentItems orders, BatchItems batches, IdeaItems ideas, PaymentAccounts accounts, Payees payees, IEntityStore store, SettingsBook settings)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<Paying, IdeaEffect.OrderPayment>((x, key, order, cancellation) => x.Order(IdeaKey.Of(key), order, cancellation)),
        Deed.Of<Paying, IdeaEffect.CancelPayment>((x, key, cancel, cancellation) => x.Cancel(IdeaKey.Of(key), cancel, cancellation)),
        Deed.Of<Paying, PaymentEffect.TellIdea>((x, key, tell, cancellation) => x.Tell(PaymentKey.Of(key), tell.Outcome, cancellation)),
        Deed.Of<Paying, BatchEffect.ClaimOrder>((x, key, claim, cancellation) => x.Claim(BatchKey.Of(key), claim.Order, cancellation)),
        Deed.Of<Paying, BatchEffect.FreeOrder>((x, key, free, cancellation) => x.Free(BatchKey.Of(key), free.Order, cancellation)),
        Deed.Of<Paying, BatchEffect.SendOrder>((x, key, send, cancellation) => x.Send(BatchKey.Of(key), send.Order, cancellation)),
    ];

    /// <summary>The order has the number of the payment in its id: the same release finds it there.</summary>
    private async Task Order(IdeaKey idea, IdeaEffect.OrderPayment released, CancellationToken cancellation)
    {
        var key = PaymentKey.Of(idea.Id, released.Payment);
        await orders.Ensure(key, CommandId.From($"betaling {key.Id}"), "", at =>
        {
            var e = new PaymentEvent.OrderPlaced(
                at, idea.Smederij, idea.Id, released.Period, released.Amount, released.Account, released.FirstBy, released.SecondBy);
            return new(e, default, PaymentDecider.Start(key.Id, e));
        }, cancellation: cancellation);
    }

    /// <exception cref="InvalidOperationException">The order is not there yet: it is tried again.</exception>
    private async Task Cancel(IdeaKey idea, IdeaEffect.CancelPayment cancel, CancellationToken cancellation)
    {
        var key = PaymentKey.Of(idea.Id, cancel.Payment);
        if (await orders.Handle(
            key, CommandId.From($"vervalt {key.Id}"), at => new PaymentEvent.CalledOff(at, cancel.Reason), cancellation: cancellation)
            is Outcome<PaymentRefusal>.Unknown)
            throw new InvalidOperationException($"Payment {key.Id} is to be called off before it was ordered.");
    }

    private async Task Tell(PaymentKey key, PaymentOutcome outcome, CancellationToken cancellation)
    {
        if ((await orders.Load(key, cancellation))?.Item is not { } order)
            return;
        await ideas.Handle(
            new IdeaKey(order.Smederij, order.Idea), CommandId.From($"{outcome} {order.Id}"), at => (outcome, order.State) switch
            {
                (PaymentOutcome.Paid, PaymentState.Paid paid) => new IdeaEvent.PaymentMade(at, order.Number, paid.On),
                // Returned by now: the day is told with the line of the order, and the idea goes on with what came after it.
                (PaymentOutcome.Paid, _) => new IdeaEvent.PaymentMade(at, order.Number, Amsterdam.DateOf(order.Since)),
                (_, PaymentState.Returned back) => new IdeaEvent.PaymentReturned(at, order.Number, order.Amount, order.Period, back.Reason),
                (_, PaymentState.Cancelled off) => new IdeaEvent.PaymentReturned(at, order.Number, order.Amount, order.Period, off.Reason),
                _ => throw new InvalidOperationException($"Payment {order.Id} did not come back."),
            },
            cancellation: cancellation);
    }

    /// <summary>Looks at the account once more: what is paid is what two people approved.</summary>
    private async Task Claim(BatchKey batch, string id, CancellationToken cancellation)
    {
        var key = new PaymentKey(id);
        if ((await orders.Load(key, cancellation))?.Item is { State: PaymentState.Ordered } order && await Stop(order, cancellation) is { } why)
            await orders.Handle(key, CommandId.From($"tegen {why} {batch.Id} {id}"), at => new PaymentEvent.HeldBack(at, why), cancellation: cancellation);
        var outcome = await orders.Handle(
            key, CommandId.From($"mee {batch.Id} {id}"), at => new PaymentEvent.Claimed(at, batch.Id), token => Beside(batch, key, token), cancellation);
        await batches.Handle(
            batch, CommandId.From($"antwoord {batch.Id} {id}"),
            at => new BatchEvent.OrderAnswered(at, id, outcome is Outcome<PaymentRefusal>.Done or Outcome<PaymentRefusal>.AlreadySo),
            cancellation: cancellation);
    }

    private async Task Free(BatchKey batch, string id, CancellationToken cancellation) => await orders.Handle(
        new PaymentKey(id), CommandId.From($"los {batch.Id} {id}"), at => new PaymentEvent.Freed(at, batch.Id),
        async token => await store.Get(Partitions.Payments, PaymentKeys.Payee(batch.Id, id), token) is { } row
            ? [new Write.Delete(row.Row, row.ETag)] : [],
        cancellation);

    private async Task Send(BatchKey batch, string id, CancellationToken cancellation) => await orders.Handle(
        new PaymentKey(id), CommandId.From($"weg {batch.Id} {id}"), at => new PaymentEvent.SentOff(at, batch.Id), cancellation: cancellation);

    private async Task<PaymentStop?> Stop(PaymentOrder order, CancellationToken cancellation) =>
        await Account(order, cancellation) is not { } account ? PaymentStop.AccountGone
        : order.Account is { } approved && account.Seal != approved ? PaymentStop.AccountChanged : null;

    /// <summary>An account that was tampered with is no account.</summary>
    private async Task<KnownAccount?> Account(PaymentOrder order, CancellationToken cancellation)
    {
        try
        {
            return await accounts.Find(new IdeaKey(order.Smederij, order.Idea), cancellation);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>Whom it goes to, as the file will say it.</summary>
    private async Task<IReadOnlyList<Write>?> Beside(BatchKey batch, PaymentKey key, CancellationToken cancellation)
    {
        if ((await orders.Load(key, cancellation))?.Item is not { } order || await Account(order, cancellation) is not { } account)
            return [];
        return [payees.Keep(batch.Id, order.Id, new Payee(
            account.Account.Iban, account.Account.Holder, PaymentTexts.Remittance(settings.NameOf(order.Smederij), order.Idea)))];
    }
}
