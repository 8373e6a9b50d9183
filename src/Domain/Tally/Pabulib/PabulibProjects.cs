namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The section PROJECTS.</summary>
internal sealed class PabulibProjects
{
    private readonly List<(string Id, Amount Cost, string Name, List<KeyValuePair<string, string>> Extra)> _rows = [];
    private readonly List<(int Project, string Votes)> _published = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private Columns _columns = Columns.None;

    public int Decimals => _rows.Count == 0 ? 0 : _rows.Max(r => r.Cost.Decimals);

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ById => _byId.GetAlternateLookup<ReadOnlySpan<char>>();

    public void ReadHeader(ref PabulibRows rows) => _columns = new Columns(ref rows, "project_id", "cost");

    public void Read(ref PabulibRows rows)
    {
        var id = rows[_columns["project_id"]].ToString();
        if (id.Length == 0 || id.Contains(','))
            throw new PabulibException(rows.Line, $"'{Amount.Shown(id)}' kan geen nummer van een plan zijn. Een nummer is niet leeg en heeft geen komma.");
        if (!_byId.TryAdd(id, _rows.Count))
            throw new PabulibException(rows.Line, $"plan '{Amount.Shown(id)}' staat er twee keer. Geef elk plan een eigen nummer.");
        if (_rows.Count == Election.MostProjects)
            throw new PabulibException(rows.Line, $"er zijn meer dan {Election.MostProjects} plannen. Zo veel kan dit programma niet tellen.");
        var extra = new List<KeyValuePair<string, string>>();
        foreach (var (i, name) in _columns.Names.Index())
        {
            if (name is "votes")
                _published.Add((_rows.Count, rows[i].ToString()));
            else if (name is not ("" or "project_id" or "cost" or "name"))
                extra.Add(new(name, rows[i].ToString()));
        }
        var cost = Amount.Parse(rows[_columns["cost"]], rows.Line, $"de prijs van plan '{Amount.Shown(id)}'");
        _rows.Add((id, cost, _columns.Has("name") ? rows[_columns["name"]].ToString() : "", extra));
    }

    public IReadOnlyList<Project> In(int decimals) =>
        [.. _rows.Select(r => new Project(r.Id, r.Cost.In(decimals, $"de prijs van plan '{Amount.Shown(r.Id)}'"), r.Name, r.Extra))];

    public IEnumerable<string> Remarks(Election election) => _published
        .Where(p => p.Votes.Length > 0 && p.Votes != $"{election.Votes[p.Project]}" && p.Votes != $"{election.Votes[p.Project]}.0")
        .Select(p => $"Plan {Amount.Shown(election.Projects[p.Project].Id)} heeft volgens het bestand {Amount.Shown(p.Votes)} stemmen. Geteld zijn er {election.Votes[p.Project]}.");
}
