using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;

namespace Smederijen.Domain.Tests.Payments;

public sealed class When_the_books_are_compared
{
    private static readonly Arbitrary<NonEmptyArray<(byte What, byte Who)>> s_histories =
        ArbMap.Default.GeneratorFor<NonEmptyArray<(byte What, byte Who)>>().Resize(300).ToArbitrary();

    /// <summary>
    /// The one difference that can be: somebody paid back, or was let off, a part of a payment that came back by itself after that.
    /// </summary>
    [Fact]
    public void Whatever_happens_they_agree_but_for_what_came_back_twice() => Prop.ForAll(s_histories, any =>
    {
        var town = After(any.Get);
        return town.Faults.All(fault => fault is BookFault.Line { Why: BankDoubt.Unsettled }
            || (fault is BookFault.Payment { Why: PaymentDoubt.CameBack } late && WasSettledByHand(town, late.Order)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void Every_number_is_the_sum_of_its_lines_and_the_row_adds_up() => Prop.ForAll(s_histories, any =>
    {
        var town = After(any.Get);
        var row = town.Amounts;
        var wrong = town.Faults.OfType<BookFault.Payment>().Sum(fault => fault.Booked - fault.Ordered);
        return (row.Divided, row.Reserved, row.ToReceive, row.Left)
                == (town.Ledger.Total.Cents, town.Ledger.Reserved.Cents, town.Ledger.ToReceive.Cents, town.Ledger.Available.Cents)
            && row.Left + wrong == row.Divided - row.Reserved - row.Ordered - row.Paid + row.Received;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_sources_of_a_row_add_up_to_it_and_each_keeps_to_its_sum() => Prop.ForAll(s_histories, any =>
    {
        var town = After(any.Get);
        var row = Books.Of([town.Round], town.Orders)[0];
        return row.Sources.Length == 2
            && Books.Columns.All(column => row.Sources.Sum(source => source.Amounts[column]) == row.Amounts[column])
            && row.Sources.All(source => Books.Columns.All(column => source.Amounts[column] >= 0))
            && (!town.Faults.IsEmpty || row.Sources.Select(source => source.Amounts).All(one =>
                one.Left == one.Divided - one.Reserved - one.Ordered - one.Paid + one.Received));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_cent_in_any_line_order_or_file_is_found() => Prop.ForAll(s_histories, ArbMap.Default.ArbFor<byte>(), (any, which) =>
    {
        var town = After(any.Get);
        var before = town.Faults.Length;
        return Doctored(town, which).All(faults => faults.Length > before);
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void It_says_what_differs_and_where_to_look()
    {
        var round = Round(new LedgerEntry.Release(new Euro(100), "a") { Payment = 1 }, new LedgerEntry.Release(new Euro(200), "b") { Payment = 2 });
        BookCheck.Look([round], [Order("a-1", 90, PaymentPhase.Ordered), Order("c-1", 7, PaymentPhase.Ordered)], [], BookedBank.None).ShouldBe(
        [
            new BookFault.Payment("wolfsbos", "2026", "a-1", 100, 90, PaymentDoubt.OtherAmount),
            new BookFault.Payment("wolfsbos", "2026", "b-2", 200, 0, PaymentDoubt.NoOrder),
            new BookFault.Payment("wolfsbos", "2026", "c-1", 0, 7, PaymentDoubt.NotReleased),
        ]);
        BookCheck.Look(
                [], [Order("a-1", 100, PaymentPhase.Paid, "b1")],
                [new("b1", [new("a-1", new Euro(101))]), new("b2", [new("a-1", new Euro(100))])], BookedBank.None)
            .ShouldBe(
            [
                new BookFault.Payment("wolfsbos", "2026", "a-1", 0, 100, PaymentDoubt.NotReleased),
                new BookFault.Batch("b1", "a-1", 101, 100),
                new BookFault.Batch("b2", "a-1", 100, 0),
            ]);
        BookCheck.Look([], [Order("a-1", 100, PaymentPhase.Paid, "b1")], [], BookedBank.None).ShouldContain(new BookFault.Batch("b1", "a-1", 0, 100));
        BookCheck.Look([round with { Lines = 9 }], [], [], BookedBank.None).ShouldContain(new BookFault.Ledger("wolfsbos", "2026"));
    }

    [Fact]
    public void What_was_paid_before_payments_were_orders_is_paid_and_asks_for_no_order()
    {
        var round = Round(new LedgerEntry.Release(new Euro(100), "a"));
        BookCheck.Look([round], [], [], BookedBank.None).ShouldBeEmpty();
        Books.Of([round], [])[0].Amounts.Paid.ShouldBe(100);
    }

    /// <summary>The properties above say something only if histories get this far.</summary>
    [Fact]
    public void Histories_of_that_length_pay_return_call_off_and_come_back_twice()
    {
        var chance = new Random(1);
        var towns = Enumerable.Range(0, 400).Select(_ => After(
            Enumerable.Range(0, 200).Select(_ => ((byte)chance.Next(256), (byte)chance.Next(256))).ToList())).ToList();
        towns.ShouldContain(town => town.Batches.Length > 1);
        towns.SelectMany(town => town.Orders).Select(order => order.Phase).Distinct().Count().ShouldBe(5);
        towns.SelectMany(town => town.Faults).ShouldNotBeEmpty();
        towns.ShouldContain(
            town => town.Orders.Where(order => order.Counts).GroupBy(order => order.Id.Split('-')[0]).Any(idea => idea.Count() > 1), "paid in two");
        List<BookedLine> lines = [.. towns.SelectMany(town => town.Bank.Lines)];
        lines.Where(line => line.Phase is LinePhase.Settled).Select(line => line.Meaning!.GetType()).Distinct().Count().ShouldBe(3);
        lines.ShouldContain(line => line.Phase == LinePhase.Open);
        foreach (var column in Books.Columns)
            towns.ShouldContain(town => town.Amounts[column] > 0, $"{column}");
    }

    private static bool WasSettledByHand(APaymaster town, string order) => town.Orders.Any(one => one.Id == order && !one.Counts)
        && town.Entries.Any(entry => entry switch
        {
            LedgerEntry.Receive { Payment: 0 } e => order.StartsWith($"{e.Idea}-", StringComparison.Ordinal),
            LedgerEntry.WriteOff e => order.StartsWith($"{e.Idea}-", StringComparison.Ordinal),
            _ => false,
        });

    private static APaymaster After(IEnumerable<(byte What, byte Who)> history)
    {
        var town = new APaymaster();
        foreach (var (what, who) in history)
            town.Happen(what, who);
        town.Settle();
        return town;
    }

    /// <summary>What is found when somebody changes one thing, where there is one to change.</summary>
    private static IEnumerable<ImmutableArray<BookFault>> Doctored(APaymaster town, byte which)
    {
        var (round, orders, batches, bank) = (town.Round, town.Orders, town.Batches, town.Bank);
        var line = which % round.Entries.Count;
        var entries = round.Entries.ToArray();
        entries[line] = More(entries[line]);
        yield return BookCheck.Look([round with { Entries = entries, Lines = round.Lines }], orders, batches, bank);
        yield return BookCheck.Look(
            [new(round.Smederij, round.Period, round.Totals, round.Lines, [.. round.Entries.Skip(1)])], orders, batches, bank);
        var counting = orders.Where(order => order.Counts).ToList();
        if (counting.Count > 0 && counting[which % counting.Count] is var order)
        {
            yield return BookCheck.Look([round], orders.Replace(order, order with { Amount = order.Amount + new Euro(1) }), batches, bank);
            yield return BookCheck.Look([round], orders.Remove(order), batches, bank);
        }
        if (batches.Length > 0 && batches[which % batches.Length] is { Lines: [var first, ..] } batch)
        {
            var other = batch with { Lines = batch.Lines.Replace(first, first with { Amount = first.Amount + new Euro(1) }) };
            yield return BookCheck.Look([round], orders, batches.Replace(batch, other), bank);
        }
        var settled = bank.Lines.Where(line => line is { Phase: LinePhase.Settled, Meaning: not LineMeaning.Unrelated }).ToList();
        if (settled.Count > 0 && settled[which % settled.Count] is var told)
        {
            BookedBank With(params BookedLine[] instead) => bank with { Lines = [.. bank.Lines.Except([told]), .. instead] };
            yield return BookCheck.Look([round], orders, batches, With(told with { Amount = told.Amount - new Euro(1) }));
            yield return BookCheck.Look([round], orders, batches, With(told with { Phase = LinePhase.Open }));
            yield return BookCheck.Look([round], orders, batches, With(told with { Phase = LinePhase.Handed }));
            yield return BookCheck.Look([round], orders, batches, With(told with { Meaning = new LineMeaning.Unrelated("") }));
            yield return BookCheck.Look([round], orders, batches, With(told, told with { Id = "nog een" }));
            yield return BookCheck.Look([round], orders, batches, With());
        }
    }

    private static LedgerEntry More(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => new LedgerEntry.Allot(e.Amount + new Euro(1), e.Source),
        LedgerEntry.Reserve e => new LedgerEntry.Reserve(e.Amount + new Euro(1), e.Idea),
        LedgerEntry.Free e => new LedgerEntry.Free(e.Amount + new Euro(1), e.Idea),
        LedgerEntry.Release e => new LedgerEntry.Release(e.Amount + new Euro(1), e.Idea) { Payment = e.Payment },
        LedgerEntry.Bounce e => new LedgerEntry.Bounce(e.Amount + new Euro(1), e.Idea) { Payment = e.Payment },
        LedgerEntry.Expect e => new LedgerEntry.Expect(e.Amount + new Euro(1), e.Idea),
        LedgerEntry.Receive e => new LedgerEntry.Receive(e.Amount + new Euro(1), e.Idea) { Payment = e.Payment, Line = e.Line },
        LedgerEntry.WriteOff e => new LedgerEntry.WriteOff(e.Amount + new Euro(1), e.Idea),
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "Not posted here."),
    };

    private static BookedRound Round(params LedgerEntry[] spent)
    {
        LedgerEntry[] entries = [new LedgerEntry.Allot(new Euro(1000), "Gemeente"), new LedgerEntry.Reserve(new Euro(900), "a"), .. spent];
        return new("wolfsbos", "2026", Ledger.Replay(entries), entries.Length, entries);
    }

    private static BookedOrder Order(string id, long cents, PaymentPhase phase, string? batch = null) =>
        new(id, "wolfsbos", "2026", new Euro(cents), phase, batch);
}
