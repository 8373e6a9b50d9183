namespace Smederijen.Domain.Tally;

/// <summary>How what Equal Shares leaves unspent is used.</summary>
public enum Completion
{
    None,

    /// <summary>Every share is raised by one unit of the currency at a time, until the next step would overspend.</summary>
    Add1,

    /// <summary>Add1, and then the greedy rule over the projects that remain, skipping what does not fit.</summary>
    Add1ThenGreedy,
}

/// <summary>
/// The Method of Equal Shares with cost utilities. Everyone gets an equal share of the budget; a project is bought when its
/// supporters can pay for it together. Exact: where bounds do not decide, fractions do (<see cref="ShareRun"/>).
/// Ties: most votes, then the lower cost, then the tie order. <see cref="Election.MinimumVotes"/> is a limit of the greedy
/// rule and is not used here.
/// </summary>
public static class EqualShares
{
    /// <exception cref="ArgumentException">Voters gave points, which would need other utilities than cost.</exception>
    public static Count Count(Election election, TieOrder ties, Completion completion = Completion.Add1ThenGreedy)
    {
        if (election.InPoints)
            throw new ArgumentException("Equal Shares counts ticks, not points.", nameof(election));
        var ranks = ties.Ranks(election.Projects);
        if (election.Votes.All(v => v == 0))
            return new Count(election.Budget, [.. election.Projects.Select(p => new Fate.WithoutVotes(p))], [],
                new VoterShare(election.Budget, election.Voters, 0));
        var (run, raised) = completion == Completion.None
            ? (RunAt(election, new Supporters(election), ranks, 0), 0)
            : Add1(election, new Supporters(election), ranks);
        var fates = new Fate[election.Projects.Count];
        var left = Bought(election, run, fates);
        var line = new Greedy.Queue(election, ranks);
        Complete(election, run, line, fates, left, completion == Completion.Add1ThenGreedy);
        return new Count(election.Budget, fates, [.. Draws(election, run), .. line.Draws(fates)],
            new VoterShare(election.Budget, election.Voters, raised * election.CurrencyUnit));
    }

    /// <summary>
    /// Add1: the outcome for the largest number of steps such that this outcome and all before it stay within the budget.
    /// It does not stop at the first outcome that leaves no room for another project. It stops once every project with a vote
    /// is bought, since then more money cannot buy more.
    /// <para>
    /// Outcomes are not monotone in the share, so steps may not be skipped by bisection. They may be skipped between two
    /// shares whose runs took the same path (<see cref="ShareRun.TookSamePathAs"/>): while that holds the stride doubles,
    /// otherwise it is halved. It ends: once a share pays for all projects together, everything is bought or overspent.
    /// </para>
    /// </summary>
    private static (ShareRun Run, long Raised) Add1(Election election, Supporters supporters, int[] ranks)
    {
        var last = election.Projects.Where((_, p) => election.Votes[p] > 0).Sum(p => p.Cost) / election.CurrencyUnit + 1;
        var (run, steps, stride) = (RunAt(election, supporters, ranks, 0), 0L, 1L);
        while (!run.BoughtAll)
        {
            var next = RunAt(election, supporters, ranks, steps + stride);
            var same = !next.Overspent && next.TookSamePathAs(run);
            if (stride == 1 && next.Overspent)
                break;
            if (stride == 1 || same)
                (run, steps) = (next, steps + stride);
            stride = Math.Min(same ? stride * 2 : Math.Max(1, stride / 2), Math.Max(1, last - steps));
        }
        return (run, steps);
    }

    private static ShareRun RunAt(Election election, Supporters supporters, int[] ranks, long steps) =>
        ShareRun.Run(election, supporters, ranks,
            election.Budget + (Int128)steps * election.CurrencyUnit * election.Voters, election.Budget);

    private static long Bought(Election election, ShareRun run, Fate[] fates)
    {
        var left = election.Budget;
        foreach (var (i, purchase) in run.Purchases.Index())
        {
            var price = purchase.Price;
            var (project, votes) = (election.Projects[price.Project], election.Votes[price.Project]);
            fates[price.Project] = new Fate.BoughtByShares(project, votes, i + 1, left -= project.Cost,
                price.Rich, price.PoorVoters.Sum(), run.Purses.InMillionths(price));
        }
        return left;
    }

    private static void Complete(Election election, ShareRun run, Greedy.Queue line, Fate[] fates, long left, bool greedily)
    {
        var place = run.Purchases.Count;
        foreach (var p in line.Order.Where(p => fates[p] is null))
        {
            var (project, votes) = (election.Projects[p], election.Votes[p]);
            fates[p] = votes == 0 ? new Fate.WithoutVotes(project)
                : greedily && project.Cost <= left ? new Fate.ChosenByVotes(project, votes, ++place, left -= project.Cost)
                : new Fate.SupportersShort(project, votes, run.Purses.LeftTogether(p), greedily ? left : null);
        }
    }

    private static IEnumerable<Draw> Draws(Election election, ShareRun run) => run.Purchases
        .Where(p => p.Tied.Count > 0)
        .Select(p => new Draw(election.Projects[p.Price.Project].Id, [.. p.Tied.Select(e => election.Projects[e].Id)]));
}
