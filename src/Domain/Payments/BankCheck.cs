namespace Smederijen.Domain.Payments;

/// <summary>
/// Compares what the bank said with the orders and the ledgers, line by line and to the cent: what was paid, came back or was paid back by a line
/// names that line, and the line is of nothing else. What two people said without a line is theirs. Where the account is for us alone, its
/// statements have to follow on each other as well.
/// </summary>
public static class BankCheck
{
    /// <param name="orders">By id.</param>
    internal static IEnumerable<BookFault> Look(
        IReadOnlyCollection<BookedRound> rounds, IReadOnlyDictionary<string, BookedOrder> orders, BookedBank bank)
    {
        var received = Received(rounds).ToLookup(one => one.Line);
        var lines = bank.Lines.ToDictionary(line => line.Id, StringComparer.Ordinal);
        return
        [
            .. bank.Files.Where(file => !file.IsRead).Select(file => new BookFault.Unread(file.Id)),
            .. bank.Lines.Select(line => Line(line, orders, received[line.Id])).OfType<BookFault>(),
            .. orders.Values.SelectMany(order => WithoutLine(order, lines)),
            .. received.SelectMany(line => line).Where(one => !Says(lines, one.Line, new LineMeaning.PaidBack(one.Smederij, one.Idea, Euro.Zero)))
                .Select(one => new BookFault.Line(one.Line, null, (one.Smederij, one.Idea), 0, one.Cents, BankDoubt.NoSuchLine)),
            .. bank.Files.SelectMany(file => file.Balances.Select(balances => (File: file.Id, Balances: balances)))
                .GroupBy(one => one.Balances.Account, StringComparer.Ordinal).SelectMany(account => Statements([.. account])),
        ];
    }

    /// <summary>What ledgers have by a line of the bank.</summary>
    private static IEnumerable<ReceivedBack> Received(IEnumerable<BookedRound> rounds) =>
        from round in rounds
        from entry in round.Entries.OfType<LedgerEntry.Receive>()
        where entry.Line is not null
        select new ReceivedBack(entry.Line!, round.Smederij, entry.Idea, entry.Amount.Cents);

    private static BookFault.Line? Line(
        BookedLine line, IReadOnlyDictionary<string, BookedOrder> orders, IEnumerable<ReceivedBack> received)
    {
        var (order, idea) = About(line.Meaning);
        var fault = new BookFault.Line(line.Id, order, idea, line.Amount.Cents, 0, BankDoubt.Unsettled);
        return (line.Phase, line.Meaning) switch
        {
            (LinePhase.Open, _) => fault,
            (LinePhase.Handed, _) => fault with { Why = BankDoubt.Untold },
            (_, LineMeaning.Paid x) => OfOrder(fault, orders.GetValueOrDefault(x.Order), by => by.PaidLine),
            (_, LineMeaning.Returned x) => OfOrder(fault, orders.GetValueOrDefault(x.Order), by => by.BackLine),
            (_, LineMeaning.PaidBack x) => Back(fault, x, received.Sum(one => (one.Smederij, one.Idea) == idea ? one.Cents : 0)),
            _ => null,
        };
    }

    private static (string? Order, (string Smederij, string Idea)? Idea) About(LineMeaning? meaning) => meaning switch
    {
        LineMeaning.Paid x => (x.Order, null),
        LineMeaning.Returned x => (x.Order, null),
        LineMeaning.Accepted x => (x.Order, null),
        LineMeaning.PaidBack x => (null, (x.Smederij, x.Idea)),
        _ => default,
    };

    private static BookFault.Line? OfOrder(BookFault.Line fault, BookedOrder? order, Func<BookedOrder, string?> lineOf)
    {
        var booked = order is not null && lineOf(order) == fault.Id ? order.Amount.Cents : 0;
        return booked == fault.InBank ? null : fault with { Booked = booked, Why = BankDoubt.OrderDiffers };
    }

    /// <summary>Of one amount a part can be for an idea: two people say how much.</summary>
    private static BookFault.Line? Back(BookFault.Line fault, LineMeaning.PaidBack said, long booked) =>
        booked == said.Amount.Cents && booked <= fault.InBank ? null
            : fault with { InBank = Math.Min(fault.InBank, said.Amount.Cents), Booked = booked, Why = BankDoubt.LedgerDiffers };

    private static IEnumerable<BookFault> WithoutLine(BookedOrder order, IReadOnlyDictionary<string, BookedLine> lines)
    {
        if (order.PaidLine is { } paid && !Says(lines, paid, new LineMeaning.Paid(order.Id)))
            yield return new BookFault.Line(paid, order.Id, null, 0, order.Amount.Cents, BankDoubt.NoSuchLine);
        if (order.BackLine is { } back && !Says(lines, back, new LineMeaning.Returned(order.Id, "")))
            yield return new BookFault.Line(back, order.Id, null, 0, order.Amount.Cents, BankDoubt.NoSuchLine);
    }

    /// <summary>Whether a line means that, whatever its amount and code. One that was told and is not answered yet means it as well.</summary>
    private static bool Says(IReadOnlyDictionary<string, BookedLine> lines, string id, LineMeaning meaning) =>
        lines.GetValueOrDefault(id) is { Phase: LinePhase.Settled or LinePhase.Handed, Meaning: { } said }
        && said.GetType() == meaning.GetType() && About(said) == About(meaning);

    private static IEnumerable<BookFault> Statements(IReadOnlyList<(string File, StatementBalances Balances)> account)
    {
        foreach (var (number, (file, balances)) in account.Index())
        {
            var others = account.Where((_, other) => other != number).Select(one => one.Balances).ToList();
            if (account.Take(number).Select(one => one.Balances).FirstOrDefault(other => Contradicts(balances, other)) is { } same)
                yield return balances.Opening != same.Opening
                    ? new BookFault.Statement(file, balances, same, same.Opening, balances.Opening, StatementDoubt.Contradicts)
                    : new BookFault.Statement(file, balances, same, same.Closing, balances.Closing, StatementDoubt.Contradicts);
            else if (Before(balances, others) is { } before)
                yield return new BookFault.Statement(file, balances, before, before.Closing, balances.Opening, StatementDoubt.DoesNotFollow);
        }
    }

    private static bool Contradicts(StatementBalances one, StatementBalances other) =>
        (one.Number, one.Until) == (other.Number, other.Until) && (one.Opening, one.Closing) != (other.Opening, other.Closing)
        && one.From == other.From;

    /// <summary>
    /// The statement that this one should follow on, and does not; null when it does, or none was read from before it. What begins in the middle of
    /// another holds some of the same lines, and those are known by their ids.
    /// </summary>
    private static StatementBalances? Before(StatementBalances balances, List<StatementBalances> others)
    {
        if (others.Any(other => (other.From < balances.From && balances.From < other.Until)
            || (other.From == balances.From && other.Opening == balances.Opening && other.Until > balances.From)))
            return null;
        // Banks give the opening balance the first day of the statement or the day before, and some write several statements for a day.
        var sameDay = others.Where(other => other.Until == balances.From).ToList();
        var earlier = others.Where(other => other.Until < balances.From).ToList();
        var last = earlier.Where(other => other.Until == earlier.Max(one => one.Until)).ToList();
        if (sameDay.Concat(last).Any(other => other.Closing == balances.Opening))
            return null;
        return sameDay.FirstOrDefault(other => other.From < other.Until) ?? last.FirstOrDefault();
    }

    /// <summary>Money in a ledger that somebody paid back.</summary>
    /// <param name="Line">That said so.</param>
    private sealed record ReceivedBack(string Line, string Smederij, string Idea, long Cents);
}
