using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;

namespace Smederijen.Domain.Tests.Payments;

public sealed class When_the_books_are_compared_with_the_bank
{
    private static readonly LedgerEntry[] s_owed =
    [
        new LedgerEntry.Allot(new Euro(1000), "Gemeente"), new LedgerEntry.Reserve(new Euro(900), "b"),
        new LedgerEntry.Release(new Euro(900), "b"), new LedgerEntry.Expect(new Euro(500), "b"),
    ];

    [Fact]
    public void A_line_and_what_it_is_about_have_each_other_to_the_cent()
    {
        var paid = Order("a-1", 100) with { PaidLine = "r1" };
        var line = Line("r1", 100, new LineMeaning.Paid("a-1"));
        Look([paid], line).ShouldBeEmpty();
        Look([paid], line with { Amount = new Euro(99) }).ShouldBe([Fault("r1", "a-1", 99, 100, BankDoubt.OrderDiffers)]);
        Look([paid with { PaidLine = null }], line).ShouldBe([Fault("r1", "a-1", 100, 0, BankDoubt.OrderDiffers)]);
        Look([], line).ShouldBe([Fault("r1", "a-1", 100, 0, BankDoubt.OrderDiffers)]);
        Look([paid]).ShouldBe([Fault("r1", "a-1", 0, 100, BankDoubt.NoSuchLine)]);
        Look([paid], Line("r1", 100, new LineMeaning.Unrelated(""))).ShouldBe([Fault("r1", "a-1", 0, 100, BankDoubt.NoSuchLine)]);
        Look([paid], line, Line("r2", 100, new LineMeaning.Paid("a-1"))).ShouldBe([Fault("r2", "a-1", 100, 0, BankDoubt.OrderDiffers)]);
    }

    [Fact]
    public void What_came_back_has_both_its_lines()
    {
        var back = Order("a-1", 100) with { Phase = PaymentPhase.Returned, PaidLine = "r1", BackLine = "r2" };
        var (paid, returned) = (Line("r1", 100, new LineMeaning.Paid("a-1")), Line("r2", 100, new LineMeaning.Returned("a-1", "AC04")));
        Look([back], paid, returned).ShouldBeEmpty();
        Look([back], paid).ShouldBe([Fault("r2", "a-1", 0, 100, BankDoubt.NoSuchLine)]);
        Look([back with { BackLine = null }], paid, returned).ShouldBe([Fault("r2", "a-1", 100, 0, BankDoubt.OrderDiffers)]);
        Look([back with { PaidLine = "r2" }], paid, returned).Count.ShouldBe(2, "a line that says that it came back does not say that it was paid");
    }

    [Fact]
    public void What_two_people_said_without_a_line_is_theirs() => Look([Order("a-1", 100), Order("b-1", 50) with { Phase = PaymentPhase.Returned }])
        .ShouldBeEmpty();

    [Fact]
    public void What_residents_paid_back_is_in_the_ledger_with_its_line()
    {
        var line = Line("r1", 200, new LineMeaning.PaidBack("wolfsbos", "b", new Euro(150)));
        var received = new LedgerEntry.Receive(new Euro(150), "b") { Line = "r1" };
        InLedger([.. s_owed, received], line).ShouldBeEmpty("a part of a line can be of an idea");
        InLedger([.. s_owed, received, new LedgerEntry.Receive(new Euro(7), "b")], line).ShouldBeEmpty("what staff recorded has no line");
        InLedger(s_owed, line).ShouldBe([Back("r1", 150, 0, BankDoubt.LedgerDiffers)]);
        InLedger([.. s_owed, new LedgerEntry.Receive(new Euro(149), "b") { Line = "r1" }], line)
            .ShouldBe([Back("r1", 150, 149, BankDoubt.LedgerDiffers)]);
        InLedger([.. s_owed, received, received], line).ShouldBe([Back("r1", 150, 300, BankDoubt.LedgerDiffers)]);
        InLedger([.. s_owed, received]).ShouldBe([Back("r1", 0, 150, BankDoubt.NoSuchLine)]);
        InLedger([.. s_owed, received], line with { Amount = new Euro(149) }).ShouldBe([Back("r1", 149, 150, BankDoubt.LedgerDiffers)]);
    }

    [Fact]
    public void A_line_that_waits_for_people_or_for_an_answer_is_named()
    {
        Look([], new BookedLine("r1", new Euro(100), LinePhase.Open, null)).ShouldBe([Fault("r1", null, 100, 0, BankDoubt.Unsettled)]);
        Look([Order("a-1", 100) with { PaidLine = "r1" }], Line("r1", 100, new LineMeaning.Paid("a-1")) with { Phase = LinePhase.Handed })
            .ShouldBe([Fault("r1", "a-1", 100, 0, BankDoubt.Untold)], "the order heard it, and the line did not hear the answer");
        Look([], Line("r1", 100, new LineMeaning.Accepted("a-1", "ACCP"))).ShouldBeEmpty("only a statement says that it was paid");
        BookCheck.Look([], [], [], new([new("f1", IsRead: false, [])], [])).ShouldBe([new BookFault.Unread("f1")]);
    }

