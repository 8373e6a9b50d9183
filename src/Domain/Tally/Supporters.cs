namespace Smederijen.Domain.Tally;

/// <summary>Who approves which project, laid out for walking: per project the numbers of the ballots that approve it.</summary>
internal sealed class Supporters
{
    private readonly int[] _start;
    private readonly int[] _ballots;

    public Supporters(Election election)
    {
        Weights = [.. election.Ballots.Select(b => b.Voters)];
        _start = new int[election.Projects.Count + 1];
        foreach (var ballot in election.Ballots)
        {
            foreach (var project in ballot.Approved)
                _start[project + 1]++;
        }
        for (var p = 0; p < election.Projects.Count; p++)
            _start[p + 1] += _start[p];
        _ballots = new int[_start[^1]];
        var next = _start[..^1];
        foreach (var (b, ballot) in election.Ballots.Index())
        {
            foreach (var project in ballot.Approved)
                _ballots[next[project]++] = b;
        }
    }

    /// <summary>Voters per ballot.</summary>
    public int[] Weights { get; }

    public ReadOnlySpan<int> Of(int project) => _ballots.AsSpan(_start[project].._start[project + 1]);
}
