using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Smederijen.Domain.Tally;

namespace Smederijen.Tally;

/// <summary>
/// The result for other programs. Amounts are whole numbers of the smallest unit (see "decimals"); prices are text, because
/// they are in millionths of that unit and may be larger than a number in JSON can be. "points" is there where voters gave points.
/// </summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions s_readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(Recount recount)
    {
        var (election, count) = (recount.Election, recount.Count);
        var result = new JsonObject
        {
            ["rule"] = recount.RuleInWords,
            ["decimals"] = election.Decimals,
            ["budget"] = count.Budget,
            ["spent"] = count.Spent,
            ["left"] = count.Left,
            ["voters"] = election.Voters,
            ["winners"] = Array([.. count.Winners.Select(w => w.Project.Id)]),
            ["projects"] = new JsonArray([.. count.Fates.Select((fate, p) => Project(election, fate, p))]),
            ["draws"] = new JsonArray([.. count.Draws.Select(d => new JsonObject { ["winner"] = d.Winner, ["among"] = Array(d.Among) })]),
            ["remarks"] = Array([.. recount.Remarks.Select(remark => remark.Text)]),
            ["outcomeCouldDiffer"] = recount.OutcomeCouldDiffer,
        };
        if (count.Shares is { } shares)
            result["share"] = new JsonObject { ["total"] = shares.Total, ["voters"] = shares.Voters, ["raised"] = shares.Raised };
        return result.ToJsonString(s_readable) + "\n";
    }

    private static JsonObject Project(Election election, Fate fate, int p)
    {
        var project = new JsonObject
        {
            ["id"] = fate.Project.Id,
            ["name"] = fate.Project.Name,
            ["cost"] = fate.Project.Cost,
            ["votes"] = election.Votes[p],
            ["fate"] = fate.GetType().Name,
        };
        if (election.InPoints)
            project["points"] = election.Scores[p];
        foreach (var (name, value) in Facts(fate))
            project[name] = value;
        return project;
    }

    private static (string Name, JsonNode? Value)[] Facts(Fate fate) => fate switch
    {
        Fate.BoughtByShares f => [("place", f.Place), ("leftAfter", f.LeftAfter), ("priceInMillionths", $"{f.Price}"),
            ("paidFullPrice", f.PaidFullPrice), ("paidTheirLast", f.PaidTheirLast)],
        Fate.ChosenByVotes f => [("place", f.Place), ("leftAfter", f.LeftAfter)],
        Fate.BelowMinimum f => [("minimum", f.Minimum)],
        Fate.DidNotFit f => [("leftAtItsTurn", f.LeftAtItsTurn), ("lacks", f.Lacks)],
        Fate.AfterTheStop f => [("stoppedAt", f.StoppedAt), ("left", f.Left)],
        Fate.SupportersShort f => [("supportersHad", f.SupportersHad), ("lacks", f.Lacks), ("leftAtItsTurn", f.LeftAtItsTurn)],
        _ => [],
    };

    private static JsonArray Array(IReadOnlyList<string> texts) => new([.. texts.Select(t => (JsonNode)t)]);
}
