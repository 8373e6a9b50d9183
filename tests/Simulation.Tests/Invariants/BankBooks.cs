using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using Smederijen.Portal.Bookkeeping;
using Smederijen.Portal.Storage;
using Smederijen.Simulation.Tests.Actors;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// What the bank did, what was read of it, and what the portal says of both: the lines are those of the statements, each is where it says it is, and
/// the page of the books names what does not agree and nothing else.
/// </summary>
internal sealed class BankBooks(Simulation simulation)
{
    private FollowedPayments Payments => simulation.Watch.Payments;

    public async Task Check()
    {
        CheckLines();
        CheckStatements();
        CheckSums();
        await CheckPage();
    }

    /// <summary>Whatever a line was settled to happened at the bank.</summary>
    private void CheckLines()
    {
        var done = simulation.Bank.Bookings.Where(booking => booking.Order is not null)
            .ToLookup(booking => (booking.Order!, booking.IsReturn, booking.NeverLeft), booking => booking.Cents);
        foreach (var line in Payments.Lines)
        {
            IEnumerable<long> happened = line.State switch
            {
                LineState.Settled { Meaning: LineMeaning.Paid x } => done[(x.Order, false, false)],
                LineState.Settled { Meaning: LineMeaning.Returned x } => done[(x.Order, true, x.NeverLeft)],
                _ => [line.Amount.Cents],
            };
            if (!happened.SequenceEqual([line.Amount.Cents]))
                throw new Violation($"Line {line} is of something that the bank did not do: {string.Join(", ", happened)}.");
        }
    }

    /// <summary>
    /// What the bank did with a payment, and told in a file that was accepted, is a line; a booking of a whole batch may wait for people.
    /// </summary>
    private void CheckStatements()
    {
        var told = Payments.Lines.Select(line => line.State switch
        {
            LineState.Settled s => (line, s.Meaning),
            LineState.Handed s => (line, s.Meaning),
            LineState.Open s => (line, s.About),
            _ => default,
        }).ToLookup(one => one.Item2 switch
        {
            LineMeaning.Paid x => (x.Order, false),
            LineMeaning.Returned x => (x.Order, true),
            _ => ("", false),
        });
        foreach (var booking in simulation.Bank.Papers.Where(paper => paper.IsAccepted).SelectMany(paper => paper.Bookings))
        {
            if (booking is { Order: { } order, Together: null } && !told[(order, booking.IsReturn)].Any() && Unread == 0)
                throw new Violation($"The bank told of {booking} in a file that was accepted, and there is no line of it.");
        }
        if (!simulation.IsAccountForUsAlone || Unread > 0)
            return;
        var others = simulation.Bank.Papers.Where(paper => paper.IsAccepted).SelectMany(paper => paper.Bookings).Distinct()
            .Where(booking => booking.Order is null).Select(booking => (booking.IsIn, booking.Cents, booking.On)).Order();
        var kept = Payments.Lines.Where(line => line.Sort == BankFileSort.Statement && !IsOfPayment(line))
            .Select(line => (line.IsIn, line.Amount.Cents, line.On)).Order();
        if (!others.SequenceEqual(kept))
            throw new Violation($"The statements have {others.Count()} lines of other things, and {kept.Count()} were kept.");
    }

    private int Unread => Payments.ReadIn.Count(file => file.Phase == BankFilePhase.Reading);

    /// <summary>By what it said at first: a booking of a whole batch with another total is of payments too.</summary>
    private bool IsOfPayment(BankLine line) => simulation.Bank.Bookings.Any(booking => booking.Order is not null && !booking.NeverLeft
        && (booking.IsIn, booking.On) == (line.IsIn, line.On)
        && (booking.Cents == line.Amount.Cents || (booking.Together is { } message && simulation.Bank.Bookings
            .Where(one => one.Together == message).Sum(one => one.Cents) == line.Amount.Cents)));

