using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Payments.BookColumn;

namespace Smederijen.Domain.Payments;

/// <summary>
/// The books: what became of the money of every round, out of the lines of its ledger and the payment orders. Every number is the sum of lines,
/// and <see cref="Part(LedgerEntry, BookColumn)"/> says which. <c>Left = Divided − Reserved − Ordered − Paid + Received</c> as long as ledger and
/// orders agree; ToReceive and WrittenOff were paid, so they are in Paid already.
/// </summary>
public static class Books
{
    public static ImmutableArray<BookColumn> Columns { get; } = [.. Enum.GetValues<BookColumn>()];

    /// <summary>A row per round, in the order of the rounds.</summary>
    /// <param name="orders">Of any round.</param>
    public static ImmutableArray<BookRow> Of(IReadOnlyCollection<BookedRound> rounds, IEnumerable<BookedOrder> orders)
    {
        var byRound = orders.ToLookup(order => (order.Smederij, order.Period));
        return [.. rounds.Select(round => RowOf(round, [.. byRound[(round.Smederij, round.Period)]]))];
    }

    /// <summary>What a line of a ledger adds to a column, in cents.</summary>
    public static long Part(LedgerEntry entry, BookColumn column) => (column, entry) switch
    {
        (Divided or Left, LedgerEntry.Allot or LedgerEntry.CarryIn) => entry.Amount.Cents,
        (Divided or Left, LedgerEntry.CarryOut or LedgerEntry.Return) => -entry.Amount.Cents,
        (Reserved, LedgerEntry.Reserve or LedgerEntry.Bounce) => entry.Amount.Cents,
        (Reserved, LedgerEntry.Free or LedgerEntry.Release) => -entry.Amount.Cents,
        // What has a payment is an order, and that says itself whether it was paid.
        (Paid, LedgerEntry.Release { Payment: 0 }) => entry.Amount.Cents,
        (ToReceive, LedgerEntry.Expect) => entry.Amount.Cents,
        (ToReceive, LedgerEntry.Receive or LedgerEntry.WriteOff) => -entry.Amount.Cents,
        (Received, LedgerEntry.Receive { Payment: 0 } or LedgerEntry.GiveBack) => entry.Amount.Cents,
        (WrittenOff, LedgerEntry.WriteOff) => entry.Amount.Cents,
        (Left, LedgerEntry.Free or LedgerEntry.Receive or LedgerEntry.GiveBack) => entry.Amount.Cents,
        (Left, LedgerEntry.Reserve) => -entry.Amount.Cents,
        _ => 0,
    };

    /// <summary>What an order adds to a column, in cents. What came back or never went adds nothing.</summary>
    public static long Part(BookedOrder order, BookColumn column) => (column, order.Phase) switch
    {
        (Ordered, PaymentPhase.Ordered or PaymentPhase.InBatch) => order.Amount.Cents,
        (Paid, PaymentPhase.Paid) => order.Amount.Cents,
        _ => 0,
    };

    private static BookRow RowOf(BookedRound round, ImmutableArray<BookedOrder> orders)
    {
        var whole = BookAmounts.Of(column =>
            round.Entries.Sum(entry => Part(entry, column)) + orders.Sum(order => Part(order, column)));
        return new(round.Smederij, round.Period, whole, round.IsSound ? PerSource(round, whole) : []);
    }

    /// <summary>
    /// All sources pay in proportion (<see cref="SourceBook"/>), so the numbers that know no source are divided by what each source has in use.
    /// Every column adds up to the row, and every source keeps to the sum of the row, both to the cent.
    /// </summary>
    private static ImmutableArray<BookSource> PerSource(BookedRound round, BookAmounts whole)
    {
        var sources = SourceBook.Of(round.Entries);
        var came = sources.Select(source => round.Entries.Sum(entry => CameFrom(entry, source.Name))).ToArray();
        var inUse = sources.Select(source => source.InUse.Cents).ToArray();
        var reserved = Divide(whole.Reserved, inUse);
        var received = Divide(whole.Received, came);
        var spent = inUse.Zip(reserved, (use, part) => use - part).Zip(received, (use, part) => use + part).ToArray();
        var ordered = Divide(whole.Ordered, spent);
        var paid = Divide(whole.Paid, [.. spent.Zip(ordered, (part, waits) => Math.Max(0, part - waits))]);
        var (toReceive, writtenOff) = (Divide(whole.ToReceive, spent), Divide(whole.WrittenOff, spent));
        return
        [
            .. sources.Select((source, i) => new BookSource(source.Name, new BookAmounts(
                source.Here.Cents, reserved[i], ordered[i], paid[i], toReceive[i], received[i], writtenOff[i], source.Left.Cents))),
        ];

        long[] Divide(long cents, long[] weights) => cents == 0 ? new long[weights.Length]
            : [.. LargestRemainder.Divide(new Euro(cents), Array.Exists(weights, weight => weight > 0) ? weights : came).Select(part => part.Cents)];
    }

