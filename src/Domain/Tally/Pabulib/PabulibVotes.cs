namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The section VOTES: one row per voter.</summary>
internal sealed class PabulibVotes(PabulibProjects projects)
{
    private readonly EqualBallots _box = new();
    private readonly HashSet<string> _voters = new(StringComparer.Ordinal);
    private int _voter;
    private int _vote;
    private int[] _approved = new int[64];
    private int _rows;
    private int _repeatedVoters;
    private int _repeatedProjects;

    public void ReadHeader(ref PabulibRows rows)
    {
        var columns = new Columns(ref rows, "vote");
        (_voter, _vote) = (columns.Has("voter_id") ? columns["voter_id"] : -1, columns["vote"]);
    }

    public void Read(ref PabulibRows rows)
    {
        if (++_rows > Election.MostVoters)
            throw new PabulibException(rows.Line, $"er zijn meer dan {Election.MostVoters} stemmen. Zo veel kan dit programma niet tellen.");
        if (_voter >= 0 && !_voters.Add(rows[_voter].ToString()))
            _repeatedVoters++;
        var vote = rows[_vote];
        var (byId, count) = (projects.ById, 0);
        while (!vote.IsEmpty)
        {
            var comma = vote.IndexOf(',');
            var id = (comma < 0 ? vote : vote[..comma]).Trim();
            vote = comma < 0 ? [] : vote[(comma + 1)..];
            if (id.IsEmpty)
                continue;
            if (!byId.TryGetValue(id, out var project))
                throw new PabulibException(rows.Line, $"een stem noemt plan '{Amount.Shown(id)}', maar dat staat niet onder PROJECTS. Voeg het plan toe of verbeter de stem.");
            if (count == _approved.Length)
                Array.Resize(ref _approved, 2 * count);
            _approved[count++] = project;
        }
        if (_box.Add(_approved.AsSpan(0, count)))
            _repeatedProjects++;
    }

    public IReadOnlyList<Ballot> Ballots() => _box.Ballots();

    public IEnumerable<string> Remarks()
    {
        if (_repeatedVoters > 0)
            yield return $"{_repeatedVoters} keer komt een kiezer voor die al gestemd had. Al die stemmen tellen mee.";
        if (_repeatedProjects > 0)
            yield return $"{_repeatedProjects} keer noemt een stem een plan meer dan eens. Zo'n plan telt een keer mee.";
    }
}
