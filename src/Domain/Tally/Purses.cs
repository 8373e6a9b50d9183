namespace Smederijen.Domain.Tally;

/// <summary>
/// What the voters have left. Voters with money left who paid for the same projects have the same amount, so they share a
/// purse; a payment splits purses. Far fewer purses than voters are left to compare.
/// </summary>
internal sealed class Purses
{
    private const int Empty = -1;

    private readonly Supporters _supporters;
    private readonly int _scale;
    private readonly int[] _purseOf;
    private readonly List<Purse> _purses = [];
    private readonly List<int> _touched = [];
    private int[] _voters = new int[64];

    /// <summary>All money, <paramref name="total"/>, divided equally; estimates are in units of 2^-scale.</summary>
    public Purses(Supporters supporters, Int128 total, int voters, int scale)
    {
        (_supporters, _scale) = (supporters, scale);
        _purseOf = new int[supporters.Weights.Length];
        _purses.Add(new Purse(new Estimate((total << scale) / voters, 1), Empty, null) { Exact = new Fraction(total, voters) });
    }

    /// <summary>The price of a project for its supporters as they stand now.</summary>
    public Price PriceOf(int project, long cost)
    {
        var all = GatherSupporters(project);
        var had = new Estimate(0, 0);
        foreach (var purse in _touched)
            had += _purses[purse].Left * _voters[purse];
        var whole = new Estimate((Int128)cost << _scale, 0);
        var enough = had.CompareTo(whole);
        if (enough == 0)
            enough = ExactlyHad().CompareTo(new Fraction(cost, 1));
        var price = enough < 0 ? Price.TooLittle(project, cost) : Estimated(project, cost, whole, all) ?? Exactly(project, cost, whole, all);
        foreach (var purse in _touched)
            _voters[purse] = 0;
        return price;
    }

    /// <summary>Takes the price from every supporter's purse.</summary>
    public void Pay(Price price)
    {
        GatherSupporters(price.Project);
        var after = new int[_purses.Count];
        foreach (var poor in price.Poor)
            after[poor] = Empty;
        foreach (var purse in _touched)
        {
            _voters[purse] = 0;
            if (after[purse] == Empty)
                continue;
            after[purse] = _purses.Count;
            _purses.Add(new Purse(_purses[purse].Left - price.Paid, purse, price));
        }
        foreach (var ballot in _supporters.Of(price.Project))
        {
            if (_purseOf[ballot] != Empty)
                _purseOf[ballot] = after[_purseOf[ballot]];
        }
    }

    /// <summary>What the supporters of a project have left together, rounded down to the smallest unit.</summary>
    public long LeftTogether(int project)
    {
        GatherSupporters(project);
        var had = new Estimate(0, 0);
        foreach (var purse in _touched)
            had += _purses[purse].Left * _voters[purse];
        var (low, high) = (Int128.Max(0, had.Value - had.Error) >> _scale, (had.Value + had.Error) >> _scale);
        var whole = low == high && !had.IsUseless ? (long)low : (long)ExactlyHad().Floor();
        foreach (var purse in _touched)
            _voters[purse] = 0;
        return whole;
    }

    public Fraction Exact(Price price)
    {
        if (price.Richest >= 0)
            return Exact(price.Richest);
        var rest = new Fraction(price.Cost, 1);
        foreach (var (i, purse) in price.Poor.Index())
            rest -= Exact(purse) * price.PoorVoters[i];
        return rest / price.Rich;
    }

    /// <summary>A price in millionths of the smallest unit, rounded down.</summary>
    public Int128 InMillionths(Price price)
    {
        const long million = 1_000_000;
        var (low, high) = (Int128.Max(0, price.Paid.Value - price.Paid.Error), price.Paid.Value + price.Paid.Error);
        return !price.Paid.IsUseless && Millionths(low) == Millionths(high) ? Millionths(low)
            : (Int128)(Exact(price) * million).Floor();

        Int128 Millionths(Int128 value) =>
            (value >> _scale) * million + ((value & ((Int128.One << _scale) - 1)) * million >> _scale);
    }

