using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Payments;

/// <summary>Files of the bank, as the pipeline knows them.</summary>
public static class BankFileKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = BankFileKey.Prefix,
        Name = "bankbestand",
        Effects = new(BankFileJson.Default.BankFileEffect, Under: "bankbestand"),
        Starts = ["bankbestand|", "bankbestanden|"],
        Holds = Holds,
    };

    public static Kind<BankFile, BankFileEvent, BankFileEffect, BankRefusal, Nothing> Kind { get; } = new()
    {
        Facts = Facts,
        Row = BankFileRowsJson.Default.StoredFile,
        Event = BankFileJson.Default.BankFileEvent,
        Phase = file => file.Phase,
        Revision = file => file.Revision,
        Due = _ => null,
        At = e => e.At,
        TimePassed = at => new BankFileEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (file, e, _) => BankFileDecider.Decide(file, e),
        Lists = (_, stored, _) => new([
            new Listed(BankKeys.File(stored.Item.Id), Rows.Write(BankFileSummary.Of(stored.Item), BankFileRowsJson.Default.BankFileSummary))]),
        // Its lines are items by then.
        Beside = change => change.Event is BankFileEvent.PartTaken taken ? [new Write.Delete(BankKeys.Part(change.After.Item.Id, taken.Part))] : [],
    };

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["bankbestand", _] => BankFileRowsJson.Default.StoredFile,
        ["bankbestand", _, "log", _] => BankFileRowsJson.Default.BankFileLogLine,
        ["bankbestand", _, "deel", _] => PaymentRowsJson.Default.SealedText,
        ["bankbestanden", _] => BankFileRowsJson.Default.BankFileSummary,
        _ => null,
    };
}

/// <summary>Lines of the bank, as the pipeline knows them.</summary>
public static class BankLineKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = BankLineKey.Prefix,
        Name = "bankregel",
        Effects = new(BankLineJson.Default.BankLineEffect, Under: "bankregel"),
        Starts = ["bankregel|", "bankregels|"],
        Typed = ["reason"],
        Holds = Holds,
    };

    public static Kind<BankLine, BankLineEvent, BankLineEffect, BankRefusal, Nothing> Kind { get; } = new()
    {
        Facts = Facts,
        Row = BankLineRowsJson.Default.StoredLine,
        Event = BankLineJson.Default.BankLineEvent,
        Phase = line => line.State.Phase,
        Revision = line => line.Revision,
        Due = _ => null,
        At = e => e.At,
        TimePassed = at => new BankLineEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (line, e, _) => BankLineDecider.Decide(line, e),
        Lists = (_, stored, _) => new(Listed(stored.Item)),
        // Nobody needs to know any more who it was.
        Beside = change => change.Before is { Item.State: not LineState.Settled } && change.After.Item.State is LineState.Settled
            ? [new Write.Delete(BankKeys.Text(change.After.Item.Id))] : [],
    };

    private static IReadOnlyList<Listed> Listed(BankLine line)
    {
        var summary = Rows.Write(BankLineSummary.Of(line), BankLineRowsJson.Default.BankLineSummary);
        var ofFile = new Listed(BankKeys.Of(line.File, line.Id), summary);
        return line.State is LineState.Open ? [ofFile, new Listed(BankKeys.Waiting(line.Id), summary)] : [ofFile];
    }

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["bankregel", _] => BankLineRowsJson.Default.StoredLine,
        ["bankregel", _, "log", _] => BankLineRowsJson.Default.BankLineLogLine,
        ["bankregel", _, "tekst"] => PaymentRowsJson.Default.SealedText,
        ["bankregels", "onbekend", _] or ["bankregels", "van", _, _] => BankLineRowsJson.Default.BankLineSummary,
        _ => null,
    };
}
