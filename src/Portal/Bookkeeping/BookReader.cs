using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Payments;

namespace Smederijen.Portal.Bookkeeping;

/// <summary>
/// Reads the books out of the ledgers, the orders, the batches and what the bank said as they lie in the store: a query per Smederij, and one each
/// for all orders, all batches, all files of the bank and all their lines, side by side. Nothing is kept: the books are what the lines say at this
/// moment.
/// </summary>
public sealed class BookReader(IEntityStore store, SettingsBook settings, UnreadableRows unreadable, EffectContracts effects, TimeProvider clock)
{
    /// <summary>For so many differences it is looked up whether they are only on their way.</summary>
    private const int MostLookedUp = 25;

    /// <summary>All that there is, and whether it agrees.</summary>
    public async Task<BooksRead> Read(CancellationToken cancellation)
    {
        var read = await Take(cancellation);
        // What moved while it was read looks like a difference; the second time it stands still.
        if (!read.Faults.IsEmpty)
            read = await Take(cancellation);
        var looked = await Task.WhenAll(read.Faults.OfType<BookFault.Payment>().Take(MostLookedUp)
            .Select(async fault => (Fault: fault, IsOnItsWay: await IsOnItsWay(fault, cancellation))));
        var steps = read.Faults.Any(IsStepOfBank) ? await StepsOfBank(cancellation) : [];
        List<BookFault> onTheWay =
        [
            .. looked.Where(one => one.IsOnItsWay).Select(one => one.Fault),
            .. read.Faults.Where(fault => IsStepOfBank(fault) && steps.Contains(ItemOf(fault))),
        ];
        return read with { Faults = read.Faults.RemoveRange(onTheWay), OnTheWay = onTheWay.Count };
    }

    private static bool IsStepOfBank(BookFault fault) => fault is BookFault.Unread or BookFault.Line { Why: BankDoubt.Untold };

    private static string ItemOf(BookFault fault) => fault switch
    {
        BookFault.Unread x => BankFileKey.Prefix + x.File,
        BookFault.Line x => BankLineKey.Prefix + x.Id,
        _ => "",
    };

    /// <summary>
    /// The files and lines of the bank of which a step waits. A file of a year hands over thousands of lines: one query finds them all.
    /// </summary>
    private async Task<HashSet<string>> StepsOfBank(CancellationToken cancellation) => await store.All(
            Partitions.Payments, BankKeys.Steps, cancellation)
        .Select(row => Keys.TryReadEffect(row.Row)?.Item).OfType<string>().ToHashSetAsync(StringComparer.Ordinal, cancellation);

    /// <summary>The rounds of some Smederijen and the orders that they pay, for who looks at lines.</summary>
    public async Task<(IReadOnlyList<RoundLines> Rounds, IReadOnlyList<PaymentSummary> Orders)> Lines(
        IEnumerable<string> smederijen, CancellationToken cancellation)
    {
        var (rounds, orders) = (Task.WhenAll(smederijen.Select(smederij => Rounds(smederij, cancellation))), Orders(cancellation));
        await Task.WhenAll(rounds, orders);
        return ([.. (await rounds).SelectMany(some => some)], await orders);
    }

    private async Task<BooksRead> Take(CancellationToken cancellation)
    {
        var batches = unreadable.All(Partitions.Payments, PaymentKeys.Batches, PaymentRowsJson.Default.BatchSummary, cancellation);
        var files = unreadable.All(Partitions.Payments, BankKeys.Files, BankFileRowsJson.Default.BankFileSummary, cancellation);
        var lines = unreadable.All(Partitions.Payments, BankKeys.AllLines, BankLineRowsJson.Default.BankLineSummary, cancellation);
        var (rounds, summaries) = await Lines(settings.All.Select(smederij => smederij.Id), cancellation);
        var orders = summaries.Select(order => new BookedOrder(
            order.Id, order.Smederij, order.Period, new Euro(order.Amount), order.Phase, order.Batch)
        {
            PaidLine = order.PaidLine,
            BackLine = order.BackLine,
        }).ToList();
        List<BookedRound> booked = [.. rounds.Select(round => round.Booked)];
        List<BookedBatch> signed =
            [.. (await batches).Where(batch => batch.Phase is BatchPhase.Signed).Select(batch => new BookedBatch(batch.Id, batch.Lines))];
        var bank = new BookedBank(
            [.. (await files).OrderBy(file => file.Since).ThenBy(file => file.Id, StringComparer.Ordinal)
                .Select(file => new BookedFile(file.Id, file.Phase is BankFilePhase.Read, file.Balances))],
            [.. (await lines).Select(line => new BookedLine(line.Id, new Euro(line.Amount), line.Phase, line.Meaning))]);
        return new(rounds, summaries, Books.Of(booked, orders), BookCheck.Look(booked, orders, signed, bank), OnTheWay: 0, clock.GetUtcNow());
    }

