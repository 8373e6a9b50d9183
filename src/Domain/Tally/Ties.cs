namespace Smederijen.Domain.Tally;

/// <summary>
/// Whether the order of equals decides who wins. No count tells: under Equal Shares a tie at one size of the share can decide where Add1
/// ends, and the count that is kept in the end then shows no tie at all. So every order of equals is counted.
/// </summary>
public static class Ties
{
    /// <summary>With more orders than this nobody tries them all, and a draw is held to be needed.</summary>
    public const int MostOrders = 120;

    /// <summary>
    /// Groups of projects between which a draw has to decide; empty when every order gives the same winners. Every rule asks the tie order
    /// only about projects with as many votes and the same cost.
    /// </summary>
    /// <param name="count">The rule. It is called once for every order.</param>
    public static IReadOnlyList<IReadOnlyList<Project>> ThatDecide(Election election, Func<TieOrder, Count> count)
    {
        List<List<Project>> equal =
        [
            .. election.Projects.Select((project, p) => (Project: project, Votes: election.Votes[p])).Where(one => one.Votes > 0)
                .GroupBy(one => (one.Votes, one.Project.Cost)).Where(group => group.Count() > 1)
                .OrderByDescending(group => group.Key.Votes).ThenBy(group => group.Key.Cost)
                .Select(group => group.Select(one => one.Project).ToList()),
        ];
        if (equal.Count == 0)
            return [];
        if (Orders(equal) > MostOrders)
            return equal;
        var alone = election.Projects.Except(equal.SelectMany(group => group)).Select(project => project.Id).ToList();
        var outcomes = OrdersOf(equal).Select(order => Winners(count(TieOrder.Listed([.. order, .. alone])))).ToList();
        if (outcomes.TrueForAll(outcome => outcome.SetEquals(outcomes[0])))
            return [];
        var between = equal.FindAll(group =>
            outcomes.Exists(outcome => group.Exists(one => outcome.Contains(one.Id) != outcomes[0].Contains(one.Id))));
        return between.Count > 0 ? between : equal;
    }

    private static HashSet<string> Winners(Count count) => count.Winners.Select(winner => winner.Project.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>How many orders there are, as far as that matters.</summary>
    private static int Orders(List<List<Project>> equal) => equal.SelectMany(group => Enumerable.Range(1, group.Count))
        .Aggregate(1, (orders, factor) => Math.Min(MostOrders + 1, orders * Math.Min(factor, MostOrders + 1)));

    /// <summary>Every order of the ids within each group.</summary>
    private static IEnumerable<IEnumerable<string>> OrdersOf(IEnumerable<IReadOnlyList<Project>> equal) => equal.Aggregate(
        (IEnumerable<IEnumerable<string>>)[[]],
        (before, group) => before.SelectMany(_ => Permutations([.. group.Select(one => one.Id)]), (first, then) => first.Concat(then)));

    private static IEnumerable<IEnumerable<string>> Permutations(IReadOnlyList<string> ids) => ids.Count <= 1 ? [ids]
        : ids.SelectMany((id, i) => Permutations([.. ids.Where((_, other) => other != i)]).Select(rest => rest.Prepend(id)));
}
