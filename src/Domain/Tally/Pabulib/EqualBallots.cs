namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>Puts equal ballots together, in the order in which each first came.</summary>
internal sealed class EqualBallots
{
    private readonly Dictionary<int[], int> _counts = new(new SameMarks());
    private readonly Dictionary<int[], int>.AlternateLookup<ReadOnlySpan<int>> _lookup;
    private int[] _ballot = new int[64];

    public EqualBallots() => _lookup = _counts.GetAlternateLookup<ReadOnlySpan<int>>();

    /// <param name="projects">Each once, in ascending order.</param>
    /// <param name="points">One per project, or none at all when projects are ticked.</param>
    public void Add(ReadOnlySpan<int> projects, ReadOnlySpan<int> points)
    {
        var length = projects.Length + points.Length;
        if (_ballot.Length < length)
            _ballot = new int[2 * length];
        projects.CopyTo(_ballot);
        points.CopyTo(_ballot.AsSpan(projects.Length));
        ReadOnlySpan<int> marks = _ballot.AsSpan(0, length);
        _lookup[marks] = _lookup.TryGetValue(marks, out var before) ? before + 1 : 1;
    }

    public IReadOnlyList<Ballot> Ballots(bool inPoints) => [.. _counts.Select(c => inPoints
        ? new Ballot(c.Key[..(c.Key.Length / 2)], c.Value) { Points = c.Key[(c.Key.Length / 2)..] }
        : new Ballot(c.Key, c.Value))];

    private sealed class SameMarks : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public int GetHashCode(int[] obj) => GetHashCode((ReadOnlySpan<int>)obj);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = new HashCode();
            foreach (var mark in alternate)
                hash.Add(mark);
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
