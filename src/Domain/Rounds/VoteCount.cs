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
    /// <param name="comment">What a reader of the file should know besides; empty for nothing.</param>
    public static Election Election(Manifest manifest, ImmutableArray<Struck> struck, IEnumerable<SameMarks> ballots, string comment = "")
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
            Meta = Facts(manifest, comment),
        };
    }

    /// <param name="seed">Of the draw between equals; null when it can change nothing.</param>
    public static Count Count(Manifest manifest, Election election, string? seed) =>
        Count(manifest, election, seed is null ? TieOrder.ById : TieOrder.PublicDraw(seed));

    /// <summary>
    /// The ideas between which a draw has to decide who wins; empty when it can change nothing, and for what was sealed before a manifest
    /// named a source: that vote has its seed.
    /// </summary>
    public static ImmutableArray<EqualIdeas> ToDraw(Manifest manifest, Election election) => manifest.Draw is null ? [] :
    [
        .. Ties.ThatDecide(election, ties => Count(manifest, election, ties)).Select(group => new EqualIdeas(
            election.Votes[election.Projects.Index().First(one => one.Item.Id == group[0].Id).Index], new Euro(group[0].Cost),
            [.. group.Select(idea => idea.Id)])),
    ];

    /// <summary>
    /// The ideas to which what is left is offered: those that got votes and no money, most votes first, then the lower cost, then the draw, and
    /// without a draw the order of their ids. Empty where the manifest offers no parts. It follows from the count, and changes nothing in it.
    /// </summary>
    /// <param name="seed">Of the draw; null when there was none.</param>
    public static ImmutableArray<string> Next(Manifest manifest, Count count, string? seed) => manifest.Rest is not { Offered: true } ? [] :
    [
        .. count.Fates.Where(fate => fate is not Fate.Winner and { Votes: > 0 })
            .OrderByDescending(fate => fate.Votes).ThenBy(fate => fate.Project.Cost)
            .ThenBy(fate => seed is null ? fate.Project.Id : TieOrder.Lot(seed, fate.Project.Id), StringComparer.Ordinal)
            .Select(fate => fate.Project.Id),
    ];

    /// <summary>The seed with which a vote was counted; null when no draw could change who wins.</summary>
    /// <param name="digits">The value of the draw, once there is one.</param>
    public static string? SeedOf(Manifest manifest, RoundEvent.Counted counted, string? digits) =>
        manifest.Draw is null ? counted.Seed : digits is null ? null : DrawValue.Seed(manifest.Hash, digits);

    /// <summary>
    /// The head of a chain over the manifest's hash and all tracking numbers in ascending order, each link the SHA-256 of "head so far,
    /// line feed, tracking number". It stands in the log and fixes which ballots were counted.
    /// </summary>
    public static string Head(string manifestHash, IEnumerable<string> trackingNumbers) => trackingNumbers
        .Order(StringComparer.Ordinal)
        .Aggregate(manifestHash, (head, number) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{head}\n{number}"))));

    private static Count Count(Manifest manifest, Election election, TieOrder ties) =>
        manifest.Rule == CountRule.Greedy ? Greedy.Count(election, ties) : EqualShares.Count(election, ties);

    private static List<KeyValuePair<string, string>> Facts(Manifest manifest, string comment)
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
        if (comment.Length > 0)
            facts.Add(new("comment", comment));
        return facts;
    }

    private static string Date(DateTimeOffset instant)
    {
        var date = Calendar.Amsterdam.DateOf(instant);
        return $"{date.Day:00}.{date.Month:00}.{date.Year}";
    }
}