    private Fraction Exact(int purse)
    {
        var p = _purses[purse];
        p.Exact ??= Exact(p.Parent) - Exact(p.Payment!);
        return p.Exact.Value;
    }

    private Fraction ExactlyHad()
    {
        var had = Fraction.Zero;
        foreach (var purse in _touched)
            had += Exact(purse) * _voters[purse];
        return had;
    }

    /// <summary>Fills <see cref="_touched"/> and <see cref="_voters"/>: the purses of the supporters that hold money.</summary>
    /// <returns>The number of supporters with money.</returns>
    private int GatherSupporters(int project)
    {
        if (_voters.Length < _purses.Count)
            _voters = new int[2 * _purses.Count];
        _touched.Clear();
        var (all, voters, purseOf, weights) = (0, _voters, _purseOf, _supporters.Weights);
        foreach (var ballot in _supporters.Of(project))
        {
            var purse = purseOf[ballot];
            if (purse == Empty)
                continue;
            if (voters[purse] == 0)
                _touched.Add(purse);
            voters[purse] += weights[ballot];
            all += weights[ballot];
        }
        return all;
    }

    /// <summary>
    /// The price by bounds alone, or nothing when they leave in doubt who is poor. Starting from cost ÷ supporters, those who
    /// have no more are poor, which raises the price for the others, until nobody more is poor: the price never passes the
    /// true one, because what is gathered at a price is a concave function of it.
    /// </summary>
    private Price? Estimated(int project, long cost, Estimate whole, int all)
    {
        var (poor, rich, rest, paid) = (0, all, whole, whole / all);
        for (var before = -1; before != poor && rich > 0;)
        {
            before = poor;
            for (var i = poor; i < _touched.Count; i++)
            {
                var purse = _touched[i];
                if (_purses[purse].Left.Value > paid.Value)
                    continue;
                rest -= _purses[purse].Left * _voters[purse];
                rich -= _voters[purse];
                (_touched[poor], _touched[i]) = (purse, _touched[poor]);
                poor++;
            }
            if (rich > 0)
                paid = rest / rich;
        }
        if (rich == 0)
            return null;
        for (var i = 0; i < _touched.Count; i++)
        {
            if (_purses[_touched[i]].Left.CompareTo(paid) != (i < poor ? -1 : 1))
                return null;
        }
        return Shape(project, cost, poor, rich, -1, paid);
    }

    /// <summary>The same by exact fractions.</summary>
    private Price Exactly(int project, long cost, Estimate whole, int all)
    {
        _touched.Sort((a, b) => Exact(a).CompareTo(Exact(b)));
        var (poor, rich, rest, bound) = (0, all, new Fraction(cost, 1), whole);
        while (poor < _touched.Count && (Exact(_touched[poor]) * rich).CompareTo(rest) <= 0)
        {
            var purse = _touched[poor++];
            rest -= Exact(purse) * _voters[purse];
            bound -= _purses[purse].Left * _voters[purse];
            rich -= _voters[purse];
        }
        return rich > 0 ? Shape(project, cost, poor, rich, -1, bound / rich)
            : Shape(project, cost, poor, 0, _touched[^1], _purses[_touched[^1]].Left);
    }

    private Price Shape(int project, long cost, int poor, int rich, int richest, Estimate paid)
    {
        var purses = _touched.GetRange(0, poor).ToArray();
        return new Price(project, cost, purses, Array.ConvertAll(purses, p => _voters[p]), rich, richest, paid);
    }

    private sealed class Purse(Estimate left, int parent, Price? payment)
    {
        public Estimate Left { get; } = left;

        public int Parent { get; } = parent;

        public Price? Payment { get; } = payment;

        public Fraction? Exact { get; set; }
    }
}
