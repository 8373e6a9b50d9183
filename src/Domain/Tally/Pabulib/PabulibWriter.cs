using System.Text;

namespace Smederijen.Domain.Tally.Pabulib;

/// <summary>Writes the three sections.</summary>
internal sealed class PabulibWriter(Election election, IReadOnlyCollection<string>? winners)
{
    private readonly StringBuilder _text = new();

    /// <summary>The keys whose values follow from the election itself; all others are written as they came.</summary>
    public static IReadOnlySet<string> OwnKeys { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase)
    {
        "num_projects", "num_votes", "budget", "vote_type", "rule", "min_project_score_threshold",
    };

    public string Write()
    {
        WriteMeta();
        WriteProjects();
        WriteVotes();
        return _text.ToString();
    }

    private void WriteMeta()
    {
        _text.Append("META\n");
        Row("key", "value");
        var own = new List<KeyValuePair<string, string>>
        {
            new("num_projects", $"{election.Projects.Count}"),
            new("num_votes", $"{election.Voters}"),
            new("budget", InCurrency(election.Budget)),
            new("vote_type", election.InPoints ? "cumulative" : "approval"),
            new("rule", election.Rule),
            new("min_project_score_threshold", election.MinimumVotes == 0 ? "" : $"{election.MinimumVotes}"),
        };
        foreach (var (key, value) in election.Meta.Concat(own.Where(o => o.Value.Length > 0)))
            Row(key, value);
    }

    private void WriteProjects()
    {
        var extra = election.Projects.SelectMany(p => p.Extra.Select(e => e.Key)).Distinct(StringComparer.Ordinal)
            .Where(name => winners is null || name != "selected").ToList();
        _text.Append("PROJECTS\n");
        Row(["project_id", "cost", "votes", .. Score("score"), "name", .. extra, .. winners is null ? (string[])[] : ["selected"]]);
        foreach (var (p, project) in election.Projects.Index())
        {
            var values = extra.Select(name => project.Extra.FirstOrDefault(e => e.Key == name).Value ?? "");
            Row([project.Id, InCurrency(project.Cost), $"{election.Votes[p]}", .. Score($"{election.Scores[p]}"), project.Name, .. values,
                .. winners is null ? (string[])[] : [winners.Contains(project.Id) ? "1" : "0"]]);
        }
    }

    private void WriteVotes()
    {
        _text.Append("VOTES\n");
        Row(["voter_id", "vote", .. Score("points")]);
        var voter = 0;
        foreach (var ballot in election.Ballots)
        {
            var projects = string.Join(',', ballot.Approved.Select(p => election.Projects[p].Id));
            var vote = string.Join(';', ((string[])[projects, .. Score(string.Join(',', ballot.Points ?? []))]).Select(Quoted));
            for (var i = 0; i < ballot.Voters; i++)
                _text.Append(++voter).Append(';').Append(vote).Append('\n');
        }
    }

    /// <summary>A field that is only there where voters gave points.</summary>
    private string[] Score(string field) => election.InPoints ? [field] : [];

    private void Row(params IEnumerable<string> fields) => _text.AppendJoin(';', fields.Select(Quoted)).Append('\n');

    private static string Quoted(string field) =>
        field.AsSpan().ContainsAny(";\"\n\r") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    /// <summary>Three decimals get a zero behind them: 1.250 could be taken for more than a thousand.</summary>
    private string InCurrency(long amount) => election.Decimals == 0 ? $"{amount}"
        : $"{amount / election.CurrencyUnit}.{(amount % election.CurrencyUnit).ToString($"D{election.Decimals}")}" + (election.Decimals == 3 ? "0" : "");
}
