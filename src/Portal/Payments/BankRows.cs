namespace Smederijen.Portal.Payments;

/// <summary>A line of a file of the bank, on its way to being an item of its own. Stored sealed.</summary>
/// <param name="IsIn">Whether money came in.</param>
/// <param name="Meaning">What it seems to mean; null when it means nothing to us.</param>
/// <param name="Doubt">Why people have to look; null when it can be told to what it is about.</param>
public sealed record ReadLine(
    string Id, bool IsIn, Euro Amount, DateOnly On, LineMeaning? Meaning = null, LineDoubt? Doubt = null, LineText? Text = null);

/// <summary>What a line says of who paid or was paid. Personal data: it goes with the line that is settled.</summary>
/// <param name="Words">What the payer wrote.</param>
/// <param name="Reference">The end-to-end id.</param>
public sealed record LineText(string Name = "", string Account = "", string Words = "", string Reference = "");

/// <summary>Some lines of a file: as many as become items in one step.</summary>
public sealed record ReadPart(ImmutableArray<ReadLine> Lines);

/// <summary>The names that the bank knows for accounts where it found another one, by order.</summary>
public sealed record NamesAtBank(ImmutableDictionary<string, string> Names);

/// <summary>One line of the history of a file of the bank.</summary>
public sealed record BankFileLogLine(BankFileEvent Event, BankFilePhase Phase, string Hash);

/// <summary>One line of the history of a line of the bank.</summary>
public sealed record BankLineLogLine(BankLineEvent Event, LinePhase Phase, string Hash);

/// <summary>
/// An index row: what lists show of a file, and what its statements begin and end with, so that the books need not read every file.
/// </summary>
public sealed record BankFileSummary(
    string Id, BankFileSort Sort, string By, string Account, string Number, int Lines, BankFilePhase Phase, DateTimeOffset Since,
    ImmutableArray<StatementBalances> Balances = default)
{
    // Generated readers set what a row leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<StatementBalances> Balances { get => field.IsDefault ? [] : field; init; } = Balances;

    public static BankFileSummary Of(BankFile file) =>
        new(file.Id, file.Sort, file.By, file.Account, file.Number, file.Lines, file.Phase, file.Since, file.Balances);
}

/// <summary>An index row: what lists show of a line. Nothing of who paid, and nothing that somebody typed.</summary>
/// <param name="Amount">In cents.</param>
/// <param name="Meaning">What it means, or seemed to mean.</param>
/// <param name="Doubt">Why it waits for people; null when it does not.</param>
/// <param name="IsProposed">Whether somebody said what it means, and a second person has to agree.</param>
public sealed record BankLineSummary(
    string Id, string File, BankFileSort Sort, bool IsIn, long Amount, DateOnly On, LinePhase Phase, LineMeaning? Meaning = null,
    LineDoubt? Doubt = null, bool IsProposed = false, bool IsByHand = false)
{
    public static BankLineSummary Of(BankLine line) => new(
        line.Id, line.File, line.Sort, line.IsIn, line.Amount.Cents, line.On, line.State.Phase,
        Untyped(line.State switch
        {
            LineState.Handed s => s.Meaning,
            LineState.Open s => s.About,
            LineState.Settled s => s.Meaning,
            _ => null,
        }),
        (line.State as LineState.Open)?.Doubt,
        line.Proposal is not null,
        line.State is LineState.Handed { FirstBy: not null } or LineState.Settled { FirstBy: not null });

    private static LineMeaning? Untyped(LineMeaning? meaning) => meaning is LineMeaning.Unrelated ? new LineMeaning.Unrelated("") : meaning;
}

/// <summary>How the rows of files of the bank are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<BankFile>), TypeInfoPropertyName = "StoredFile")]
[JsonSerializable(typeof(BankFileLogLine))]
[JsonSerializable(typeof(BankFileSummary))]
public sealed partial class BankFileRowsJson : JsonSerializerContext;

/// <summary>The same for their lines; apart, because the generator cannot tell types with the same short name apart within one context.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<BankLine>), TypeInfoPropertyName = "StoredLine")]
[JsonSerializable(typeof(BankLineLogLine))]
[JsonSerializable(typeof(BankLineSummary))]
[JsonSerializable(typeof(ReadPart))]
[JsonSerializable(typeof(LineText))]
[JsonSerializable(typeof(NamesAtBank))]
public sealed partial class BankLineRowsJson : JsonSerializerContext;
