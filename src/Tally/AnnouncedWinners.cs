using Smederijen.Domain.Tally;

namespace Smederijen.Tally;

/// <summary>Compares the winners of a count with those that the file names in its column "selected".</summary>
internal static class AnnouncedWinners
{
    public static IReadOnlyList<Remark> Compare(Recount recount, Options options)
    {
        var (remarks, count) = (new Remarks(), recount.Count);
        // A column without a single value announces nothing.
        if (recount.Election.Announced.All(announced => announced.Value.Length == 0))
            return [];
        foreach (var announced in recount.Election.Announced)
            Compare(announced, count.Fates[announced.Project], remarks);
        var differences = remarks.ToList();
        return differences.Any(remark => remark.CouldChangeOutcome) ? [.. differences, .. Explanations(recount, options)] : differences;
    }

    private static void Compare(Announced announced, Fate fate, Remarks remarks)
    {
        var (line, id, shown) = (announced.Line, fate.Project.Id, Shown(announced.Value));
        switch (Number(announced.Value), fate)
        {
            case ("1", not Fate.Winner):
                remarks.Doubt("selected", line, $"plan '{id}' is volgens het bestand gekozen (selected). Deze telling kiest het niet.");
                break;
            case ("0", Fate.Winner):
                remarks.Doubt("not selected", line, $"plan '{id}' is volgens het bestand niet gekozen (selected). Deze telling kiest het wel.");
                break;
            case ("1" or "0", _) when announced.Value is not ("1" or "0"):
                remarks.Note("selected as written", line, $"bij plan '{id}' staat selected als '{shown}'. Gelezen is {Number(announced.Value)}.");
                break;
            case ("1" or "0", _):
                break;
            case ("", _):
                remarks.Doubt("selected without value", line, $"bij plan '{id}' staat niet of het gekozen is (selected is leeg).");
                break;
            default:
                remarks.Doubt("selected otherwise", line, $"bij plan '{id}' staat selected op '{shown}'. Dat is geen 1 (gekozen) of 0 (niet gekozen) "
                    + $"en is niet vergeleken. Deze telling kiest het {(fate is Fate.Winner ? "wel" : "niet")}.");
                break;
        }
    }

    /// <summary>What else than a fault could make the difference.</summary>
    private static IEnumerable<Remark> Explanations(Recount recount, Options options)
    {
        var remarks = new Remarks();
        if (options is not { Rule: null, Completion: null, NoRoom: null } && recount.Election.Rule.Length > 0)
            remarks.Doubt("rule", 0, $"Het bestand noemt de regel '{Shown(recount.Election.Rule)}'. Hier is geteld met de regel uit uw opdracht.");
        if (recount.Count.Draws.Count > 0 && options.Ties == TieOrder.ById)
            remarks.Doubt("ties", 0, "Plannen stonden gelijk. Is er geloot, geef dan met --ties de tekst waarmee geloot is.");
        return remarks.ToList();
    }

    /// <summary>1.0 is 1, as spreadsheets write it.</summary>
    private static string Number(string value) => !value.Contains('.') ? value
        : value.TrimEnd('0').TrimEnd('.') is { Length: > 0 } whole ? whole : "0";

    private static string Shown(string text) => text.Length <= 40 ? text : $"{text[..40]}...";
}
