namespace Smederijen.Banking.Tests;

/// <summary>The same line has the same id wherever it is read; two lines never share one.</summary>
public sealed class The_id_of_a_line
{
    private const string Details = "<Refs><EndToEndId>E1</EndToEndId></Refs><RmtInf><Ustrd>Moestuin en heg</Ustrd></RmtInf>";

    [Fact]
    public void Is_of_a_fixed_form_that_tells_nothing() => Given.Line(Given.Entry(details: Details)).Id.ShouldMatch("^[0-9a-f]{64}$");

    [Fact]
    public void Is_the_same_in_both_versions_and_in_another_statement()
    {
        var old = Ids(Given.Statement(Given.Entry(extra: "<AcctSvcrRef>R1</AcctSvcrRef>", details: Details)));
        var newer = Given.Entry("12.5", extra: "<AcctSvcrRef>R1</AcctSvcrRef>", details: "<Amt Ccy=\"EUR\">12.5</Amt>" + Details)
            .Replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>");
        Ids(Given.Statement(newer, id: "another", version: "08")).ShouldBe(old);
    }

    [Fact]
    public void Does_not_ask_where_a_bank_breaks_its_lines() =>
        Ids(Given.Statement(Given.Entry(details: Details.Replace("en heg", "en</Ustrd><Ustrd>heg")))).ShouldBe(Ids(Given.Statement(Given.Entry(details: Details))));

    [Fact]
    public void Does_not_ask_for_words_where_the_bank_has_a_reference() =>
        Ids(Given.Statement(Given.Entry(extra: "<AcctSvcrRef>R1</AcctSvcrRef>", details: "<RmtInf><Ustrd>a</Ustrd></RmtInf>")))
            .ShouldBe(Ids(Given.Statement(Given.Entry(extra: "<AcctSvcrRef>R1</AcctSvcrRef>", details: "<RmtInf><Ustrd>b</Ustrd></RmtInf>"))));

    [Fact]
    public void Of_equal_lines_counts_on_within_one_statement()
    {
        var three = Ids(Given.Statement(Given.Entry() + Given.Entry() + Given.Entry()));
        three.ShouldBeUnique();
        Ids(Given.Statement(Given.Entry() + Given.Entry())).ShouldBe(three.Take(2));
    }

    [Fact]
    public void Of_equal_lines_on_two_pages_stays_two_but_a_statement_that_is_there_twice_is_one()
    {
        Ids(TwoStatements("1", "1")).ShouldBeUnique();
        Ids(TwoStatements("1", "2")).Distinct().Count().ShouldBe(1);
    }

    public static TheoryData<string> Others => new(
        Given.Entry("12.51", details: Details),
        Given.Entry(kind: "CRDT", details: Details),
        Given.Entry(day: "2026-11-25", details: Details),
        Given.Entry(details: Details.Replace("E1", "E2")),
        Given.Entry(details: Details.Replace("heg", "hek")),
        Given.Entry(extra: "<AcctSvcrRef>R1</AcctSvcrRef>", details: Details),
        Given.Entry(extra: "<NtryRef>R1</NtryRef>", details: Details));

    [Theory]
    [MemberData(nameof(Others))]
    public void Is_another_for_another_line(string entry) => Ids(Given.Statement(Given.Entry(details: Details) + entry)).ShouldBeUnique();

    [Fact]
    public void Is_another_for_another_account() =>
        Ids(Given.Statement(Given.Entry(), account: "NL20INGB0001234567")).ShouldNotBe(Ids(Given.Statement(Given.Entry())));

    [Fact]
    public void Keeps_parts_apart_that_read_alike_together() => Ids(Given.Statement(
        Given.Entry(details: "<Refs><EndToEndId>AB</EndToEndId></Refs><RmtInf><Ustrd>C</Ustrd></RmtInf>")
        + Given.Entry(details: "<Refs><EndToEndId>A</EndToEndId></Refs><RmtInf><Ustrd>BC</Ustrd></RmtInf>"))).ShouldBeUnique();

    private static string TwoStatements(string first, string second) => Given.Statement(Given.Entry(), first).Replace(
        "</BkToCstmrStmt>", $"<Stmt><Id>{second}</Id><Acct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></Acct>{Given.Entry()}</Stmt></BkToCstmrStmt>");

    private static List<string> Ids(string file) =>
        [.. Camt053.Read(Given.File(file)).ShouldBeRead().SelectMany(statement => statement.Lines).Select(line => line.Id)];
}
