namespace Smederijen.Portal.Ledgers;

/// <summary>
/// Compares what went on from a round with what came into later ones, of each source to the cent: never more, and less only while a step that
/// brings it waits.
/// </summary>
public sealed class MoneyOnItsWay(PlainStore plain, EffectContracts effects)
{
    public async ValueTask<IReadOnlyList<Finding>> Look(ItemEvidence round, CancellationToken cancellation)
    {
        var postings = round.Postings.Select(told => told.Posting).ToList();
        var went = postings.Where(one => one.Period == round.Id).Select(one => one.Entry).OfType<LedgerEntry.CarryOut>()
            .ToLookup(entry => new Way(entry.Into, entry.To, entry.Source), entry => entry.Amount.Cents);
        List<(Way Way, long Cents)> arrivals = [.. Arrived(null, postings.Select(one => (one.Period, one.Entry)), round)];
        foreach (var (into, to) in went.Select(one => (one.Key.Into, one.Key.To)).Distinct().Where(one => one.Into is not null))
        {
            var lines = await plain.Rows.All(into!, RoundKeys.LedgerLines(to), cancellation)
                .Select(row => row.TryRead(DomainJson.Default.LedgerEntry)).OfType<LedgerEntry>().ToListAsync(cancellation);
            arrivals.AddRange(Arrived(into, lines.Select(line => (to, line)), round));
        }
        var came = arrivals.ToLookup(one => one.Way, one => one.Cents);
        var ways = went.Select(one => one.Key).Union(came.Select(one => one.Key)).ToList();
        return ways.All(way => went[way].Sum() == came[way].Sum())
            || (ways.All(way => went[way].Sum() >= came[way].Sum()) && await IsOnItsWay(round.Key, cancellation))
                ? [] : [new(round.Key, Trouble.Totals)];
    }

    /// <summary>What came out of this round into others.</summary>
    /// <param name="into">The other Smederij whose lines they are; null for the same.</param>
    private static IEnumerable<(Way Way, long Cents)> Arrived(string? into, IEnumerable<(string Period, LedgerEntry Entry)> lines,
        ItemEvidence round) =>
        lines.Where(line => line.Entry is LedgerEntry.CarryIn came && came.From == round.Id && came.Of == (into is null ? null : round.Key.Smederij))
            .Select(line => (new Way(into, line.Period, ((LedgerEntry.CarryIn)line.Entry).Source), line.Entry.Amount.Cents));

    private async Task<bool> IsOnItsWay(WorkKey round, CancellationToken cancellation)
    {
        foreach (var range in (RowRange[])[Keys.Effects(round.Item), Keys.FailedOf(round.Item)])
        {
            if (await plain.Rows.All(round.Smederij, range, cancellation)
                .AnyAsync(row => row.TryRead(effects.Pending)?.Effect is RoundEffect.CarryTo, cancellation))
                return true;
        }
        return false;
    }

    /// <param name="Into">The other Smederij that it goes to; null for the same.</param>
    private readonly record struct Way(string? Into, string To, string Source);
}
