namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>The section META: facts about the election as a whole.</summary>
internal sealed class PabulibMeta(Remarks remarks)
{
    private const string Counted = "Dit programma telt aangekruiste plannen (vote_type approval of choose-1) en punten (cumulative).";

    private readonly List<KeyValuePair<string, string>> _facts = [];
    private readonly Dictionary<string, (string Value, int Line)> _byKey = new(StringComparer.OrdinalIgnoreCase);

    public string Rule => Value("rule");

    /// <summary>Ballots give points (cumulative) instead of ticks.</summary>
    public bool InPoints => VoteType.Equals("cumulative", StringComparison.OrdinalIgnoreCase);

    public bool IsChooseOne => VoteType.Equals("choose-1", StringComparison.OrdinalIgnoreCase);

    /// <summary>All facts that are not part of the count itself, in their order.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Others =>
        [.. _facts.Where(f => !PabulibWriter.OwnKeys.Contains(f.Key))];

    private string VoteType => Value("vote_type");

    public void Read(ref PabulibRows rows)
    {
        var key = rows[0].ToString();
        var value = rows[1].ToString();
        for (var i = 2; i < rows.Count; i++)
            value += rows[i].IsEmpty ? "" : $";{rows[i]}";
        if (key.Length == 0)
            throw new PabulibException(rows.Line, "voor de puntkomma ontbreekt de naam van het gegeven.");
        if (!_byKey.TryAdd(key, (value, rows.Line)) && IsUsed(key) && _byKey[key].Value != value)
            throw new PabulibException(rows.Line, $"'{Amount.Shown(key)}' staat er twee keer, met verschillende waarden "
                + $"(eerder op regel {_byKey[key].Line}). Laat een van beide weg.");
        _facts.Add(new(key, value));
        if (IsNotCounted(key) && value is not ("" or "0"))
            remarks.Doubt(key, rows.Line, $"met '{Amount.Shown(key)}' houdt deze telling geen rekening.");
    }

    public Amount Budget() => Number("budget", "het budget")
        ?? throw new PabulibException(0, "Het budget ontbreekt. Zet onder META een regel zoals: budget;30000");

    /// <summary>The lowest whole number of votes or points that is not below min_project_score_threshold.</summary>
    public int MinimumVotes()
    {
        if (Number("min_project_score_threshold", "min_project_score_threshold") is not { } amount)
            return 0;
        var unit = Election.Power(amount.Decimals);
        var minimum = amount.Digits / unit + (amount.Digits % unit == 0 ? 0 : 1);
        return minimum <= int.MaxValue ? (int)minimum
            : throw new PabulibException(amount.Line, $"min_project_score_threshold is te groot. Schrijf ten hoogste {int.MaxValue}.");
    }

    /// <summary>What is named min_ and max_ with this behind it.</summary>
    public Limit Limit(string measure) =>
        new($"min_{measure}", Number($"min_{measure}", $"min_{measure}"), $"max_{measure}", Number($"max_{measure}", $"max_{measure}"));

    /// <summary>
    /// Rankings have no fixed meaning in points, and scores count for projects that a voter did not name: neither is counted as
    /// if it were something else.
    /// </summary>
    public void RequireCountable()
    {
        var (type, line) = _byKey.GetValueOrDefault("vote_type", (Value: "", Line: 0));
        if (type.Length == 0)
        {
            remarks.Doubt("vote_type", line, (line > 0 ? "hier" : "Onder META")
                + " staat niet welk soort stemmen het zijn (vote_type). Ze zijn geteld als aangekruiste plannen.");
            return;
        }
        var why = type.ToLowerInvariant() switch
        {
            "approval" or "choose-1" or "cumulative" => null,
            "ordinal" => "Hoeveel punten een plaats in die volgorde waard is, verschilt per stad.",
            "scoring" => "Daarin kan een plan ook punten krijgen of verliezen door wie het niet noemt.",
            _ => "Die soort ken ik niet.",
        };
        if (why is not null)
            throw new PabulibException(line, $"de stemmen zijn van de soort '{Amount.Shown(type)}'. {why} {Counted}");
        foreach (var measure in (string[])(InPoints ? [] : ["min_points", "max_points", "min_sum_points", "max_sum_points"]))
        {
            if (Value(measure).Length > 0)
                remarks.Doubt(measure, _byKey[measure].Line,
                    $"{measure} hoort bij punten, maar deze stemmen zijn aangekruiste plannen (vote_type {type}).");
        }
    }

    public void Compare(Election election)
    {
        Stated("num_votes", "het aantal stemmen in het bestand").Compare(election.Voters, remarks);
        Stated("num_projects", "het aantal plannen in het bestand").Compare(election.Projects.Count, remarks);
    }

    private StatedNumber Stated(string key, string what)
    {
        var (value, line) = _byKey.GetValueOrDefault(key, (Value: "", Line: 0));
        return new StatedNumber(key, line, what, value);
    }

    private Amount? Number(string key, string what)
    {
        if (!_byKey.TryGetValue(key, out var number) || number.Value.Length == 0)
            return null;
        var noun = key == "budget" || key.EndsWith("_cost", StringComparison.Ordinal) ? "bedrag" : "getal";
        return Amount.Parse(number.Value, number.Line, what, remarks, noun);
    }

    private string Value(string key) => _byKey.GetValueOrDefault(key, (Value: "", Line: 0)).Value;

    /// <summary>A second value for one of these would be a choice that nobody made.</summary>
    private static bool IsUsed(string key) => PabulibWriter.OwnKeys.Contains(key)
        || key.StartsWith("min_", StringComparison.OrdinalIgnoreCase) || key.StartsWith("max_", StringComparison.OrdinalIgnoreCase);

    /// <summary>Budgets and limits per category or neighbourhood, and what belongs to other kinds of ballot.</summary>
    private static bool IsNotCounted(string key) => key.Contains("_per_", StringComparison.OrdinalIgnoreCase)
        || key.Equals("default_score", StringComparison.OrdinalIgnoreCase) || key.Equals("scoring_fn", StringComparison.OrdinalIgnoreCase);
}
