using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Payments;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Payment orders and batches as their commits made them, and what residents paid back.</summary>
internal sealed class FollowedPayments
{
    private readonly Dictionary<string, PaymentOrder> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PaymentBatch> _batches = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BankLine> _lines = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BankFile> _readIn = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _appeared = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Smederij, string Period), long> _receivedBack = [];

    public IReadOnlyCollection<PaymentOrder> Orders => _orders.Values;

    public IReadOnlyCollection<PaymentBatch> Batches => _batches.Values;

    /// <summary>In the order in which they were read.</summary>
    public IReadOnlyCollection<BankLine> Lines => _lines.Values;

    public IReadOnlyCollection<BankFile> ReadIn => _readIn.Values;

    /// <summary>When an item of the bank came, as a number that grows; 0 for all other items.</summary>
    public int Appeared(string item) => _appeared.GetValueOrDefault(item);

    public PaymentOrder Find(string id) => _orders[id];

    public void Became(PaymentOrder order)
    {
        if (_orders.TryGetValue(order.Id, out var before))
        {
            if ((before.Amount, before.Idea, before.Smederij, before.Period, before.Account)
                != (order.Amount, order.Idea, order.Smederij, order.Period, order.Account))
                throw new Violation($"Payment {order.Id} is of something else by now: {order}.");
            if (before.State is PaymentState.Returned or PaymentState.Cancelled && order.State != before.State
                && !OnlyGotItsLine(before.State, order.State))
                throw new Violation($"Payment {order.Id} was over: {before.State}, and is {order.State} by now.");
        }
        if (order.State is PaymentState.InBatch { Sent: true, Batch: var batch } && _batches.GetValueOrDefault(batch)?.State is not BatchState.Signed)
            throw new Violation($"Payment {order.Id} is at the bank in a batch that nobody signed.");
        _orders[order.Id] = order;
    }

    /// <summary>What people said is told again by the bank, with its line.</summary>
    private static bool OnlyGotItsLine(PaymentState before, PaymentState now) =>
        (before, now) is (PaymentState.Returned was, PaymentState.Returned isNow)
        && (was.On, was.Reason) == (isNow.On, isNow.Reason) && (was.Line ?? isNow.Line) == isNow.Line
        && (was.PaidLine ?? isNow.PaidLine) == isNow.PaidLine && (was.NeverLeft == isNow.NeverLeft || was.Line is null);

    public void Became(PaymentBatch batch)
    {
        // Once it is signed, only the clock does something: after the term nobody knows any more whom it paid.
        if (_batches.TryGetValue(batch.Id, out var before) && before.State is BatchState.Signed signed
            && (batch.State is not BatchState.Signed now || now.By != signed.By
                || !batch.Lines.SequenceEqual(before.Lines)))
            throw new Violation($"Batch {batch.Id} was signed, and changes.");
        if (batch.State is BatchState.Signed { By: var by } && by == batch.By)
            throw new Violation($"Batch {batch.Id} is signed by who made it.");
        _batches[batch.Id] = batch;
    }

    public void Became(BankLine line)
    {
        _appeared.TryAdd(BankLineKey.Prefix + line.Id, _appeared.Count + 1);
        if (_lines.TryGetValue(line.Id, out var before))
        {
            if ((before.Amount, before.IsIn, before.On, before.File) != (line.Amount, line.IsIn, line.On, line.File))
                throw new Violation($"Line {line.Id} of the bank says something else by now: {line}.");
            if (before.State is LineState.Settled && line.State != before.State)
                throw new Violation($"Line {line.Id} of the bank was settled: {before.State}, and is {line.State} by now.");
        }
        if (line.State is LineState.Settled { FirstBy: { } first, SecondBy: var second } && first == second)
            throw new Violation($"Line {line.Id} of the bank was settled by one.");
        _lines[line.Id] = line;
    }

    public void Became(BankFile file)
    {
        _appeared.TryAdd(BankFileKey.Prefix + file.Id, _appeared.Count + 1);
        _readIn[file.Id] = file;
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
        if (Lines.FirstOrDefault(line => line.State is not LineState.Settled) is { } unsettled)
            throw new Violation($"Line {unsettled.Id} of the bank never ends: {unsettled}");
        var net = bookings.Where(booking => booking.Order is not null)
            .GroupBy(booking => (Find(booking.Order!).Smederij, Find(booking.Order!).Period)).ToDictionary(
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
