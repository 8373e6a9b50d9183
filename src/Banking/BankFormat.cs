namespace Smederijen.Banking;

/// <summary>A kind of file from the bank that is read here.</summary>
/// <param name="Name">As banks call it: <c>camt.053</c>.</param>
/// <param name="Content">The one element inside <c>Document</c>.</param>
/// <param name="Versions">The last part of the namespaces that are read.</param>
internal sealed record BankFormat(string Name, string Content, ImmutableArray<string> Versions)
{
    public const string Prefix = "urn:iso:std:iso:20022:tech:xsd:";

    public static BankFormat Statement { get; } = new("camt.053", "BkToCstmrStmt", ["02", "08"]);

    public static BankFormat Status { get; } = new("pain.002", "CstmrPmtStsRpt", ["03", "10"]);
}
