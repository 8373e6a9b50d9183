namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>Puts equal ballots together, in the order in which each first came.</summary>
internal sealed class EqualBallots
{
    private readonly Dictionary<int[], int> _counts = new(new SameProjects());
    private readonly Dictionary<int[], int>.AlternateLookup<ReadOnlySpan<int>> _lookup;

    public EqualBallots() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<int>>();

    /// <summary>The projects may come in any order and more than once: a ballot is a set. The span is sorted on the way.</summary>
    /// <returns>Whether a project came more than once.</returns>
    public bool Add(Span<int> projects)
    {
        projects.Sort();
        var kept = 0;
        foreach (var project in projects)
        {
            if (kept == 0 || projects[kept - 1] != project)
                projects[kept++] = project;
        }
        ReadOnlySpan<int> set = projects[..kept];
        _lookup[set] = _lookup.TryGetValue(set, out var before) ? before + 1 : 1;
        return kept < projects.Length;
    }

    public IReadOnlyList<Ballot> Ballots() => [.. _counts.Select(c => new Ballot(c.Key, c.Value))];

    private sealed class SameProjects : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj) => GetHashCode((ReadOnlySpan<int>)obj);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = new HashCode();
            foreach (var project in alternate)
                hash.Add(project);
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
