namespace Smederijen.Domain.Payments;

/// <summary>
/// Compares what the ledgers released with the payment orders, the orders with what the files for the bank held, and both with what the bank says
/// (<see cref="BankCheck"/>), payment by payment and to the cent. What agrees in every payment agrees in every sum.
/// </summary>
public static class BookCheck
{
    /// <summary>Whatever does not agree; nothing when the books are right.</summary>
    /// <param name="orders">Of all rounds, each once.</param>
    /// <param name="batches">All that were signed off.</param>
    public static ImmutableArray<BookFault> Look(
        IReadOnlyCollection<BookedRound> rounds, IReadOnlyCollection<BookedOrder> orders, IReadOnlyCollection<BookedBatch> batches, BookedBank bank)
    {
        var byRound = orders.ToLookup(order => (order.Smederij, order.Period));
        var byId = orders.ToDictionary(order => order.Id, StringComparer.Ordinal);
        return
        [
            .. rounds.Where(round => !round.IsSound).Select(round => new BookFault.Ledger(round.Smederij, round.Period)),
            .. rounds.SelectMany(round => Payments(round, byRound[(round.Smederij, round.Period)])),
            .. OfNoRound(rounds, orders),
            .. batches.SelectMany(batch => Lines(batch, byId)),
            .. WithoutBatch(orders, batches),
            .. BankCheck.Look(rounds, byId, bank),
        ];
    }

    private static IEnumerable<BookFault> Payments(BookedRound round, IEnumerable<BookedOrder> orders)
    {
        var booked = round.Entries.Select(Released).Where(one => one.Order is not null).ToLookup(one => one.Order!, one => one.Cents);
        var ordered = orders.ToDictionary(order => order.Id, StringComparer.Ordinal);
        foreach (var id in booked.Select(one => one.Key).Union(ordered.Keys).Order(StringComparer.Ordinal))
        {
            var (inLedger, order) = (booked[id].Sum(), ordered.GetValueOrDefault(id));
            if (inLedger != (order is { Counts: true } ? order.Amount.Cents : 0))
                yield return Unlike(round.Smederij, round.Period, id, inLedger, order);
        }
    }

    /// <summary>The order that a line is about, and what of it still counts after the line.</summary>
    private static (string? Order, long Cents) Released(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Release { Payment: > 0 } e => (PaymentOrder.IdOf(e.Idea, e.Payment), e.Amount.Cents),
        LedgerEntry.Bounce { Payment: > 0 } e => (PaymentOrder.IdOf(e.Idea, e.Payment), -e.Amount.Cents),
        LedgerEntry.Receive { Payment: > 0 } e => (PaymentOrder.IdOf(e.Idea, e.Payment), -e.Amount.Cents),
        _ => default,
    };

    private static BookFault.Payment Unlike(string smederij, string period, string id, long booked, BookedOrder? order) => new(
        smederij, period, id, booked, order is { Counts: true } ? order.Amount.Cents : 0,
        order is null ? PaymentDoubt.NoOrder
            : !order.Counts ? PaymentDoubt.CameBack
            : booked == 0 ? PaymentDoubt.NotReleased
            : PaymentDoubt.OtherAmount);

    private static IEnumerable<BookFault> OfNoRound(IEnumerable<BookedRound> rounds, IEnumerable<BookedOrder> orders)
    {
        var known = rounds.Select(round => (round.Smederij, round.Period)).ToHashSet();
        return orders.Where(order => order.Counts && !known.Contains((order.Smederij, order.Period)))
            .Select(order => Unlike(order.Smederij, order.Period, order.Id, 0, order));
    }

    private static IEnumerable<BookFault> Lines(BookedBatch batch, Dictionary<string, BookedOrder> orders) =>
        from line in batch.Lines
        let ordered = orders.GetValueOrDefault(line.Order) is { } order && WasIn(order, batch) ? order.Amount : Euro.Zero
        where ordered != line.Amount
        select new BookFault.Batch(batch.Id, line.Order, line.Amount.Cents, ordered.Cents);

    /// <summary>What came back was in a file as well, and does not say any more in which.</summary>
    private static bool WasIn(BookedOrder order, BookedBatch batch) => order.Phase is PaymentPhase.Returned || order.Batch == batch.Id;

