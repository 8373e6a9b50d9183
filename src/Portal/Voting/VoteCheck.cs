using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Rounds;

namespace Smederijen.Portal.Voting;

/// <summary>
/// Compares what is stored of a vote with what its round says: the manifest with the hash that was published, and, once it is decided, the
/// counted ballots and their numbers with the result, by counting them again.
/// </summary>
public static class VoteCheck
{
    public static IReadOnlyList<ItemCheck> Checks { get; } =
        [ItemCheck.Of("ronde", Look)];

    private static IReadOnlyList<Finding> Look(ItemEvidence evidence)
    {
        if (evidence.Row?.TryRead(LedgerJson.Default.StoredRound)?.Item.State is not { } state)
            return [];
        var manifest = evidence.Below("manifest").FirstOrDefault()?.TryRead(DomainJson.Default.Manifest);
        if (RoundArchive.HashOf(state) is not { } hash)
            return evidence.Below("manifest").Concat(Counted(evidence)).Any() ? [new Finding(evidence.Key, Trouble.Manifest)] : [];
        if (manifest?.Hash != hash)
            return [new Finding(evidence.Key, Trouble.Manifest)];
        return state is RoundState.Drawing or RoundState.Decided && !AddsUp(evidence, manifest, state.Left)
            ? [new Finding(evidence.Key, Trouble.Ballots)] : [];
    }

    private static IEnumerable<Entity> Counted(ItemEvidence evidence) => evidence.Below("telling").Concat(evidence.Below("volgnummers"));

    private static bool AddsUp(ItemEvidence evidence, Manifest manifest, ImmutableArray<Struck> left)
    {
        var groups = evidence.Below("telling").Select(row => row.TryRead(VoteJson.Default.SameMarksArray)).ToList();
        var numbers = evidence.Below("volgnummers").Select(row => row.TryRead(VoteJson.Default.StringArray)).ToList();
        var history = evidence.Below("log").Select(line => line.TryRead(RoundJson.Default.RoundLogLine)?.Event).ToList();
        var (result, drawn) = (history.OfType<RoundEvent.Counted>().LastOrDefault(), history.OfType<RoundEvent.Drawn>().LastOrDefault());
        if (result is null || groups.Contains(null) || numbers.Contains(null))
            return false;
        List<SameMarks> ballots = [.. groups.SelectMany(group => group!)];
        List<string> tracking = [.. numbers.SelectMany(number => number!)];
        // A vote that was counted before there were such hashes has none; the log of a later one names it.
        if (evidence.Below("telbewijs").Any(row => row.TryRead(CountJson.Default.CountDigest) != CountDigest.Of(ballots, tracking)))
            return false;
        if (tracking.Count != result.Ballots || ballots.Sum(group => (long)group.Voters) != result.Ballots
            || tracking.Distinct().Count() != tracking.Count || VoteCount.Head(manifest.Hash, tracking) != result.Seed)
            return false;
        try
        {
            var election = VoteCount.Election(manifest, left, ballots);
            if (result.Equal.Length > 0 && drawn is null)
                return Told(VoteCount.ToDraw(manifest, election)).SequenceEqual(Told(result.Equal));
            var seed = VoteCount.SeedOf(manifest, result, drawn?.Value);
            var count = VoteCount.Count(manifest, election, seed);
            return Told(VoteCounting.Verdicts(manifest, left, count, seed)).SequenceEqual(Told(drawn?.Verdicts ?? result.Verdicts))
                && VoteCount.Next(manifest, count, seed).SequenceEqual(drawn?.Next ?? result.Next);
        }
        // Marks that no ballot of this vote can have.
        catch (Exception nonsense) when (nonsense is ArgumentException or FormatException or InvalidOperationException or IndexOutOfRangeException)
        {
            return false;
        }
    }

    /// <summary>Without what it lacked: those words lie apart, and may be taken away.</summary>
    private static IEnumerable<(string, Euro, bool, bool)> Told(ImmutableArray<Verdict> verdicts) =>
        verdicts.Select(verdict => (verdict.Idea, verdict.Cost, verdict.Granted, verdict.Left));

    private static IEnumerable<string> Told(ImmutableArray<EqualIdeas> equal) =>
        equal.SelectMany(group => group.Ideas.Prepend($"{group.Votes} {group.Cost.Cents}"));
}
