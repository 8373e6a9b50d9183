namespace Smederijen.Domain.Settings;

/// <summary>
/// A set of house numbers. Odd and even ones are counted apart, each 0, 1, 2, … so that one side of a street is one run.
/// </summary>
internal sealed record HouseSet(Spans Odd, Spans Even)
{
    public static HouseSet None { get; } = new(Spans.None, Spans.None);

    public static HouseSet All { get; } = UpTo(HouseNumbers.Most);

    public bool IsEmpty => Odd.IsEmpty && Even.IsEmpty;

    public int Highest => Math.Max(Odd.IsEmpty ? 0 : NumberOdd(Odd.Runs[^1].To), Even.IsEmpty ? 0 : NumberEven(Even.Runs[^1].To));

    /// <summary>The numbers from 1.</summary>
    public static HouseSet UpTo(int highest) => Of([Numbers(1, highest, HouseSide.Both)]);

    public static HouseSet Of(IEnumerable<HouseNumbers> numbers)
    {
        List<(int, int)> odd = [], even = [];
        foreach (var houses in numbers)
        {
            // 1 and 2 are both the first of their side.
            var (firstOdd, lastOdd) = (houses.From / 2, (houses.To - 1) / 2);
            var (firstEven, lastEven) = ((houses.From + 1) / 2 - 1, houses.To / 2 - 1);
            if (houses.Side != HouseSide.Even && firstOdd <= lastOdd)
                odd.Add((firstOdd, lastOdd));
            if (houses.Side != HouseSide.Odd && firstEven <= lastEven)
                even.Add((firstEven, lastEven));
        }
        return new(Spans.Of(odd), Spans.Of(even));
    }

    public HouseSet With(HouseSet other) => new(Odd.With(other.Odd), Even.With(other.Even));

    public HouseSet Without(HouseSet other) => new(Odd.Without(other.Odd), Even.Without(other.Even));

    public HouseSet Shared(HouseSet other) => new(Odd.Shared(other.Odd), Even.Shared(other.Even));

    /// <summary>As few as can be: an odd and an even run that lie beside each other are one.</summary>
    public IEnumerable<HouseNumbers> Written()
    {
        var even = Even.Runs.Select(run => (From: NumberEven(run.From), To: NumberEven(run.To))).ToList();
        List<HouseNumbers> all = [];
        foreach (var (from, to) in Odd.Runs.Select(run => (NumberOdd(run.From), NumberOdd(run.To))))
        {
            var beside = even.FindIndex(run => Math.Abs(run.From - from) == 1 && Math.Abs(run.To - to) == 1);
            if (beside < 0)
                all.Add(Numbers(from, to, HouseSide.Odd));
            else
            {
                all.Add(Numbers(Math.Min(from, even[beside].From), Math.Max(to, even[beside].To), HouseSide.Both));
                even.RemoveAt(beside);
            }
        }
        all.AddRange(even.Select(run => Numbers(run.From, run.To, HouseSide.Even)));
        return all.OrderBy(houses => houses.From);
    }

    private static int NumberOdd(int index) => 2 * index + 1;

    private static int NumberEven(int index) => 2 * index + 2;

    private static HouseNumbers Numbers(int from, int to, HouseSide side) => HouseNumbers.TryMake(from, to, side, out var houses) ? houses
        : throw new InvalidOperationException($"There are no houses from {from} to {to} on this side.");
}
