using System.Text;

namespace Smederijen.Banking.Tests;

/// <summary>Whatever is chosen in place of a statement gets a sentence of its own; all of them are in sentences.approved.txt.</summary>
public sealed class When_a_file_is_something_else
{
    private static readonly string s_good = Given.Statement(Given.Entry());

    private static string Iso(string name, string content = "X") =>
        $"""<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:{name}"><{content}/></Document>""";

    private static (string What, byte[] Bytes)[] Files =>
    [
        ("nothing", []),
        ("spaces", "  \r\n "u8.ToArray()),
        ("MT940", ":20:STARTUMS\r\n:25:NL91ABNA0417164300\r\n:28C:1/1\r\n:60F:C261123EUR1000,00\r\n"u8.ToArray()),
        ("MT940 of ABN AMRO", "ABNANL2A\r\n940\r\nABNANL2A\r\n:20:ABN AMRO BANK NV\r\n:25:417164300\r\n"u8.ToArray()),
        ("MT940 in an envelope of SWIFT", "{1:F01INGBNL2AXXXX0001000001}{2:I940INGBNL2AXXXN}{4:\r\n:20:P1\r\n"u8.ToArray()),
        ("CSV", "\"Datum\";\"Naam\";\"Rekening\";\"Bedrag\"\r\n20261124;A;B;1,00\r\n"u8.ToArray()),
        ("PDF", "%PDF-1.7\n%"u8.ToArray()),
        ("ZIP", "PK\u0003\u0004xx"u8.ToArray()),
        ("gzip", [0x1F, 0x8B, 8, 0, 0]),
        ("HTML", "<!DOCTYPE html><html><body>Log in</body></html>"u8.ToArray()),
        ("XHTML", "<?xml version=\"1.0\"?>\n<html xmlns=\"http://www.w3.org/1999/xhtml\"/>"u8.ToArray()),
        ("a letter", "Beste mensen, hier is het afschrift."u8.ToArray()),
        ("an image", [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10]),
        ("other XML", "<rss version=\"2.0\"/>"u8.ToArray()),
        ("a Document of somebody else", "<Document xmlns=\"urn:x\"/>"u8.ToArray()),
        ("UTF-16 with its mark", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(s_good)]),
        ("UTF-16, big end first", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(s_good)]),
        ("UTF-16 without a mark", Encoding.Unicode.GetBytes(s_good)),
        ("another encoding than it says", Encoding.Latin1.GetBytes(Given.Statement(Given.Entry(details: "<RmtInf><Ustrd>één</Ustrd></RmtInf>")))),
        ("UTF-16 by its own words only", Encoding.UTF8.GetBytes(s_good.Replace("UTF-8", "UTF-16"))),
        ("an encoding that is not read", Encoding.UTF8.GetBytes(s_good.Replace("UTF-8", "windows-1252"))),
        ("cut off", Encoding.UTF8.GetBytes(s_good[..^20])),
        ("damaged", Encoding.UTF8.GetBytes(s_good.Replace("</Amt>", "</Amtt>"))),
        ("two in one", Encoding.UTF8.GetBytes(s_good + s_good[s_good.IndexOf("<Document", StringComparison.Ordinal)..])),
        ("camt.052", Encoding.UTF8.GetBytes(Iso("camt.052.001.02"))),
        ("camt.054", Encoding.UTF8.GetBytes(Iso("camt.054.001.08"))),
        ("camt.053 of another version", Encoding.UTF8.GetBytes(Iso("camt.053.001.04"))),
        ("pain.001", Pain001.Write(Given.Payments(Given.Payment()))),
        ("pain.002", Encoding.UTF8.GetBytes(Given.Report("<GrpSts>ACCP</GrpSts>"))),
        ("pain.008", Encoding.UTF8.GetBytes(Iso("pain.008.001.02"))),
        ("pacs.008", Encoding.UTF8.GetBytes(Iso("pacs.008.001.08"))),
        ("a camt.054 without its namespace", "<Document><BkToCstmrDbtCdtNtfctn/></Document>"u8.ToArray()),
        ("no statement in it", Encoding.UTF8.GetBytes(Iso("camt.053.001.02", "BkToCstmrStmt"))),
        ("nothing in it at all", "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:camt.053.001.02\"/>"u8.ToArray()),
        ("a statement without an account", Encoding.UTF8.GetBytes(s_good.Replace("<Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>", ""))),
        ("a statement without a number", Encoding.UTF8.GetBytes(s_good.Replace("<Id>1</Id>", ""))),
    ];

    [Fact]
    public void A_sentence_says_what_it_is_and_what_to_do()
    {
        var told = new StringBuilder();
        foreach (var (what, bytes) in Files)
            told.Append($"{what}\n  as a statement: {Camt053.Read(new MemoryStream(bytes)).ShouldBeRefused()}\n");
        told.Append('\n');
        foreach (var (what, bytes) in Files.Where(file => file.What is "MT940" or "PDF" or "cut off" or "pain.001" or "camt.053 of another version" or "a letter"))
            told.Append($"{what}\n  as an answer: {Pain002.Read(new MemoryStream(bytes)).ShouldBeRefused()}\n");
        told.Append($"a pain.002 of another version\n  as an answer: {Pain002.Read(Given.File(Given.Report(version: "12"))).ShouldBeRefused()}\n");
        told.Append($"a pain.002 that says nothing\n  as an answer: {Pain002.Read(Given.File(Given.Report())).ShouldBeRefused()}\n");
        told.Append($"a pain.002 about names\n  as an answer: {Pain002.Read(Given.File(Given.Report("<GrpSts>RCVC</GrpSts>"))).ShouldBeRefused()}\n");
        told.Append($"a pain.002 about payments\n  as an answer on names: {PayeeChecks.Read(Given.File(Given.Report("<GrpSts>ACCP</GrpSts>"))).ShouldBeRefused()}\n");
        told.Append($"a pain.002 that says no more than that names differ\n  as an answer on names: {PayeeChecks.Read(Given.File(Given.Report("<GrpSts>RVCM</GrpSts>"))).ShouldBeRefused()}\n");
        told.Append($"an answer on names without an id\n  as an answer on names: {PayeeChecks.Read(Given.File(Given.Report("", Given.Answer(null, "RVNM")))).ShouldBeRefused()}\n");
        told.Append($"an answer on other payments\n  as an answer on names: {PayeeChecks.Read(Given.File(Given.Report("<GrpSts>RCVC</GrpSts>", file: "X")), Given.Payments(Given.Payment())).ShouldBeRefused()}\n");
        Approved.Matches(told.ToString(), "sentences");
    }

    [Fact]
    public void A_mark_at_the_front_and_an_old_encoding_that_is_said_are_read()
    {
        var text = Given.Statement(Given.Entry(details: "<RmtInf><Ustrd>één</Ustrd></RmtInf>"));
        Remittance([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)]).ShouldBe("één");
        Remittance(Encoding.Latin1.GetBytes(text.Replace("UTF-8", "ISO-8859-1"))).ShouldBe("één");
        Remittance(Encoding.UTF8.GetBytes(text[text.IndexOf("<Document", StringComparison.Ordinal)..])).ShouldBe("één");
    }

    [Fact]
    public void The_stream_stays_the_callers()
    {
        var file = Given.File(s_good);
        Camt053.Read(file).ShouldBeRead();
        file.CanRead.ShouldBeTrue();
    }

    private static string? Remittance(byte[] file) => Camt053.Read(new MemoryStream(file)).ShouldBeRead().Single().Lines.Single().Remittance;
}
