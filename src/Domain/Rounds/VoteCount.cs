using System.Security.Cryptography;
using System.Text;
using Smederijen.Domain.Settings;
using Smederijen.Domain.Tally;

namespace Smederijen.Domain.Rounds;

/// <summary>So many voters made the same marks.</summary>
public sealed record SameMarks(string Marks, int Voters);

/// <summary>Counts a vote of a Smederij: the same ballots give the same result, in whatever order they come.</summary>
public static class VoteCount
{
    /// <summary>
    /// The election that is counted and published: the ideas that are still on the ballot, and what was marked for them.
    /// </summary>
    public static Election Election(Manifest manifest, ImmutableArray<Struck> struck, IEnumerable<SameMarks> ballots)
    {
        var running = manifest.Ideas.Select((idea, i) => (idea, i)).Where(x => struck.All(left => left.Idea != x.idea.Idea)).ToList();
        var places = running.Select((x, place) => (x.i, place)).ToDictionary(x => x.i, x => x.place);
        var projects = running.Select(x => new Project(x.idea.Idea, x.idea.Cost.Cents, x.idea.Title)).ToList();
        var groups = ballots
            .Select(same => (Places: new Marks(same.Marks).Chosen.Where(places.ContainsKey).Select(i => places[i]).ToArray(), same.Voters))
            .GroupBy(same => string.Join(',', same.Places), StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Ballot(group.First().Places, group.Sum(same => same.Voters)))
            .ToList();
        return new Election(manifest.Money.Cents, 2, projects, groups)
        {
            Rule = manifest.Rule == CountRule.Greedy ? "greedy" : "equalshares/add1-greedy",
            Meta = Facts(manifest),
        };
    }

    public static Count Count(Manifest manifest, Election election, string seed) => manifest.Rule switch
    {
        CountRule.Greedy => Greedy.Count(election, TieOrder.PublicDraw(seed)),
        _ => EqualShares.Count(election, TieOrder.PublicDraw(seed)),
    };

    /// <summary>
    /// The seed of the public draw: the head of a chain over the manifest's hash and all tracking numbers in ascending order,
    /// each link the SHA-256 of "head so far, line feed, tracking number". It is known only when the last ballot is in.
    /// </summary>
    public static string Seed(string manifestHash, IEnumerable<string> trackingNumbers) => trackingNumbers
        .Order(StringComparer.Ordinal)
        .Aggregate(manifestHash, (head, number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{head}\n{number}"))));

    private static List<KeyValuePair<string, string>> Facts(Manifest manifest)
    {
        List<KeyValuePair<string, string>> facts =
        [
            new("description", $"De Smederijen, {manifest.Name}, ronde {manifest.Period}"),
            new("country", "Netherlands"),
            new("unit", "Hoogeveen"),
            new("subunit", manifest.Name),
            new("instance", manifest.Period),
            new("currency", "EUR"),
            new("date_begin", Date(manifest.OpensAt)),
            new("date_end", Date(manifest.ClosesAt.AddTicks(-1))),
        ];
        if (manifest is { Ballot: BallotKind.Approval, MaxChoices: { } most })
            facts.Add(new("max_length", $"{most}"));
        if (manifest.Ballot == BallotKind.Knapsack)
            facts.Add(new("max_sum_cost", $"{manifest.Money.Cents / 100}.{manifest.Money.Cents % 100:00}"));
        return facts;
    }

    private static string Date(DateTimeOffset instant)
    {
        var date = Calendar.Amsterdam.DateOf(instant);
        return $"{date.Day:00}.{date.Month:00}.{date.Year}";
    }
}
