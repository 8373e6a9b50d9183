using System.Numerics;
using Smederijen.Domain.Tally;

namespace Smederijen.Tally.Tests;

/// <summary>
/// Equal Shares written down from the paper as plainly as possible: a purse per voter, every price anew in every step, every
/// share of Add1 tried. Slow, exact, and without any idea shared with the fast count.
/// </summary>
internal static class SimpleShares
{
    public static IReadOnlyList<string> Winners(Election election, Completion completion)
    {
        var winners = At(election, 0);
        var voted = election.Votes.Count(v => v > 0);
        for (var raised = election.CurrencyUnit; completion != Completion.None && winners.Count < voted; raised += election.CurrencyUnit)
        {
            var next = At(election, raised);
            if (next.Sum(p => election.Projects[p].Cost) > election.Budget)
                break;
            winners = next;
        }
        if (completion == Completion.Add1ThenGreedy)
            FillUp(election, winners);
        return [.. winners.Select(p => election.Projects[p].Id)];
    }

    private static List<int> At(Election election, long raised)
    {
        var voters = election.Ballots.SelectMany(b => Enumerable.Repeat(b.Approved.ToHashSet(), b.Voters)).ToArray();
        var purses = voters.Select(_ => new Ratio(election.Budget + (BigInteger)raised * voters.Length, voters.Length)).ToArray();
        var winners = Enumerable.Range(0, election.Projects.Count)
            .Where(p => election.Votes[p] > 0 && election.Projects[p].Cost == 0)
            .OrderByDescending(p => election.Votes[p]).ThenBy(p => election.Projects[p].Id, StringComparer.Ordinal).ToList();
        while (true)
        {
            var best = Enumerable.Range(0, election.Projects.Count)
                .Where(p => election.Votes[p] > 0 && !winners.Contains(p))
                .Select(p => (Project: p, Price: PriceOf(election.Projects[p].Cost, [.. purses.Where((_, v) => voters[v].Contains(p))])))
                .Where(c => c.Price is not null)
                .OrderBy(c => c.Price!.Value.Over(election.Projects[c.Project].Cost))
                .ThenByDescending(c => election.Votes[c.Project]).ThenBy(c => election.Projects[c.Project].Cost)
                .ThenBy(c => election.Projects[c.Project].Id, StringComparer.Ordinal)
                .Cast<(int Project, Ratio? Price)?>().FirstOrDefault();
            if (best is null)
                return winners;
            winners.Add(best.Value.Project);
            for (var v = 0; v < voters.Length; v++)
            {
                if (voters[v].Contains(best.Value.Project))
                    purses[v] = purses[v].CompareTo(best.Value.Price!.Value) <= 0 ? new Ratio(0, 1) : purses[v].Less(best.Value.Price.Value);
            }
        }
    }

    /// <summary>The poorest pay all they have as long as an equal part of what remains is more than that.</summary>
    private static Ratio? PriceOf(long cost, List<Ratio> purses)
    {
        purses.Sort();
        var rest = new Ratio(cost, 1);
        for (var i = 0; i < purses.Count; i++)
        {
            var part = rest.Over(purses.Count - i);
            if (purses[i].CompareTo(part) >= 0)
                return part;
            rest = rest.Less(purses[i]);
        }
        return null;
    }

    private static void FillUp(Election election, List<int> winners)
    {
        var left = election.Budget - winners.Sum(p => election.Projects[p].Cost);
        foreach (var p in Enumerable.Range(0, election.Projects.Count).Except(winners).Where(p => election.Votes[p] > 0)
            .OrderByDescending(p => election.Votes[p]).ThenBy(p => election.Projects[p].Cost)
            .ThenBy(p => election.Projects[p].Id, StringComparer.Ordinal).ToList())
        {
            if (election.Projects[p].Cost > left)
                continue;
            winners.Add(p);
            left -= election.Projects[p].Cost;
        }
    }

    private readonly record struct Ratio(BigInteger Above, BigInteger Below) : IComparable<Ratio>
    {
        public int CompareTo(Ratio other) => (Above * other.Below).CompareTo(other.Above * Below);

        public Ratio Less(Ratio other) => Simplest(Above * other.Below - other.Above * Below, Below * other.Below);

        public Ratio Over(long parts) => Simplest(Above, Below * parts);

        private static Ratio Simplest(BigInteger above, BigInteger below)
        {
            var common = BigInteger.GreatestCommonDivisor(above, below);
            return new Ratio(above / common, below / common);
        }
    }
}
