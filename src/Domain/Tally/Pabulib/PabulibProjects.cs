namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The section PROJECTS.</summary>
internal sealed class PabulibProjects(Remarks remarks)
{
    private readonly List<(string Id, Amount Cost, string Name, List<KeyValuePair<string, string>> Extra, int Line)> _rows = [];
    private readonly List<(int Project, string Column, string Text)> _stated = [];
    private readonly List<Announced> _announced = [];
    private readonly Dictionary<string, int> _byId = new(StringComparer.Ordinal);
    private Columns _columns = Columns.None;

    public int Decimals => _rows.Count == 0 ? 0 : _rows.Max(r => r.Cost.Decimals);

    public Dictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> ById => _byId.GetAlternateLookup<ReadOnlySpan<char>>();

    public IReadOnlyList<Announced> Announced => _announced;

    public Int128 CostInMillionths(int project) => _rows[project].Cost.InMillionths;

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
        _columns.RemarkOnMore(ref rows, remarks);
        var extra = new List<KeyValuePair<string, string>>();
        foreach (var (i, name) in _columns.Names.Index())
        {
            if (name is "votes" or "score")
                _stated.Add((_rows.Count, name, rows[i].ToString()));
            else if (name is not ("" or "project_id" or "cost" or "name"))
                extra.Add(new(name, rows[i].ToString()));
            if (name is "selected")
                _announced.Add(new Announced(_rows.Count, rows.Line, rows[i].ToString()));
        }
        var cost = Amount.Parse(rows[_columns["cost"]], rows.Line, $"de prijs van plan '{Amount.Shown(id)}'", remarks);
        _rows.Add((id, cost, _columns.Has("name") ? rows[_columns["name"]].ToString() : "", extra, rows.Line));
    }

    public IReadOnlyList<Project> In(int decimals) =>
        [.. _rows.Select(r => new Project(r.Id, r.Cost.In(decimals, $"de prijs van plan '{Amount.Shown(r.Id)}'"), r.Name, r.Extra))];

    public void Compare(Election election)
    {
        foreach (var (project, column, text) in _stated)
        {
            var (what, counted) = column == "score" && election.InPoints
                ? ("punten", election.Scores[project]) : ("stemmen", election.Votes[project]);
            new StatedNumber(column, _rows[project].Line, $"het aantal {what} van plan '{Amount.Shown(_rows[project].Id)}'", text)
                .Compare(counted, remarks);
        }
    }

    /// <param name="cost">What the file says that a project may cost.</param>
    public void CheckCosts(Limit cost)
    {
        foreach (var row in _rows)
        {
            if (cost.Broken(row.Cost.InMillionths) is { } rule)
                remarks.Doubt(rule, row.Line, $"plan '{Amount.Shown(row.Id)}' kost {row.Cost}. {rule} Het plan telt mee.");
        }
    }
}
