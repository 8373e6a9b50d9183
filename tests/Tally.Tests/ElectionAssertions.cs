using Smederijen.Domain.Tally;

namespace Smederijen.Tally.Tests;

internal static class ElectionAssertions
{
    /// <summary>The same election: amounts may be written in another unit, equal ballots be grouped otherwise.</summary>
    public static void ShouldMean(this Election actual, Election expected) => Story(actual).ShouldBe(Story(expected));

    private static string Story(Election election)
    {
        var ballots = election.Ballots.Select(b => (
            Vote: $"{string.Join(',', b.Approved.Select(p => election.Projects[p].Id))} {string.Join(',', b.Points ?? [])}".TrimEnd(), b.Voters));
        string[] lines =
        [
            $"budget {InCurrency(election.Budget)}, minimum {election.MinimumVotes}, rule {election.Rule}",
            .. election.Meta.Select(m => $"{m.Key}={m.Value}"),
            .. election.Projects.Select(p =>
                $"{p.Id} {InCurrency(p.Cost)} {p.Name} {string.Join(' ', p.Extra.Select(e => $"{e.Key}={e.Value}"))}"),
            .. ballots.GroupBy(b => b.Vote, b => b.Voters).Select(g => $"{g.Sum()} x {g.Key}").Order(StringComparer.Ordinal),
        ];
        return string.Join('\n', lines);

        decimal InCurrency(long amount) => (decimal)amount / election.CurrencyUnit / 1.000000000000m;
    }
}
