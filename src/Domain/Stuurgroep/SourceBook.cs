namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// Whose money a round holds. Nobody says of a grant from which source it is paid, so all sources pay in proportion to what they have in
/// the round: what is left is divided over them by the largest remainders, and the rest of each is what it spends. Both add up to the cent,
/// and no source gets back more than it has there.
/// </summary>
public static class SourceBook
{
    /// <summary>The money of every source in a ledger, in the order in which they came; two spellings of a name are one source.</summary>
    public static ImmutableArray<SourceMoney> Of(IReadOnlyCollection<LedgerEntry> entries)
    {
        var here = entries.Select(Moved).OfType<(string Source, long Cents)>().GroupBy(moved => moved.Source, StringComparer.OrdinalIgnoreCase)
            .Select(source => (Name: source.Key, Cents: source.Sum(moved => moved.Cents))).ToList();
        var left = Divide(Ledger.Replay(entries).Available, [.. here.Select(source => source.Cents)]);
        return [.. here.Zip(left, (source, part) => new SourceMoney(source.Name, new Euro(source.Cents), part))];
    }

    /// <summary>What is free per source, when so much of it was promised and not reserved yet; what is nothing is left out.</summary>
    public static ImmutableArray<Source> Free(IReadOnlyCollection<LedgerEntry> entries, Euro promised)
    {
        var sources = Of(entries);
        var left = sources.Sum(source => source.Left.Cents);
        var parts = Divide(new Euro(Math.Max(0, left - promised.Cents)), [.. sources.Select(source => source.Left.Cents)]);
        return [.. sources.Zip(parts, (source, part) => new Source(source.Name, part)).Where(share => share.Amount > Euro.Zero)];
    }

    /// <summary>What came from a source, or went back or on; null for what happens within the round.</summary>
    private static (string Source, long Cents)? Moved(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => (e.Source, e.Amount.Cents),
        LedgerEntry.CarryIn e => (e.Source, e.Amount.Cents),
        LedgerEntry.CarryOut e => (e.Source, -e.Amount.Cents),
        LedgerEntry.Return e => (e.Source, -e.Amount.Cents),
        _ => null,
    };

    /// <summary>An amount of at most the sum of the weights: a part is never more than its weight.</summary>
    private static ImmutableArray<Euro> Divide(Euro amount, ImmutableArray<long> weights) =>
        amount == Euro.Zero ? [.. weights.Select(_ => Euro.Zero)] : LargestRemainder.Divide(amount, weights);
}

/// <summary>The money of one source in one round.</summary>
/// <param name="Here">What it put in, without what went on or back.</param>
/// <param name="Left">What of that nobody has spent or reserved.</param>
public sealed record SourceMoney(string Name, Euro Here, Euro Left)
{
    /// <summary>What is reserved, paid, or still to be received.</summary>
    public Euro InUse => Here - Left;
}
