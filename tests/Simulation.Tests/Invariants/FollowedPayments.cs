using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Payment orders and batches as their commits made them, and what residents paid back.</summary>
internal sealed class FollowedPayments
{
    private readonly Dictionary<string, PaymentOrder> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaymentBatch> _batches = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Smederij, string Period), long> _receivedBack = [];

    public IReadOnlyCollection<PaymentOrder> Orders => _orders.Values;

    public IReadOnlyCollection<PaymentBatch> Batches => _batches.Values;

    public PaymentOrder Find(string id) => _orders[id];

    public void Became(PaymentOrder order)
    {
        if (_orders.TryGetValue(order.Id, out var before))
        {
            if ((before.Amount, before.Idea, before.Smederij, before.Period, before.Account)
                != (order.Amount, order.Idea, order.Smederij, order.Period, order.Account))
                throw new Violation($"Payment {order.Id} is of something else by now: {order}.");
            if (before.State is PaymentState.Returned or PaymentState.Cancelled && order.State != before.State)
                throw new Violation($"Payment {order.Id} was over: {before.State}, and is {order.State} by now.");
        }
        if (order.State is PaymentState.InBatch { Sent: true, Batch: var batch } && _batches.GetValueOrDefault(batch)?.State is not BatchState.Signed)
            throw new Violation($"Payment {order.Id} is at the bank in a batch that nobody signed.");
        _orders[order.Id] = order;
    }

    public void Became(PaymentBatch batch)
    {
        if (_batches.TryGetValue(batch.Id, out var before) && before.State is BatchState.Signed && batch.Revision != before.Revision)
            throw new Violation($"Batch {batch.Id} was signed, and changes.");
        if (batch.State is BatchState.Signed { By: var by } && by == batch.By)
            throw new Violation($"Batch {batch.Id} is signed by who made it.");
        _batches[batch.Id] = batch;
    }

    /// <summary>Somebody paid money back, and it is in the ledger of a round.</summary>
    public void Received(string smederij, string period, Euro amount) =>
        _receivedBack[(smederij, period)] = _receivedBack.GetValueOrDefault((smederij, period)) + amount.Cents;

    /// <summary>
    /// Everything went to the bank or will not go any more, and what left the account less what came back is what the ledger says was paid.
    /// </summary>
    /// <param name="bookings">What the bank did.</param>
    public void Check(IEnumerable<Actors.Booking> bookings, IReadOnlyDictionary<(string Smederij, string Period), FollowedRound> rounds)
    {
        if (Orders.FirstOrDefault(order => order.State is PaymentState.Ordered or PaymentState.InBatch) is { } open)
            throw new Violation($"Payment {open.Id} never ends: {open.State}");
        if (Batches.FirstOrDefault(batch => batch.State is BatchState.Gathering or BatchState.Ready) is { } unsigned)
            throw new Violation($"Batch {unsigned.Id} never ends: {unsigned.State}");
        var net = bookings.GroupBy(booking => (Find(booking.Order).Smederij, Find(booking.Order).Period)).ToDictionary(
            of => of.Key,
            of => of.GroupBy(one => one.Order).Sum(of => of.Any(one => one.IsReturn) ? 0 : of.Single().Cents));
        foreach (var (key, round) in rounds)
        {
            var left = net.GetValueOrDefault(key) - _receivedBack.GetValueOrDefault(key);
            var writtenOff = round.Lines.OfType<LedgerEntry.WriteOff>().Sum(line => line.Amount.Cents);
            if (left != (round.Ledger.Released + round.Ledger.ToReceive).Cents)
                throw new Violation($"{key}: {left} cents left the account ({net.GetValueOrDefault(key)} paid, {_receivedBack.GetValueOrDefault(key)} back, {writtenOff} written off), and the ledger says {round.Ledger}.");
        }
    }
}
