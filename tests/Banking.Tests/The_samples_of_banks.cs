using System.Text;

namespace Smederijen.Banking.Tests;

/// <summary>Each file in <c>Samples</c> tells which bank writes so; what is read of it is approved.</summary>
public sealed class The_samples_of_banks
{
    public static TheoryData<string> Files => new("abn-amro-02", "ing-02", "sns-02", "ubs-08", "goldman-sachs-02");

    [Theory]
    [MemberData(nameof(Files))]
    public void Are_read_as(string name)
    {
        var statements = Read(name);
        Approved.MatchesFile(Told(statements), $"Samples/{name}.approved.txt");
        statements.SelectMany(statement => statement.Lines).Select(line => line.Id).ShouldBeUnique();
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Give_the_same_lines_when_they_are_read_again(string name) =>
        Read(name).SelectMany(statement => statement.Lines).ShouldBe(Read(name).SelectMany(statement => statement.Lines));

    private static ImmutableArray<Statement> Read(string name)
    {
        using var file = Given.Sample($"{name}.xml");
        return Camt053.Read(file).ShouldBeRead();
    }

    private static string Told(Balance? balance) => balance is null ? "?" : $"{balance.Kind} {balance.Amount} on {balance.On:yyyy-MM-dd}";

    private static string Told(ImmutableArray<Statement> statements)
    {
        var text = new StringBuilder();
        foreach (var statement in statements)
        {
            text.Append($"{statement.Id} of {statement.Account}, {statement.CreatedAt:yyyy-MM-dd HH:mm:ss}Z, {Told(statement.Opening)} -> {Told(statement.Closing)}\n");
            foreach (var line in statement.Lines)
                text.Append($"  {line.BookedOn:yyyy-MM-dd} {line.Kind} {line.Amount}{(line.IsReversal ? $" reversal {line.ReturnReason ?? "?"}" : "")}")
                    .Append($", {line.CounterpartyName ?? "?"} {line.CounterpartyAccount ?? "?"}, {line.Remittance ?? "?"}")
                    .Append($", end-to-end {line.EndToEndId ?? "?"}, together {line.PaymentInformationId ?? "?"}\n    {line.Id}\n");
            foreach (var note in statement.Notes)
                text.Append($"  {note}\n");
        }
        return text.ToString();
    }
}