    /// <summary>Paid, and in no file.</summary>
    private static IEnumerable<BookFault> WithoutBatch(IEnumerable<BookedOrder> orders, IEnumerable<BookedBatch> batches)
    {
        var sent = batches.SelectMany(batch => batch.Lines.Select(line => (batch.Id, line.Order))).ToHashSet();
        return orders.Where(order => order is { Phase: PaymentPhase.Paid, Batch: { } batch } && !sent.Contains((batch, order.Id)))
            .Select(order => new BookFault.Batch(order.Batch!, order.Id, 0, order.Amount.Cents));
    }
}

/// <summary>Something in which the books do not agree.</summary>
public abstract record BookFault
{
    private BookFault() { }

    /// <summary>The lines of a ledger do not lead to its totals.</summary>
    public sealed record Ledger(string Smederij, string Period) : BookFault;

    /// <summary>A ledger and an order tell different amounts of the same payment.</summary>
    /// <param name="Order">The id that the order has, or should have.</param>
    /// <param name="Booked">What the ledger released and did not take back, in cents.</param>
    /// <param name="Ordered">What is to be paid or was paid, in cents.</param>
    public sealed record Payment(string Smederij, string Period, string Order, long Booked, long Ordered, PaymentDoubt Why) : BookFault;

    /// <summary>The file for the bank and an order tell different things.</summary>
    /// <param name="InFile">In cents; 0 when the order is in no file that was signed off.</param>
    /// <param name="Ordered">In cents; 0 when there is no such order in this batch.</param>
    public sealed record Batch(string Id, string Order, long InFile, long Ordered) : BookFault;

    /// <summary>A line of the bank and the books tell different things.</summary>
    /// <param name="Id">Of the line.</param>
    /// <param name="Order">The order that it is about; null for another line.</param>
    /// <param name="Idea">The idea that paid back; null for another line.</param>
    /// <param name="InBank">In cents; 0 when no such line was read.</param>
    /// <param name="Booked">What order or ledger have of it, in cents.</param>
    public sealed record Line(string Id, string? Order, (string Smederij, string Idea)? Idea, long InBank, long Booked, BankDoubt Why) : BookFault;

    /// <summary>Not all lines of a file of the bank are told to what they are about.</summary>
    public sealed record Unread(string File) : BookFault;

    /// <summary>A statement does not begin with what the one before it ended with, or says something else than another of the same number.</summary>
    /// <param name="File">In which it was read.</param>
    /// <param name="Expected">What it should say, in cents.</param>
    /// <param name="Said">What it says, in cents.</param>
    public sealed record Statement(string File, StatementBalances This, StatementBalances Other, long Expected, long Said, StatementDoubt Why)
        : BookFault;
}

/// <summary>Why a line of the bank and the books differ.</summary>
public enum BankDoubt
{
    /// <summary>It waits for two people.</summary>
    Unsettled,

    /// <summary>It is told to what it is about, which did not answer.</summary>
    Untold,

    /// <summary>It says that an order was paid or came back, and the order does not.</summary>
    OrderDiffers,

    /// <summary>It says that money was paid back, and the ledger has another amount of it.</summary>
    LedgerDiffers,

    /// <summary>Order or ledger name a line that was never read, or that says something else.</summary>
    NoSuchLine,
}

/// <summary>Why two statements do not fit.</summary>
public enum StatementDoubt
{
    /// <summary>It does not begin with what the one before it ended with.</summary>
    DoesNotFollow,

    /// <summary>Both have the same number and end on the same day, with other amounts.</summary>
    Contradicts,
}

/// <summary>Why a ledger and an order differ.</summary>
public enum PaymentDoubt
{
    /// <summary>The ledger released it, and there is no order.</summary>
    NoOrder,

    /// <summary>There is an order, and the ledger released nothing for it.</summary>
    NotReleased,
    OtherAmount,

    /// <summary>
    /// The order is over without being paid, and the ledger still counts a part: somebody had paid that back, or it had been written off, before the
    /// payment itself came back.
    /// </summary>
    CameBack,
}
