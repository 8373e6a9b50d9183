namespace Smederijen.Domain.Settings;

/// <summary>
/// An area as a set: postcodes that belong to it whole, and for others the houses that do. What is written in several ways is one area.
/// </summary>
public sealed class Area
{
    /// <summary>As many parts as settings hold: several times what a municipality has, and few enough for one row and one form.</summary>
    public const int MostParts = 2000;

    private readonly Spans whole;
    private readonly IReadOnlyDictionary<int, HouseSet> houses;

    private Area(Spans whole, IReadOnlyDictionary<int, HouseSet> houses) => (this.whole, this.houses) = (whole, houses);

    public bool IsEmpty => whole.IsEmpty && houses.Count == 0;

    /// <summary>As few parts as can be, by postcode: neighbours are one.</summary>
    public ImmutableArray<AreaPart> Parts =>
    [
        .. whole.Runs.Select(run => AreaPart.At(run.From, run.To))
            .Concat(houses.SelectMany(code => code.Value.Written().Select(numbers => AreaPart.At(code.Key, code.Key, numbers))))
            .OrderBy(part => part.From).ThenBy(part => part.Houses?.From),
    ];

    public static Area Of(IEnumerable<AreaPart> parts)
    {
        var all = parts.ToList();
        return Make(
            Spans.Of(all.Where(part => part.Houses is null).Select(part => (part.From, part.To))),
            all.Where(part => part.Houses is not null).GroupBy(part => part.From)
                .Select(code => KeyValuePair.Create(code.Key, HouseSet.Of(code.Select(part => part.Houses!.Value)))));
    }

    public Area With(Area other) => Make(
        whole.With(other.whole), houses.Keys.Union(other.houses.Keys).Select(code => KeyValuePair.Create(code, HousesAt(code).With(
            other.HousesAt(code)))));

    public Area Without(Area other) => Make(
        whole.Without(other.whole).Without(Codes(other.houses.Keys)),
        houses.Keys.Union(other.houses.Keys).Select(code => KeyValuePair.Create(code, HousesAt(code).Without(other.HousesAt(code)))));

    /// <summary>What belongs to both.</summary>
    public Area Shared(Area other) => Make(
        whole.Shared(other.whole),
        houses.Keys.Union(other.houses.Keys).Select(code => KeyValuePair.Create(code, HousesAt(code).Shared(other.HousesAt(code)))));

    /// <summary>
    /// What nobody has, of the four digits of which somebody has a part: whole postcodes, and of a shared one the houses up to the highest number.
    /// </summary>
    public Area Holes()
    {
        var digits = whole.Runs.SelectMany(run => (int[])[run.From / Postcode.PerDigits, run.To / Postcode.PerDigits])
            .Concat(houses.Keys.Select(code => code / Postcode.PerDigits)).Distinct();
        var inUse = Spans.Of(digits.Select(number => (number * Postcode.PerDigits, (number + 1) * Postcode.PerDigits - 1)));
        return Make(
            inUse.Without(whole).Without(Codes(houses.Keys)),
            houses.Select(code => KeyValuePair.Create(code.Key, HouseSet.UpTo(code.Value.Highest).Without(code.Value))));
    }

    /// <summary>The four digits that belong to it whole, and those of which a part does.</summary>
    public (IReadOnlyList<AreaPart> Whole, IReadOnlyList<int> InPart) Digits()
    {
        List<(int, int)> full = [];
        HashSet<int> inPart = [.. houses.Keys.Select(code => 1000 + code / Postcode.PerDigits)];
        foreach (var (from, to) in whole.Runs)
        {
            var (first, last) = ((from + Postcode.PerDigits - 1) / Postcode.PerDigits, (to + 1) / Postcode.PerDigits - 1);
            if (first <= last)
                full.Add((1000 + first, 1000 + last));
            int[] ends = [from / Postcode.PerDigits, to / Postcode.PerDigits];
            inPart.UnionWith(ends.Where(end => end < first || end > last).Select(end => 1000 + end));
        }
        return ([.. full.Select(run => AreaPart.OfDigits(run.Item1, run.Item2))], [.. inPart.Order()]);
    }

    /// <summary>Where two or more of these meet, by postcode: which parts, and whose they are.</summary>
    public static IReadOnlyList<Overlap> Overlaps(IReadOnlyList<SmederijSettings> smederijen)
    {
        var areas = smederijen.Select(smederij => Of(smederij.Area)).ToList();
        List<Overlap> pairs = [];
        for (var one = 0; one < areas.Count; one++)
            for (var other = one + 1; other < areas.Count; other++)
                pairs.AddRange(areas[one].Shared(areas[other]).Parts.Select(part => new Overlap(part, [smederijen[one], smederijen[other]])));
        return [.. Pieces(pairs).SelectMany(Joined)];
    }

    /// <summary>Where three meet, each two of them do: the pieces between the ends of all pairs, each with the pairs that hold it.</summary>
    private static IEnumerable<(int From, int To, IReadOnlyList<Overlap> Here)> Pieces(List<Overlap> pairs)
    {
        int[] bounds = [.. pairs.SelectMany(pair => (int[])[pair.Part.From, pair.Part.To + 1]).Distinct().Order()];
        var waiting = new Queue<Overlap>(pairs.OrderBy(pair => pair.Part.From));
        List<Overlap> here = [];
        foreach (var (from, next) in bounds.Zip(bounds.Skip(1)))
        {
            here.RemoveAll(pair => pair.Part.To < from);
            while (waiting.TryPeek(out var pair) && pair.Part.From <= from)
                here.Add(waiting.Dequeue());
            if (here.Count > 0)
                yield return (from, next - 1, here);
        }
    }

    /// <summary>One line for whole postcodes; where only houses meet, a line for each part.</summary>
    private static IEnumerable<Overlap> Joined((int From, int To, IReadOnlyList<Overlap> Here) piece) => piece.Here
        .GroupBy(pair => pair.Part.Houses)
        .Select(same => new Overlap(
            AreaPart.At(piece.From, piece.To, same.Key), [.. same.SelectMany(pair => pair.Smederijen).Distinct()]));

    private HouseSet HousesAt(int code) => whole.Holds(code) ? HouseSet.All : houses.GetValueOrDefault(code, HouseSet.None);

    private static Spans Codes(IEnumerable<int> codes) => Spans.Of(codes.Select(code => (code, code)));

    /// <summary>Houses of a postcode that is there whole say nothing more, and all houses together are the whole postcode.</summary>
    private static Area Make(Spans whole, IEnumerable<KeyValuePair<int, HouseSet>> houses)
    {
        var some = houses.Where(code => !code.Value.IsEmpty && !whole.Holds(code.Key)).ToList();
        var full = some.Where(code => HouseSet.All.Without(code.Value).IsEmpty).ToList();
        return new(whole.With(Codes(full.Select(code => code.Key))), some.Except(full).ToDictionary());
    }
}

/// <summary>A part that belongs to more than one Smederij.</summary>
public sealed record Overlap(AreaPart Part, ImmutableArray<SmederijSettings> Smederijen);