    /// <summary>Banks give the opening balance the first day or the day before, and some write more than one a day.</summary>
    [Fact]
    public void Statements_that_follow_on_each_other_are_right_in_whichever_order_they_were_read()
    {
        Statements(Of("1", 1, 0, 7, 100), Of("2", 8, 100, 14, 70), Of("3", 15, 70, 21, -5)).ShouldBeEmpty();
        Statements(Of("3", 15, 70, 21, -5), Of("1", 1, 0, 7, 100), Of("2", 8, 100, 14, 70)).ShouldBeEmpty();
        Statements(Of("1", 1, 0, 7, 100), Of("2", 7, 100, 14, 70)).ShouldBeEmpty("the day before");
        Statements(Of("1", 1, 0, 1, 100), Of("2", 2, 100, 2, 70), Of("3", 2, 70, 2, 80), Of("4", 3, 80, 3, 90)).ShouldBeEmpty("two on one day");
        Statements(Of("2", 2, 100, 2, 70), Of("3", 2, 70, 2, 80)).ShouldBeEmpty("two on the first day");
        Statements(Of("1", 1, 0, 7, 100), Of("1", 1, 0, 7, 100)).ShouldBeEmpty("the same in two files");
        Statements(Of("1", 1, 0, 7, 100), Of("w", 1, 0, 3, 40), Of("x", 5, 60, 10, 90), Of("2", 11, 90, 12, 1)).ShouldBeEmpty("overlapping");
        Statements(Of("1", 1, 0, 7, 100), Of("2", 8, 5, 14, 70, "NL20INGB0001234567")).ShouldBeEmpty("of two accounts");
        Statements(Of("1", 1, 0, 7, 100), Of("1", 1, 50, 7, 60, "NL20INGB0001234567")).ShouldBeEmpty("numbered per account");
        Statements(Of("1", 1, 0, 7, 100), Of("1", 8, 100, 14, 60)).ShouldBeEmpty("numbers come again in another year");
    }

    [Fact]
    public void A_statement_that_lacks_and_two_that_disagree_are_named()
    {
        var (first, third, other) = (Of("1", 1, 0, 7, 100), Of("3", 15, 70, 21, 5), Of("1", 1, 0, 7, 101));
        Statements(first, third).ShouldBe([new BookFault.Statement("f1", third, first, 100, 70, StatementDoubt.DoesNotFollow)]);
        Statements(third, first).ShouldBe([new BookFault.Statement("f0", third, first, 100, 70, StatementDoubt.DoesNotFollow)]);
        Statements(first, other).ShouldBe([new BookFault.Statement("f1", other, first, 100, 101, StatementDoubt.Contradicts)]);
        var begins = first with { Opening = 1 };
        Statements(first, begins).ShouldBe([new BookFault.Statement("f1", begins, first, 0, 1, StatementDoubt.Contradicts)]);
        Statements(first, Of("2", 7, 99, 14, 70)).ShouldHaveSingleItem().ShouldBeOfType<BookFault.Statement>().Expected.ShouldBe(100);
    }

    private static IReadOnlyList<BookFault> Look(IReadOnlyList<BookedOrder> orders, params BookedLine[] lines) =>
        [.. BookCheck.Look([], orders, [new("b1", [.. orders.Select(order => new BatchLine(order.Id, order.Amount))])], new([], lines))
            .Where(fault => fault is not BookFault.Payment { Why: PaymentDoubt.NotReleased })];

    private static IReadOnlyList<BookFault> InLedger(IReadOnlyList<LedgerEntry> entries, params BookedLine[] lines) => BookCheck.Look(
        [new("wolfsbos", "2026", Ledger.Replay(entries), entries.Count, entries)], [], [], new([], lines));

    private static IReadOnlyList<BookFault> Statements(params StatementBalances[] read) =>
        BookCheck.Look([], [], [], new([.. read.Select((one, number) => new BookedFile($"f{number}", IsRead: true, [one]))], []));

    private static StatementBalances Of(string number, int from, long opening, int until, long closing, string account = "NL91ABNA0417164300") =>
        new(account, number, new DateOnly(2026, 3, from), opening, new DateOnly(2026, 3, until), closing);

    private static BookedOrder Order(string id, long cents) => new(id, "wolfsbos", "2026", new Euro(cents), PaymentPhase.Paid, "b1");

    private static BookedLine Line(string id, long cents, LineMeaning meaning) => new(id, new Euro(cents), LinePhase.Settled, meaning);

    private static BookFault.Line Fault(string line, string? order, long inBank, long booked, BankDoubt why) =>
        new(line, order, null, inBank, booked, why);

    private static BookFault.Line Back(string line, long inBank, long booked, BankDoubt why) =>
        new(line, null, ("wolfsbos", "b"), inBank, booked, why);
}
