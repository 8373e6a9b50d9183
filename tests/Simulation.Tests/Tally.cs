namespace Smederijen.Simulation.Tests;

/// <summary>How much a run went through. Fields, because accidents count in them by reference.</summary>
internal sealed class Tally
{
    public long SmederijYears;
    public long Ideas;
    public long Divided;
    public long Requests;
    public long Commits;
    public long Mails;
    public long Votes;
    public long Ballots;
    public long ScannedMails;
    public long Crashes;
    public long StoreFailures;
    public long MailFailures;
    public long LostWakeUps;
    public long DoubledWakeUps;
    public long DoubledPosts;
    public long Retries;
    public long Rivals;
    public long ClockJumps;

    /// <summary>Which events happened, how often.</summary>
    public SortedDictionary<string, long> Events { get; } = new(StringComparer.Ordinal);

    /// <summary>Which events of rounds happened, how often.</summary>
    public SortedDictionary<string, long> Rounds { get; } = new(StringComparer.Ordinal);

    /// <summary>Which mails went out, how often.</summary>
    public SortedDictionary<string, long> Kinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Which mails carried a link.</summary>
    public SortedDictionary<string, long> LinkedKinds { get; } = new(StringComparer.Ordinal);

    /// <summary>Of which mails a scanner opened every link: with HEAD, and twice with GET.</summary>
    public SortedDictionary<string, long> ScannedKinds { get; } = new(StringComparer.Ordinal);

    private IEnumerable<SortedDictionary<string, long>> Counts => [Events, Rounds, Kinds, LinkedKinds, ScannedKinds];

    public static void Count(SortedDictionary<string, long> counts, string name, long more = 1) => counts[name] = counts.GetValueOrDefault(name) + more;

    public void Add(Tally other)
    {
        foreach (var field in typeof(Tally).GetFields())
            field.SetValue(this, (long)field.GetValue(this)! + (long)field.GetValue(other)!);
        foreach (var (mine, theirs) in Counts.Zip(other.Counts))
        {
            foreach (var (name, count) in theirs)
                Count(mine, name, count);
        }
    }

    public override string ToString() => string.Join(", ", typeof(Tally).GetFields().Select(field => $"{field.Name} {field.GetValue(this):N0}"));
}
