using System.Globalization;
using System.Text;

namespace Smederijen.Functions.Tests.Costs;

/// <summary>What each step cost, as a table by kind of request.</summary>
internal sealed class Bill(CountedRequests requests)
{
    private readonly List<(string Step, IReadOnlyList<Asked> Asked)> _steps = [];

    public int Total => _steps.Sum(step => step.Asked.Count);

    public async Task<T> Of<T>(string step, Func<Task<T>> act)
    {
        var before = requests.Count;
        var result = await act();
        _steps.Add((step, [.. requests.All.Skip(before)]));
        return result;
    }

    public Task Of(string step, Func<Task> act) => Of(step, async () =>
    {
        await act();
        return true;
    });

    /// <summary>Every request with its address, for whoever looks for one that could be spared.</summary>
    public string Details => string.Join('\n', _steps.SelectMany(step => step.Asked.Select(asked => $"{step.Step,-28}{asked.Kind,-8}{asked.Address}")));

    public override string ToString()
    {
        var table = new StringBuilder();
        table.Append(CultureInfo.InvariantCulture, $"{"",-28}{"times",6}{"row",6}{"query",6}{"commit",7}{"blob",6}{"all",6}");
        foreach (var step in _steps.GroupBy(step => step.Step))
            Line(table, step.Key, $"{step.Count()}", [.. step.SelectMany(one => one.Asked)]);
        Line(table, "together", "", [.. _steps.SelectMany(step => step.Asked)]);
        return table.ToString();
    }

    private static void Line(StringBuilder table, string name, string times, IReadOnlyList<Asked> asked)
    {
        int Of(Kind kind) => asked.Count(one => one.Kind == kind);
        table.AppendLine().Append(
            CultureInfo.InvariantCulture, $"{name,-28}{times,6}{Of(Kind.Row),6}{Of(Kind.Query),6}{Of(Kind.Commit),7}{Of(Kind.Blob),6}{asked.Count,6}");
    }
}
