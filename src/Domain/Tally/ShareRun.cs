namespace Smederijen.Domain.Tally;

/// <summary>
/// One project bought. <paramref name="Tied"/> are the projects that were equal in all but the tie order, this one among them
/// (empty without such a tie); <paramref name="Looked"/> is how many prices the run had computed by then.
/// </summary>
internal sealed record Purchase(Price Price, IReadOnlyList<int> Tied, int Looked);

/// <summary>
/// The Method of Equal Shares with cost utilities for one size of the share: in every step the project is bought whose
/// supporters pay the least per unit of cost (equally said: get the most for their money), until no group of supporters can
/// pay for a project (Peters, Pierczyński, Skowron, "Proportional Participatory Budgeting with Additive Utilities",
/// NeurIPS 2021).
/// <para>
/// Prices only rise while money goes down, so a price from an earlier step is a lower bound. Projects wait in a heap by that
/// bound; a step computes prices anew from the top until the next bound is above the best price found. For Łódź 2022 that is
/// a few of 160 projects per step.
/// </para>
/// </summary>
internal sealed class ShareRun
{
    private readonly Election _election;
    private readonly int[] _ranks;
    private readonly Purses _purses;
    private readonly PriorityQueue<int, Int128> _waiting = new();
    private readonly List<Price> _looked = [];
    private readonly List<Purchase> _purchases = [];
    private readonly Int128 _limit;

    private ShareRun(Election election, Supporters supporters, int[] ranks, Int128 total, Int128 limit)
    {
        (_election, _ranks, _limit) = (election, ranks, limit);
        var dearest = election.Projects.Max(p => p.Cost);
        // Products of all money and one cost stay below 2^126; millionths of an amount stay below 2^120.
        var scale = Math.Min(100, 126 - Bits(total) - Bits(dearest));
        _purses = new Purses(supporters, total, election.Voters, scale);
        foreach (var (p, project) in election.Projects.Index())
        {
            if (election.Votes[p] > 0 && project.Cost > 0)
                _waiting.Enqueue(p, (Int128.One << scale) / election.Votes[p]);
        }
    }

    public IReadOnlyList<Purchase> Purchases => _purchases;

    public Purses Purses => _purses;

    public Int128 Spent { get; private set; }

    /// <summary>The purchases cost more than the limit; the run ended there.</summary>
    public bool Overspent => Spent > _limit;

    /// <summary>Everyone with a vote was bought.</summary>
    public bool BoughtAll => _purchases.Count == _election.Votes.Count(v => v > 0);

    /// <summary>All shares together are <paramref name="total"/>; the run ends as soon as it has spent more than the limit.</summary>
    public static ShareRun Run(Election election, Supporters supporters, int[] ranks, Int128 total, Int128 limit)
    {
        var run = new ShareRun(election, supporters, ranks, total, limit);
        run.TakeWhatIsFree();
        while (!run.Overspent && run.FindCheapest() is { } purchase)
            run.Buy(purchase);
        return run;
    }

    /// <summary>
    /// Both runs looked at the same projects in the same steps, found the same supporters poor and bought the same. Then every
    /// share between these two gives the same outcome: along such a path each amount is an affine function of the share, each
    /// thing found on the way is a comparison of two of them (a purse with a price, a price with a price, money with a cost),
    /// and what holds at both ends of an interval for affine functions holds in between.
    /// </summary>
    public bool TookSamePathAs(ShareRun other) =>
        _looked.Count == other._looked.Count && _purchases.Count == other._purchases.Count
        && _purchases.Zip(other._purchases).All(pair =>
            pair.First.Price.Project == pair.Second.Price.Project && pair.First.Looked == pair.Second.Looked)
        && _looked.Zip(other._looked).All(pair => pair.First.HasSameShape(pair.Second));

    /// <summary>Below zero when <paramref name="a"/> gives its supporters more for their money: the smaller price ÷ cost.</summary>
    private int CompareValue(Price a, Price b)
    {
        if (a.AllPayAlike && b.AllPayAlike)
            return b.Rich.CompareTo(a.Rich);
        var bound = (a.Paid * b.Cost).CompareTo(b.Paid * a.Cost);
        return bound != 0 ? bound : (_purses.Exact(a) * b.Cost).CompareTo(_purses.Exact(b) * a.Cost);
    }

    /// <summary>Equal value for money: most votes first, then the lower cost. Zero leaves it to the tie order.</summary>
    private int Compare(Price a, Price b)
    {
        var value = CompareValue(a, b);
        if (value != 0)
            return value;
        var votes = _election.Votes[b.Project].CompareTo(_election.Votes[a.Project]);
        return votes != 0 ? votes : a.Cost.CompareTo(b.Cost);
    }

    private Purchase? FindCheapest()
    {
        var found = new List<Price>();
        Price? best = null;
        var tied = new List<int>();
        while (_waiting.TryPeek(out var project, out var bound) && !(best is not null && bound > best.UpperBound))
        {
            _waiting.Dequeue();
            var price = _purses.PriceOf(project, _election.Projects[project].Cost);
            _looked.Add(price);
            if (!price.IsAffordable)
                continue;
            found.Add(price);
            var order = best is null ? -1 : Compare(price, best);
            if (order < 0)
                tied.Clear();
            if (order <= 0)
                tied.Add(project);
            if (order < 0 || (order == 0 && _ranks[project] < _ranks[best!.Project]))
                best = price;
        }
        foreach (var price in found)
        {
            if (price != best)
                _waiting.Enqueue(price.Project, price.LowerBound);
        }
        return best is null ? null : new Purchase(best, tied.Count > 1 ? tied : [], _looked.Count);
    }

    private void Buy(Purchase purchase)
    {
        _purchases.Add(purchase);
        Spent += purchase.Price.Cost;
        _purses.Pay(purchase.Price);
    }

    /// <summary>A project that costs nothing needs no one's money: those with votes come first, in the order of the greedy rule.</summary>
    private void TakeWhatIsFree()
    {
        var free = Enumerable.Range(0, _ranks.Length).Where(p => _election.Votes[p] > 0 && _election.Projects[p].Cost == 0);
        foreach (var p in free.OrderByDescending(p => _election.Votes[p]).ThenBy(p => _ranks[p]))
            _purchases.Add(new Purchase(new Price(p, 0, [], [], _election.Votes[p], -1, default), [], 0));
    }

    private static int Bits(Int128 number) => 128 - (int)Int128.LeadingZeroCount(number);
}
