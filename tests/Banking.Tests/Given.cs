using System.Text;

namespace Smederijen.Banking.Tests;

/// <summary>Payments, files and readings that the tests speak of.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Noon = new(2026, 11, 30, 11, 0, 0, TimeSpan.Zero);

    public static Payer Municipality { get; } = new("Gemeente Verzonnen", Account("NL91ABNA0417164300"));

    public static Iban Account(string text) => Iban.TryParse(text, out var account) ? account : throw new ArgumentException(text, nameof(text));

    public static Transfer Payment(string id = "SMED-IDEE-0101", long cents = 150_000, string name = "Buurtclub Fantasie") =>
        new(id, new Euro(cents), name, Account("NL20INGB0001234567"), "Moestuin");

    public static PaymentFile Payments(params ImmutableArray<Transfer> transfers) =>
        new("SMED-2026-0041", Noon, new DateOnly(2026, 12, 1), Municipality, transfers);

    public static Stream File(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    public static Stream Sample(string name) => System.IO.File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Samples", name));

    /// <summary>A statement of version .02 with these bookings in it.</summary>
    public static string Statement(string entries, string id = "1", string account = "NL91ABNA0417164300", string version = "02") =>
        $"""
         <?xml version="1.0" encoding="UTF-8"?>
         <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>
         <Stmt><Id>{id}</Id><Acct><Id><IBAN>{account}</IBAN></Id></Acct>{entries}</Stmt></BkToCstmrStmt></Document>
         """;

    public static string Entry(
        string amount = "12.50", string kind = "DBIT", string day = "2026-11-24", string currency = "EUR", string extra = "", string details = "") =>
        $"""<Ntry><Amt Ccy="{currency}">{amount}</Amt><CdtDbtInd>{kind}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt>{extra}"""
        + (details.Length == 0 ? "</Ntry>" : $"<NtryDtls><TxDtls>{details}</TxDtls></NtryDtls></Ntry>");

    /// <summary>An answer on <see cref="Payments"/>.</summary>
    public static string Report(string group = "", string payments = "", string version = "10", string file = "SMED-2026-0041") =>
        $"""
         <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.{version}"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId></GrpHdr>
         <OrgnlGrpInfAndSts><OrgnlMsgId>{file}</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId>{group}</OrgnlGrpInfAndSts>
         {(payments.Length == 0 ? "" : $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{file}</OrgnlPmtInfId>{payments}</OrgnlPmtInfAndSts>")}</CstmrPmtStsRpt></Document>
         """;

    public static string Answer(string? id, string? status, string extra = "") =>
        $"<TxInfAndSts>{(id is null ? "" : $"<OrgnlEndToEndId>{id}</OrgnlEndToEndId>")}{(status is null ? "" : $"<TxSts>{status}</TxSts>")}{extra}</TxInfAndSts>";

    public static T ShouldBeRead<T>(this BankRead<T> read) => read switch
    {
        BankRead<T>.Ok ok => ok.Value,
        BankRead<T>.Refused refused => throw new ShouldAssertException($"Refused: {refused.Problem}"),
        _ => throw new ArgumentOutOfRangeException(nameof(read)),
    };

    public static string ShouldBeRefused<T>(this BankRead<T> read) => read.ShouldBeOfType<BankRead<T>.Refused>().Problem;

    /// <summary>The only line of a file with one booking.</summary>
    public static StatementLine Line(string entry) =>
        Camt053.Read(File(Statement(entry))).ShouldBeRead().ShouldHaveSingleItem().Lines.ShouldHaveSingleItem();

    public static string Problem(string entry) => Camt053.Read(File(Statement(entry))).ShouldBeRefused();
}
