using System.Text;

namespace Smederijen.Portal.Tests.Payments;

/// <summary>Files as a bank gives them, and reading them in.</summary>
internal static class FilesOfTheBank
{
    public const string Municipality = "NL91ABNA0417164300";

    /// <summary>A statement with these bookings in it. Version .08 puts elements around what .02 writes at once.</summary>
    public static byte[] Statement(string entries, string id = "2026-41", string account = Municipality, string version = "02") => Encoding.UTF8.GetBytes(
        $"""
         <?xml version="1.0" encoding="UTF-8"?>
         <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.{version}"><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>{Part(version == "08" ? Wrapped(entries) : entries, id, account)}</BkToCstmrStmt></Document>
         """);

    public static string Part(string entries, string id, string account) => $"<Stmt><Id>{id}</Id><Acct><Id><IBAN>{account}</IBAN></Id></Acct>{entries}</Stmt>";

    private static string Wrapped(string entries) => entries.Replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>", StringComparison.Ordinal)
        .Replace("<Cdtr><Nm>", "<Cdtr><Pty><Nm>", StringComparison.Ordinal).Replace("</Nm></Cdtr>", "</Nm></Pty></Cdtr>", StringComparison.Ordinal)
        .Replace("<Dbtr><Nm>", "<Dbtr><Pty><Nm>", StringComparison.Ordinal).Replace("</Nm></Dbtr>", "</Nm></Pty></Dbtr>", StringComparison.Ordinal);

    /// <summary>What stood on the account before and after a statement; less than nothing is below zero.</summary>
    public static string Balances(string from, string opening, string until, string closing) =>
        Balance("OPBD", opening, from) + Balance("CLBD", closing, until);

    private static string Balance(string code, string amount, string day) =>
        $"""<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">{amount.TrimStart('-')}</Amt><CdtDbtInd>{(amount[0] == '-' ? "DBIT" : "CRDT")}</CdtDbtInd><Dt><Dt>{day}</Dt></Dt></Bal>""";

    /// <summary>The bank paid an order.</summary>
    public static string Paid(string order, string amount = "450.00", string day = "2026-03-02", string reference = "R1") => Entry(
        "DBIT", amount, day, reference, $"<Refs><EndToEndId>{order}</EndToEndId></Refs><RltdPties><Cdtr><Nm>J. de Vries</Nm></Cdtr></RltdPties>");

    /// <summary>An order came back.</summary>
    public static string Returned(string order, string code = "AC04", string amount = "450.00", string day = "2026-03-03", string reference = "R2") => Entry(
        "CRDT", amount, day, reference, $"<Refs><EndToEndId>{order}</EndToEndId></Refs><RtrInf><Rsn><Cd>{code}</Cd></Rsn></RtrInf>");

    /// <summary>Somebody paid the municipality.</summary>
    public static string In(
        string words, string amount = "450.00", string day = "2026-03-05", string reference = "R3", string name = "Klaas Geheim",
        string account = "NL02RABO0123456789") => Entry(
        "CRDT", amount, day, reference,
        $"<RltdPties><Dbtr><Nm>{name}</Nm></Dbtr><DbtrAcct><Id><IBAN>{account}</IBAN></Id></DbtrAcct></RltdPties><RmtInf><Ustrd>{words}</Ustrd></RmtInf>");

    /// <summary>A batch in one amount.</summary>
    public static string Batch(string message, string amount, string day = "2026-03-02", string reference = "R7") =>
        $"""<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><Btch><PmtInfId>{message}</PmtInfId></Btch></NtryDtls></Ntry>""";

    public static string Entry(string kind, string amount, string day, string reference, string details) =>
        $"""<Ntry><Amt Ccy="EUR">{amount}</Amt><CdtDbtInd>{kind}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>{day}</Dt></BookgDt><AcctSvcrRef>{reference}</AcctSvcrRef><NtryDtls><TxDtls>{details}</TxDtls></NtryDtls></Ntry>""";

    /// <summary>An answer on payments.</summary>
    public static byte[] Answer(string message, string group = "", string payments = "") => Encoding.UTF8.GetBytes(
        $"""
         <?xml version="1.0" encoding="UTF-8"?>
         <Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.10"><CstmrPmtStsRpt><GrpHdr><MsgId>B1</MsgId></GrpHdr>
         <OrgnlGrpInfAndSts><OrgnlMsgId>{message}</OrgnlMsgId><OrgnlMsgNmId>pain.001</OrgnlMsgNmId>{(group.Length == 0 ? "" : $"<GrpSts>{group}</GrpSts>")}</OrgnlGrpInfAndSts>
         {(payments.Length == 0 ? "" : $"<OrgnlPmtInfAndSts><OrgnlPmtInfId>{message}</OrgnlPmtInfId>{payments}</OrgnlPmtInfAndSts>")}</CstmrPmtStsRpt></Document>
         """);

    public static string Status(string order, string status, string code = "") =>
        $"<TxInfAndSts><OrgnlEndToEndId>{order}</OrgnlEndToEndId><TxSts>{status}</TxSts>"
        + $"{(code.Length == 0 ? "" : $"<StsRsnInf><Rsn><Cd>{code}</Cd></Rsn></StsRsnInf>")}</TxInfAndSts>";

    public static string MessageOf(string batch) => $"SMEDERIJEN-{batch.Split('/')[^1].ToUpperInvariant()}";

    public static Task<Answer> Send(this Browser browser, byte[] file) =>
        browser.PostWithFiles($"{Finance.Desk}/bestanden", new { }, "bestand", ("bank.xml", file));

    /// <summary>Reads a file in and lets everything follow; the page of the file.</summary>
    public static async Task<Answer> Read(World world, byte[] file)
    {
        var page = (await Finance.Fien(world).Send(file)).ShouldHave(303).Location;
        await world.Work();
        return (await Finance.Fien(world).Open(page)).ShouldHave(200);
    }

    /// <summary>The addresses of the lines on a page.</summary>
    public static IReadOnlyList<string> Lines(this Answer page) =>
        [.. System.Text.RegularExpressions.Regex.Matches(page.Text, "/medewerkers/betalingen/regels/[0-9a-f]{64}").Select(match => match.Value).Distinct()];
}
