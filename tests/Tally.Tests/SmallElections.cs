using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Tally;

namespace Smederijen.Tally.Tests;

/// <summary>
/// Random elections of up to 9 projects and 14 voters. Few different costs and many equal ballots, so that ties, voters who
/// pay their last money and projects that take the last cent of all are common.
/// </summary>
internal static class SmallElections
{
    public static Gen<Election> Any { get; } =
        from decimals in Gen.Elements(0, 0, 1, 2)
        from step in Gen.Elements(1L, 5, 10, 100)
        from costs in Gen.Choose(0, 30).Select(c => c * step).ListOf()
        from ballots in Gen.Choose(0, 511).ListOf()
        from budget in Gen.Choose(0, 100).Select(b => b * step)
        from minimum in Gen.Elements(0, 0, 0, 2)
        select Of(budget, decimals, minimum, [.. costs.Take(9)], [.. ballots.Take(14)]);

    public static Arbitrary<Election> Arbitrary { get; } = Arb.From(Any);

    /// <summary>The same, where voters gave 0 to 4 points to each of their projects.</summary>
    public static Arbitrary<Election> InPoints { get; } = Arb.From(
        from election in Any
        where election.Ballots.Count > 0
        from points in Gen.Choose(0, 4).ArrayOf(9 * 14)
        select new Election(election.Budget, election.Decimals, election.Projects,
            [.. election.Ballots.Select((ballot, b) => ballot with { Points = [.. ballot.Approved.Select(p => points[9 * b + p])] })])
        {
            MinimumVotes = election.MinimumVotes,
        });

    /// <summary>A ballot is a number whose bits are approvals; each is kept apart, equal or not.</summary>
    private static Election Of(long budget, int decimals, int minimum, IReadOnlyList<long> costs, IReadOnlyList<int> ballots) => new(
        budget, decimals,
        [.. costs.Select((cost, i) => new Project($"p{i}", cost, $"Plan {i}"))],
        [.. ballots.Select(bits => new Ballot([.. Enumerable.Range(0, costs.Count).Where(p => (bits >> p & 1) == 1)], 1))])
    {
        MinimumVotes = minimum,
    };
}