    private static long CameFrom(LedgerEntry entry, string source) => entry switch
    {
        LedgerEntry.Allot e when Same(e.Source, source) => e.Amount.Cents,
        LedgerEntry.CarryIn e when Same(e.Source, source) => e.Amount.Cents,
        _ => 0,
    };

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}

/// <summary>What the books tell of the money of a round.</summary>
public enum BookColumn
{
    /// <summary>What it got, without what went on or back.</summary>
    Divided,

    /// <summary>Set apart for ideas, and not released yet.</summary>
    Reserved,

    /// <summary>Released, and the bank has not paid it yet.</summary>
    Ordered,

    /// <summary>What the bank paid, and what was released before payments were orders.</summary>
    Paid,

    /// <summary>Paid and not spent: it has to come back. It is in Paid, or in Ordered, as well.</summary>
    ToReceive,

    /// <summary>What came back of that.</summary>
    Received,

    /// <summary>What does not come back any more. It is in Paid as well.</summary>
    WrittenOff,

    /// <summary>What nobody has spent or reserved.</summary>
    Left,
}

/// <summary>A number per column, in cents. Below zero only where somebody changed the lines.</summary>
public sealed record BookAmounts(long Divided, long Reserved, long Ordered, long Paid, long ToReceive, long Received, long WrittenOff, long Left)
{
    public static BookAmounts None { get; } = Of(_ => 0);

    public static BookAmounts Of(Func<BookColumn, long> cents) => new(
        cents(BookColumn.Divided), cents(BookColumn.Reserved), cents(BookColumn.Ordered), cents(BookColumn.Paid), cents(BookColumn.ToReceive),
        cents(BookColumn.Received), cents(BookColumn.WrittenOff), cents(BookColumn.Left));

    public long this[BookColumn column] => column switch
    {
        BookColumn.Divided => Divided,
        BookColumn.Reserved => Reserved,
        BookColumn.Ordered => Ordered,
        BookColumn.Paid => Paid,
        BookColumn.ToReceive => ToReceive,
        BookColumn.Received => Received,
        BookColumn.WrittenOff => WrittenOff,
        BookColumn.Left => Left,
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "Every column has a number."),
    };

    public static BookAmounts operator +(BookAmounts left, BookAmounts right) => Of(column => left[column] + right[column]);
}

/// <summary>The books of one round.</summary>
/// <param name="Sources">Whose money it is, in the order in which it came; empty when nothing came, or when the lines are not as they were written.</param>
public sealed record BookRow(string Smederij, string Period, BookAmounts Amounts, ImmutableArray<BookSource> Sources);

/// <summary>The part of one source in the books of one round.</summary>
public sealed record BookSource(string Name, BookAmounts Amounts);

/// <summary>A round as it is stored.</summary>
/// <param name="Totals">What the round itself says; null when that cannot be read.</param>
/// <param name="Lines">How many lines the round says that there are.</param>
/// <param name="Entries">The lines that can be read, in their order.</param>
public sealed record BookedRound(string Smederij, string Period, Ledger? Totals, int Lines, IReadOnlyList<LedgerEntry> Entries)
{
    /// <summary>The lines lead to what the round says.</summary>
    public bool IsSound => Totals is not null && Lines == Entries.Count && Ledger.TryReplay(Entries) == Totals;
}

/// <summary>A payment order as the books look at it.</summary>
/// <param name="Batch">That has it, or paid it; null for one that is in none.</param>
public sealed record BookedOrder(string Id, string Smederij, string Period, Euro Amount, PaymentPhase Phase, string? Batch)
{
    /// <summary>The line of the bank that said that it was paid; null when none did.</summary>
    public string? PaidLine { get; init; }

    /// <summary>The line of the bank that said that it came back; null when none did.</summary>
    public string? BackLine { get; init; }

    /// <summary>It is to be paid or was paid.</summary>
    public bool Counts => Phase is PaymentPhase.Ordered or PaymentPhase.InBatch or PaymentPhase.Paid;
}

/// <summary>A batch that was signed off, as the books look at it.</summary>
/// <param name="Lines">What its file holds.</param>
public sealed record BookedBatch(string Id, ImmutableArray<BatchLine> Lines);

/// <summary>What was read of the bank, as the books look at it.</summary>
/// <param name="Files">In the order in which they were read.</param>
public sealed record BookedBank(IReadOnlyCollection<BookedFile> Files, IReadOnlyCollection<BookedLine> Lines)
{
    public static BookedBank None { get; } = new([], []);
}

/// <summary>A file of the bank.</summary>
/// <param name="IsRead">All lines of it that concern us are items by now.</param>
public sealed record BookedFile(string Id, bool IsRead, ImmutableArray<StatementBalances> Balances);

/// <summary>A line of the bank that concerns us.</summary>
/// <param name="Meaning">What it means, or seemed to mean; null when it means nothing to us.</param>
public sealed record BookedLine(string Id, Euro Amount, LinePhase Phase, LineMeaning? Meaning);
