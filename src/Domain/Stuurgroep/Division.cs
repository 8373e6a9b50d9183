using static Smederijen.Domain.Stuurgroep.Subject;

namespace Smederijen.Domain.Stuurgroep;

/// <summary>The sums of a division, all to the cent.</summary>
public static class Division
{
    /// <summary>
    /// The proposal that staff begin with: every Smederij gets the equal part, and the rest is divided by inhabitants. When
    /// there is too little for the equal parts, everything is divided equally.
    /// </summary>
    /// <param name="inhabitants">The Smederijen with their inhabitants, in the order of the lines.</param>
    public static ImmutableArray<Line> Propose(Euro total, Euro equalPart, IReadOnlyList<(string Smederij, int Inhabitants)> inhabitants)
    {
        var equal = equalPart.Cents * inhabitants.Count;
        var rest = total.Cents >= equal && inhabitants.Any(one => one.Inhabitants > 0)
            ? LargestRemainder.Divide(new Euro(total.Cents - equal), [.. inhabitants.Select(one => (long)one.Inhabitants)])
            : [];
        return rest.IsEmpty
            ? [.. inhabitants.Zip(LargestRemainder.Divide(total, [.. inhabitants.Select(_ => 1L)]), (one, part) => new Line(one.Smederij, part))]
            : [.. inhabitants.Zip(rest, (one, part) => new Line(one.Smederij, equalPart + part))];
    }

    /// <summary>
    /// Whose money each Smederij gets: every line is paid by all sources in proportion. Line after line takes its part of what
    /// the sources still have, so that each line and, after the last one, each source comes out to the cent.
    /// </summary>
    /// <returns>Per Smederij what each source pays; what is nothing is left out.</returns>
    public static ImmutableArray<(string Smederij, ImmutableArray<Source> Shares)> BySource(Allotment allotment)
    {
        var left = allotment.Sources.Select(source => source.Amount.Cents).ToArray();
        var result = ImmutableArray.CreateBuilder<(string, ImmutableArray<Source>)>();
        foreach (var line in allotment.Lines.Where(line => line.Amount > Euro.Zero))
        {
            var parts = LargestRemainder.Divide(line.Amount, left);
            for (var i = 0; i < left.Length; i++)
                left[i] -= parts[i].Cents;
            result.Add((line.Smederij,
                [.. allotment.Sources.Zip(parts, (source, part) => new Source(source.Name, part)).Where(share => share.Amount > Euro.Zero)]));
        }
        return result.ToImmutable();
    }
}
