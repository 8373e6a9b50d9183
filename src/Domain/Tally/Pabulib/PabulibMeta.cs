namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The section META: facts about the election as a whole.</summary>
internal sealed class PabulibMeta
{
    private readonly List<KeyValuePair<string, string>> _facts = [];
    private readonly Dictionary<string, (string Value, int Line)> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public string Rule => Value("rule");

    public Amount Budget => _byKey.TryGetValue("budget", out var budget) && budget.Value.Length > 0
        ? Amount.Parse(budget.Value, budget.Line, "het budget")
        : throw new PabulibException(0, "Het budget ontbreekt. Zet onder META een regel zoals: budget;30000");

    /// <summary>The lowest whole number of votes that is not below min_project_score_threshold.</summary>
    public int MinimumVotes
    {
        get
        {
            if (!_byKey.TryGetValue("min_project_score_threshold", out var minimum) || minimum.Value.Length == 0)
                return 0;
            var amount = Amount.Parse(minimum.Value, minimum.Line, "min_project_score_threshold");
            var unit = Election.Power(amount.Decimals);
            return (int)Math.Min(Election.MostVoters, (amount.Digits + unit - 1) / unit);
        }
    }

    /// <summary>All facts that are not part of the count itself, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others =>
        [.. _facts.Where(f => !PabulibWriter.OwnKeys.Contains(f.Key))];

    public void Read(ref PabulibRows rows)
    {
        var key = rows[0].ToString();
        var value = rows[1].ToString();
        for (var i = 2; i < rows.Count; i++)
            value += rows[i].IsEmpty ? "" : $";{rows[i]}";
        if (key.Length == 0)
            throw new PabulibException(rows.Line, "voor de puntkomma ontbreekt de naam van het gegeven.");
        if (!_byKey.TryAdd(key, (value, rows.Line)) && PabulibWriter.OwnKeys.Contains(key) && _byKey[key].Value != value)
            throw new PabulibException(rows.Line, $"'{Amount.Shown(key)}' staat er twee keer, met verschillende waarden (eerder op regel {_byKey[key].Line}). Laat een van beide weg.");
        _facts.Add(new(key, value));
    }

    /// <summary>Points, rankings and sums of points mean something else than approval, so they are not counted as if they were.</summary>
    public void RequireApprovals()
    {
        var (type, line) = _byKey.GetValueOrDefault("vote_type", (Value: "approval", Line: 0));
        if (!type.Equals("approval", StringComparison.OrdinalIgnoreCase) && !type.Equals("choose-1", StringComparison.OrdinalIgnoreCase))
            throw new PabulibException(line, $"de stemmen zijn van de soort '{Amount.Shown(type)}'. Dit programma telt alleen stemmen die plannen aankruisen: vote_type approval of choose-1.");
    }

    public IEnumerable<string> Remarks(Election election)
    {
        if (Value("num_votes") is { Length: > 0 } votes && votes != $"{election.Voters}")
            yield return $"Volgens het bestand zijn er {Amount.Shown(votes)} stemmen. Er staan er {election.Voters} in.";
        if (Value("num_projects") is { Length: > 0 } projects && projects != $"{election.Projects.Count}")
            yield return $"Volgens het bestand zijn er {Amount.Shown(projects)} plannen. Er staan er {election.Projects.Count} in.";
    }

    private string Value(string key) => _byKey.GetValueOrDefault(key, (Value: "", Line: 0)).Value;
}
