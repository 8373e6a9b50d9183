using System.Text;
using Smederijen.Domain.Tally;

namespace Smederijen.Tally;

/// <summary>The result as a table with a reason for every plan.</summary>
internal sealed class TextReport
{
    private const int LongestName = 40;
    private readonly StringBuilder _text = new();
    private readonly Recount _recount;

    private readonly Dictionary<string, long> _scores;

    private TextReport(Recount recount)
    {
        _recount = recount;
        _scores = recount.Election.Projects.Zip(recount.Election.Scores).ToDictionary(p => p.First.Id, p => p.Second, StringComparer.Ordinal);
    }

    private Election Election => _recount.Election;

    private Count Count => _recount.Count;

    public static string Of(Recount recount)
    {
        var report = new TextReport(recount);
        report.WriteHead();
        report.WriteTable("Gekozen", [.. recount.Count.Winners]);
        report.WriteTable("Niet gekozen", [.. recount.Count.Fates.Where(f => f is not Fate.Winner).OrderByDescending(report.Score)]);
        report.WriteFoot();
        report.WriteRemarks();
        return report._text.ToString();
    }

    private void WriteHead()
    {
        var facts = Election.Meta.Where(m => m.Key is "description" or "instance").Select(m => m.Value);
        _text.AppendLine(string.Join(", ", facts)).AppendLine(_recount.RuleInWords)
            .AppendLine($"Budget {Money(Count.Budget)} · {Election.Voters} stemmen · {Election.Projects.Count} plannen");
        if (Count.Shares is { Voters: > 0 } shares)
        {
            var raised = shares.Raised == 0 ? "" : $", waarvan {Money(shares.Raised)} door de aanvulling";
            _text.AppendLine($"Elke kiezer heeft {Money(shares.Rounded)} om mee te kiezen{raised}");
        }
    }

    private void WriteTable(string title, IReadOnlyList<Fate> fates)
    {
        _text.AppendLine().AppendLine($"{title} ({fates.Count})");
        if (fates.Count == 0)
            return;
        var id = fates.Max(f => f.Project.Id.Length);
        var name = fates.Max(f => Name(f.Project).Length);
        var cost = fates.Max(f => Money(f.Project.Cost).Length);
        foreach (var fate in fates)
        {
            var place = fate is Fate.Winner winner ? $"{winner.Place}" : "";
            _text.Append($"{place,4}  {fate.Project.Id.PadRight(id)}  {Name(fate.Project).PadRight(name)}  ")
                .Append($"{Money(fate.Project.Cost).PadLeft(cost)}  {Score(fate),6} {(Election.InPoints ? "punten" : "stemmen")}  ").AppendLine(Why(fate));
        }
    }

    private void WriteFoot()
    {
        _text.AppendLine().AppendLine($"Uitgegeven {Money(Count.Spent)} · over {Money(Count.Left)}");
        foreach (var draw in Count.Draws)
            _text.AppendLine($"Gelijk: {string.Join(", ", draw.Among)}. De volgorde bij gelijke stand gaf voorrang aan {draw.Winner}.");
    }

    private void WriteRemarks()
    {
        if (_recount.Remarks.Count == 0)
            return;
        _text.AppendLine().AppendLine($"Opmerkingen ({_recount.Remarks.Count})");
        foreach (var remark in _recount.Remarks)
            _text.AppendLine($"{(remark.CouldChangeOutcome ? "Let op" : "Ter info")}: {remark.Text}");
    }

    private long Score(Fate fate) => _scores[fate.Project.Id];

    private string Why(Fate fate) => fate switch
    {
        Fate.BoughtByShares bought => $"elk betaalt ten hoogste {Amounts.Price(Election, bought.Price)}"
            + (bought.PaidTheirLast == 0 ? "" : $"; {bought.PaidTheirLast} betalen hun laatste geld"),
        Fate.ChosenByVotes chosen => $"past; daarna is er nog {Money(chosen.LeftAfter)}",
        Fate.WithoutVotes => Election.InPoints ? "kreeg geen punten" : "kreeg geen stem",
        Fate.BelowMinimum below => $"kreeg er minder dan {below.Minimum}",
        Fate.DidNotFit not => $"er was nog {Money(not.LeftAtItsTurn)}; {Money(not.Lacks)} te weinig",
        Fate.AfterTheStop after => $"het tellen stopte bij {after.StoppedAt}",
        Fate.SupportersShort few => $"de kiezers hadden samen nog {Money(few.SupportersHad)}; {Money(few.Lacks)} te weinig"
            + (few.LeftAtItsTurn is { } left ? $" (daarna was er nog {Money(left)})" : ""),
        _ => "",
    };

    private string Money(Int128 amount) => Amounts.InWords(Election, amount);

    private static string Name(Project project) =>
        project.Name.Length <= LongestName ? project.Name : $"{project.Name[..(LongestName - 1)]}…";
}