    /// <summary>An order that moves from list to list while these are read is met twice: it is where it was last.</summary>
    private async Task<IReadOnlyList<PaymentSummary>> Orders(CancellationToken cancellation) =>
        [.. (await unreadable.All(Partitions.Payments, PaymentKeys.AllListed, PaymentRowsJson.Default.PaymentSummary, cancellation))
            .OrderByDescending(order => order.Since).DistinctBy(order => order.Id).OrderBy(order => order.Id, StringComparer.Ordinal)];

    private async Task<IReadOnlyList<RoundLines>> Rounds(string smederij, CancellationToken cancellation)
    {
        var (rows, lines) = (new Dictionary<string, Entity>(StringComparer.Ordinal), new List<(string Period, Entity Row)>());
        await foreach (var row in store.All(smederij, RoundKeys.All, cancellation))
        {
            switch (row.Row.Split('|'))
            {
                case [_, var period]:
                    rows[period] = row;
                    break;
                case [_, var period, "kas", _]:
                    lines.Add((period, row));
                    break;
            }
        }
        var byPeriod = lines.ToLookup(line => line.Period, line => line.Row);
        var rounds = new List<RoundLines>();
        foreach (var period in rows.Keys.Union(byPeriod.Select(line => line.Key)).Order(StringComparer.Ordinal))
        {
            var round = rows.TryGetValue(period, out var row)
                && await unreadable.Read(smederij, [row], LedgerJson.Default.StoredRound) is [var stored] ? stored.Item : null;
            rounds.Add(new(smederij, period, round, await unreadable.Read(
                smederij, byPeriod[period], line => (NumberOf(line), line.Read(DomainJson.Default.LedgerEntry)))));
        }
        return rounds;
    }

    /// <summary>A step that still follows from the last decision makes ledger and order agree.</summary>
    private async Task<bool> IsOnItsWay(BookFault.Payment fault, CancellationToken cancellation)
    {
        var idea = fault.Order[..fault.Order.LastIndexOf('-')];
        return await Waits(fault.Smederij, idea, effect => effect is IdeaEffect.OrderPayment, cancellation)
            || await Waits(Partitions.Payments, PaymentKey.Prefix + fault.Order, effect => effect is PaymentEffect.TellIdea, cancellation);
    }

    private ValueTask<bool> Waits(string partition, string item, Func<Effect, bool> which, CancellationToken cancellation) =>
        store.All(partition, Keys.Effects(item), cancellation)
            .AnyAsync(row => row.TryRead(effects.Pending) is { } pending && which(pending.Effect), cancellation);

    private static int NumberOf(Entity row) =>
        int.TryParse(row.Row.AsSpan(row.Row.LastIndexOf('|') + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>A round with the lines of its ledger that can be read, each with its number.</summary>
/// <param name="Round">Null when its row cannot be read.</param>
public sealed record RoundLines(string Smederij, string Period, Round? Round, IReadOnlyList<(int Number, LedgerEntry Entry)> Lines)
{
    public BookedRound Booked { get; } = new(Smederij, Period, Round?.Ledger, Round?.Entries ?? 0, [.. Lines.Select(line => line.Entry)]);
}

/// <summary>The books at one moment.</summary>
/// <param name="Faults">What does not agree.</param>
/// <param name="OnTheWay">
/// How many payments, and files and lines of the bank, are between two places just now: the following step is still to be taken.
/// </param>
public sealed record BooksRead(
    IReadOnlyList<RoundLines> Rounds, IReadOnlyList<PaymentSummary> Orders, ImmutableArray<BookRow> Rows, ImmutableArray<BookFault> Faults,
    int OnTheWay, DateTimeOffset At)
{
    /// <summary>The last one first.</summary>
    public IReadOnlyList<string> Periods { get; } = [.. Rows.Select(row => row.Period).Distinct().OrderDescending(StringComparer.Ordinal)];
}
