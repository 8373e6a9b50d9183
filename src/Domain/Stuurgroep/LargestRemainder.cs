namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// Divides an amount by weights, to the cent: everybody gets the whole cents of their part, and the cents that are left go
/// one each to the largest remainders, of equals to the first (the method of Hamilton). The parts add up exactly.
/// </summary>
public static class LargestRemainder
{
    /// <param name="weights">Not negative, and not all zero.</param>
    /// <returns>A part per weight; a weight of zero gets nothing.</returns>
    public static ImmutableArray<Euro> Divide(Euro amount, IReadOnlyList<long> weights)
    {
        var total = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        if (total <= 0 || weights.Any(weight => weight < 0))
            throw new ArgumentException("Weights are not negative, and one at least is above zero.", nameof(weights));
        var parts = weights.Select(weight => Int128.DivRem((Int128)amount.Cents * weight, total)).ToArray();
        var left = (int)(amount.Cents - (long)parts.Aggregate(Int128.Zero, (sum, part) => sum + part.Quotient));
        var luckier = Enumerable.Range(0, parts.Length).OrderByDescending(i => parts[i].Remainder).ThenBy(i => i).Take(left).ToHashSet();
        return [.. parts.Select((part, i) => new Euro((long)part.Quotient + (luckier.Contains(i) ? 1 : 0)))];
    }
}
