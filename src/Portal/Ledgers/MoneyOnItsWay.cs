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
            .ToLookup(entry => (entry.To, entry.Source), entry => entry.Amount.Cents);
        var came = postings.Where(one => one.Entry is LedgerEntry.CarryIn entry && entry.From == round.Id)
            .ToLookup(one => (To: one.Period, ((LedgerEntry.CarryIn)one.Entry).Source), one => one.Entry.Amount.Cents);
        var ways = went.Select(one => one.Key).Union(came.Select(one => one.Key)).ToList();
        return ways.All(way => went[way].Sum() == came[way].Sum())
            || (ways.All(way => went[way].Sum() >= came[way].Sum()) && await IsOnItsWay(round.Key, cancellation))
                ? [] : [new(round.Key, Trouble.Totals)];
    }

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
}