    /// <summary>The lines together are what the orders and the ledgers have of them.</summary>
    private void CheckSums()
    {
        var settled = Payments.Lines.Where(line => line.State is LineState.Settled)
            .Select(line => (line, ((LineState.Settled)line.State).Meaning)).ToList();
        if (Payments.Lines.Any(line => line.State is LineState.Handed))
            return;
        Same("paid", settled.Where(one => one.Meaning is LineMeaning.Paid).Sum(one => one.line.Amount.Cents), Payments.Orders.Where(order =>
            order.State is PaymentState.Paid { Line: not null } or PaymentState.Returned { PaidLine: not null }).Sum(order => order.Amount.Cents));
        Same("came back", settled.Where(one => one.Meaning is LineMeaning.Returned).Sum(one => one.line.Amount.Cents), Payments.Orders.Where(order =>
            order.State is PaymentState.Returned { Line: not null }).Sum(order => order.Amount.Cents));
        Same("was paid back", settled.Select(one => one.Meaning).OfType<LineMeaning.PaidBack>().Sum(back => back.Amount.Cents),
            simulation.Watch.Rounds.Values.SelectMany(round => round.Lines).OfType<LedgerEntry.Receive>().Where(entry => entry.Line is not null)
                .Sum(entry => entry.Amount.Cents));
    }

    private static void Same(string what, long lines, long books)
    {
        if (lines != books)
            throw new Violation($"{lines} cents {what} by lines of the bank, and the books have {books}.");
    }

    /// <summary>What waits for people is named, a statement that lacks is, and nothing else; on its way is no fault.</summary>
    private async Task CheckPage()
    {
        var (read, page) = (default(BooksRead), default(Portal.Tests.Answer));
        await simulation.Site.Visit(async process =>
        {
            read = await process.Get<BookReader>().Read(default);
            return page = await process.AsTreasurer("fien").Get(BooksDesk.Address);
        });
        var open = Payments.Lines.Where(line => line.State is LineState.Open).Select(line => line.Id).ToHashSet(StringComparer.Ordinal);
        var named = read!.Faults.OfType<BookFault.Line>().Where(fault => fault.Why == BankDoubt.Unsettled).Select(fault => fault.Id).ToList();
        if (!open.SetEquals(named))
            throw new Violation($"{open.Count} lines of the bank wait for people, and the books name {named.Count}.");
        if (read.Faults.FirstOrDefault(fault => !IsExpected(fault)) is { } wrong)
            throw new Violation($"The books say: {wrong}.");
        if (page!.Words.Contains("De boeken kloppen met", StringComparison.Ordinal) != read.Faults.IsEmpty)
            throw new Violation($"The page of the books says something else than {read.Faults.Length} differences: {page.Words}");
        if (read.OnTheWay > 0 && !await Pending())
            throw new Violation($"The books say that {read.OnTheWay} steps are on their way, and nothing waits.");
        foreach (var row in read.Rows)
        {
            var ledger = simulation.Watch.Rounds[(row.Smederij, row.Period)].Ledger;
            if (read.OnTheWay == 0 && row.Amounts[BookColumn.Ordered] + row.Amounts[BookColumn.Paid] - row.Amounts[BookColumn.Received]
                != (ledger.Released + ledger.ToReceive).Cents)
                throw new Violation($"{row.Smederij}/{row.Period}: paid less received back is not what the ledger says: {row.Amounts}, {ledger}.");
            foreach (var column in row.Sources.IsEmpty ? [] : Domain.Payments.Books.Columns)
            {
                if (row.Sources.Sum(source => source.Amounts[column]) != row.Amounts[column])
                    throw new Violation($"{row.Smederij}/{row.Period}: the sources do not add up in {column}.");
            }
        }
    }

    private bool IsExpected(BookFault fault) => fault switch
    {
        BookFault.Line { Why: BankDoubt.Unsettled } => true,
        BookFault.Statement { Why: StatementDoubt.DoesNotFollow } => simulation.Bank.Papers.Any(paper => !paper.IsAccepted),
        _ => false,
    };

    private async Task<bool> Pending()
    {
        foreach (var partition in simulation.Partitions)
        {
            if (await simulation.Store.All(partition, Keys.AllEffects).AnyAsync())
                return true;
        }
        return false;
    }
}
