namespace Smederijen.Domain.Tally;

/// <summary>
/// A project on the ballot. <paramref name="Cost"/> is in the election's smallest unit (cents for euros).
/// <paramref name="Extra"/> holds the other columns of the file it came from, by name, so that writing it again loses nothing.
/// </summary>
public sealed record Project(string Id, long Cost, string Name, IReadOnlyList<KeyValuePair<string, string>> Extra)
{
    public Project(string id, long cost, string name) : this(id, cost, name, [])
    {
    }
}

/// <summary>
/// What one or more voters approved: indices into <see cref="Election.Projects"/>, ascending, each once. Approval and
/// knapsack ballots are both such sets; the limit differs, and it was enforced when the ballot was cast.
/// Voters with the same set pay the same share of everything, so a rule that treats voters alike may treat them as one.
/// </summary>
public sealed record Ballot(IReadOnlyList<int> Approved, int Voters)
{
    /// <summary>What the voter gave each of the approved projects, in their order; absent where a vote is a tick.</summary>
    public IReadOnlyList<int>? Points { get; init; }
}

/// <summary>
/// What a file tells of the outcome: the <paramref name="Value"/> beside <paramref name="Project"/> (an index) on
/// <paramref name="Line"/>. Pabulib writes 1 for a winner, 0 for a loser, and other numbers for what it explains elsewhere.
/// </summary>
public sealed record Announced(int Project, int Line, string Value);

/// <summary>All that a count needs: the money, the projects and the ballots, without anything about who voted.</summary>
public sealed class Election
{
    /// <summary>Larger amounts (100 billion euros in cents) are refused, so that no sum or product in a count overflows.</summary>
    public const long LargestAmount = 10_000_000_000_000;

    public const int MostProjects = 8_192;
    public const int MostVoters = 16_777_216;
    public const int MostDecimals = 6;

    /// <summary>From one ballot to one project.</summary>
    public const int MostPoints = 1_000_000_000;

    /// <exception cref="ArgumentException">An amount, a number or an index is out of range, or an id is used twice.</exception>
    public Election(long budget, int decimals, IReadOnlyList<Project> projects, IReadOnlyList<Ballot> ballots)
    {
        Require(budget is >= 0 and <= LargestAmount, "The budget is out of range.");
        Require(decimals is >= 0 and <= MostDecimals, "The number of decimals is out of range.");
        Require(projects.Count <= MostProjects, "There are too many projects.");
        Require(projects.All(p => p.Cost is >= 0 and <= LargestAmount), "A cost is out of range.");
        Require(projects.DistinctBy(p => p.Id, StringComparer.Ordinal).Count() == projects.Count, "Two projects have the same id.");
        (Budget, Decimals, Projects, Ballots) = (budget, decimals, projects, ballots);
        InPoints = ballots.Any(b => b.Points is not null);
        (Voters, Votes, Scores) = CountVotes();
    }

    /// <summary>In the smallest unit: 10^-<see cref="Decimals"/> of the currency.</summary>
    public long Budget { get; }

    /// <summary>How many decimals the currency has here: 2 when amounts are in cents, 0 when they are in whole euros.</summary>
    public int Decimals { get; }

    public IReadOnlyList<Project> Projects { get; }

    public IReadOnlyList<Ballot> Ballots { get; }

    /// <summary>Everyone who cast a ballot, also an empty one.</summary>
    public int Voters { get; }

    /// <summary>Approvals per project, in the order of <see cref="Projects"/>.</summary>
    public IReadOnlyList<int> Votes { get; }

    /// <summary>Voters gave points to projects (a cumulative vote) instead of ticking them.</summary>
    public bool InPoints { get; }

    /// <summary>What the greedy rule goes by, in the order of <see cref="Projects"/>: the votes, or all points added.</summary>
    public IReadOnlyList<long> Scores { get; }

    /// <summary>Below this number of votes (of points, where voters gave points) a project is out under the greedy rule; 0 when the election has no
    /// such limit.</summary>
    public int MinimumVotes { get; init; }

    /// <summary>The name of the rule by which the election was decided, as Pabulib spells it; empty when unknown.</summary>
    public string Rule { get; init; } = "";

    /// <summary>Other facts about the election in Pabulib's keys and their order (description, country, currency, ...).</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Meta { get; init; } = [];

    /// <summary>What the file it came from says about who won; empty when it says nothing.</summary>
    public IReadOnlyList<Announced> Announced { get; init; } = [];

    /// <summary>What a reader should know about the file it came from.</summary>
    public IReadOnlyList<Remark> Remarks { get; init; } = [];

    /// <summary>One whole unit of the currency (one euro) in the smallest unit: the step of Add1.</summary>
    public long CurrencyUnit => Power(Decimals);

    internal static long Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);

    private (int Voters, int[] Votes, long[] Scores) CountVotes()
    {
        var (votes, scores) = (new int[Projects.Count], new long[Projects.Count]);
        long voters = 0;
        foreach (var ballot in Ballots)
        {
            Require(ballot.Voters > 0 && (voters += ballot.Voters) <= MostVoters, "The number of voters is out of range.");
            Require(InPoints == ballot.Points is not null, "Either all ballots give points or none does.");
            Require(ballot.Points is null || ballot.Points.Count == ballot.Approved.Count, "A ballot gives points to each of its projects.");
            var previous = -1;
            for (var i = 0; i < ballot.Approved.Count; i++)
            {
                var (project, points) = (ballot.Approved[i], ballot.Points?[i] ?? 1);
                Require(project > previous && project < votes.Length, "A ballot names each project once, in ascending order.");
                Require(points is >= 0 and <= MostPoints, "The points are out of range.");
                votes[previous = project] += ballot.Voters;
                scores[project] += (long)points * ballot.Voters;
            }
        }
        return ((int)voters, votes, scores);
    }

    private static void Require(bool holds, string problem)
    {
        if (!holds)
            throw new ArgumentException(problem);
    }
}
