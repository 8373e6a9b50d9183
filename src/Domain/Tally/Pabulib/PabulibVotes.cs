namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The section VOTES: one row per voter.</summary>
internal sealed class PabulibVotes(PabulibProjects projects, Remarks remarks)
{
    private readonly EqualBallots _box = new();
    private readonly Dictionary<string, int> _lineOfVoter = new(StringComparer.Ordinal);
    private Columns _columns = Columns.None;
    private BallotLimits? _limits;
    private bool _inPoints;
    private int[] _projects = new int[64];
    private int[] _points = new int[64];
    private int _rows;

    public void ReadHeader(ref PabulibRows rows, PabulibMeta meta)
    {
        _columns = meta.InPoints ? new Columns(ref rows, "vote", "points") : new Columns(ref rows, "vote");
        (_inPoints, _limits) = (meta.InPoints, new BallotLimits(meta, projects, remarks));
        if (!_columns.Has("voter_id"))
            remarks.Note("no voters", rows.Line, "de kolom voter_id ontbreekt. Of iemand twee keer stemde, is niet na te gaan.");
    }

    public void Read(ref PabulibRows rows)
    {
        if (++_rows > Election.MostVoters)
            throw new PabulibException(rows.Line, $"er zijn meer dan {Election.MostVoters} stemmen. Zo veel kan dit programma niet tellen.");
        _columns.RemarkOnMore(ref rows, remarks);
        if (rows.Count <= _columns["vote"])
            remarks.Doubt("no vote", rows.Line, "op deze regel ontbreekt het veld vote. Geteld is een stem zonder plannen.");
        CheckVoter(ref rows);
        var named = _inPoints ? ReadPoints(ref rows) : ReadTicks(ref rows);
        var kept = Once(rows.Line, named);
        var points = _points.AsSpan(0, _inPoints ? kept : 0);
        _limits!.Check(rows.Line, _projects.AsSpan(0, kept), points);
        _box.Add(_projects.AsSpan(0, kept), points);
    }

    public IReadOnlyList<Ballot> Ballots() => _box.Ballots(_inPoints);

    /// <summary>Who it is stays out of the remark: the line is enough to look it up.</summary>
    private void CheckVoter(ref PabulibRows rows)
    {
        if (!_columns.Has("voter_id"))
            return;
        var voter = rows[_columns["voter_id"]].ToString();
        if (voter.Length == 0 && rows[_columns["vote"]].IsEmpty)
            remarks.Doubt("empty row", rows.Line, "op deze regel staat niets. Geteld is een stem zonder plannen.");
        else if (voter.Length == 0)
            remarks.Note("no voter", rows.Line, "deze stem heeft geen voter_id. Of deze kiezer twee keer stemde, is niet na te gaan.");
        else if (!_lineOfVoter.TryAdd(voter, rows.Line))
            remarks.Doubt("voter", rows.Line, $"deze kiezer (voter_id) stemde ook op regel {_lineOfVoter[voter]}. Beide stemmen tellen mee.");
    }

    private int ReadTicks(ref PabulibRows rows)
    {
        if (_columns.Has("points") && !rows[_columns["points"]].IsEmpty)
            remarks.Doubt("points", rows.Line,
                "deze stem geeft punten, maar volgens vote_type zijn het aangekruiste plannen. De punten tellen niet mee.");
        var list = rows[_columns["vote"]];
        var named = 0;
        if (list.IsEmpty)
            return 0;
        foreach (var place in list.Split(','))
        {
            var id = list[place].Trim();
            if (id.IsEmpty)
                RemarkOnEmptyPlace(rows.Line);
            else if (Find(rows.Line, id) is { } project)
                Put(ref named, project, 1);
        }
        return named;
    }

    /// <summary>The points stand in the order of the projects; a project and its points belong together by their place alone.</summary>
    private int ReadPoints(ref PabulibRows rows)
    {
        var list = rows[_columns["vote"]];
        var points = rows[_columns["points"]];
        var named = 0;
        if (list.IsEmpty && points.IsEmpty)
            return 0;
        var pointsPlace = points.Split(',');
        foreach (var place in list.Split(','))
        {
            var id = list[place].Trim();
            var given = pointsPlace.MoveNext() ? points[pointsPlace.Current].Trim() : [];
            if (id.IsEmpty != given.IsEmpty)
                throw NotAsMany(rows.Line);
            if (id.IsEmpty)
                RemarkOnEmptyPlace(rows.Line);
            else if (Points(rows.Line, given) is var number && Find(rows.Line, id) is { } project)
                Put(ref named, project, number);
        }
        return pointsPlace.MoveNext() ? throw NotAsMany(rows.Line) : named;
    }

    private int Points(int line, ReadOnlySpan<char> text)
    {
        var amount = Amount.Parse(text, line, "het aantal punten", remarks, "getal");
        return amount.Decimals > 0 ? throw new PabulibException(line,
                $"het aantal punten '{Amount.Shown(text)}' is niet heel. Dit programma telt alleen hele punten.")
            : amount.Digits > Election.MostPoints ? throw new PabulibException(line, TooMany(text))
            : (int)amount.Digits;
    }

    private int? Find(int line, ReadOnlySpan<char> id)
    {
        if (projects.ById.TryGetValue(id, out var project))
            return project;
        remarks.Doubt("unknown project", line,
            $"deze stem noemt plan '{Amount.Shown(id)}', maar dat staat niet onder PROJECTS. Die keuze telt niet mee.");
        return null;
    }

    private void RemarkOnEmptyPlace(int line) =>
        remarks.Doubt("empty place", line, "op deze stem staat een komma te veel, of er is een plan weggevallen. De lege plaats telt niet mee.");

    /// <summary>Sorts what this ballot names, and puts together what it names more than once.</summary>
    /// <returns>The number of different projects.</returns>
    private int Once(int line, int named)
    {
        Array.Sort(_projects, _points, 0, named);
        var kept = 0;
        for (var i = 0; i < named; i++)
        {
            if (kept == 0 || _projects[kept - 1] != _projects[i])
                (_projects[kept], _points[kept++]) = (_projects[i], _points[i]);
            else if ((long)_points[kept - 1] + _points[i] <= Election.MostPoints)
                _points[kept - 1] += _points[i];
            else
                throw new PabulibException(line, TooMany($"{(long)_points[kept - 1] + _points[i]}"));
        }
        if (kept < named)
            remarks.Doubt("named twice", line, "deze stem noemt een plan meer dan eens. "
                + (_inPoints ? "De punten zijn bij elkaar opgeteld." : "Zo'n plan telt een keer mee."));
        return kept;
    }

    private void Put(ref int named, int project, int points)
    {
        if (named == _projects.Length)
        {
            Array.Resize(ref _projects, 2 * named);
            Array.Resize(ref _points, 2 * named);
        }
        (_projects[named], _points[named++]) = (project, points);
    }

    private static PabulibException NotAsMany(int line) =>
        new(line, "onder vote en points staan niet even veel waarden. Schrijf bij elk plan zijn punten, met komma's ertussen.");

    private static string TooMany(ReadOnlySpan<char> text) =>
        $"het aantal punten '{Amount.Shown(text)}' is te groot. Een plan krijgt van een stem ten hoogste {Election.MostPoints} punten.";
}
