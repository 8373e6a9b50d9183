namespace Smederijen.Banking.Tests;

public sealed class When_a_booking_is_read
{
    [Theory]
    [InlineData("12.50", 1250)]
    [InlineData("12.5", 1250)]
    [InlineData("12", 1200)]
    [InlineData("0012.05", 1205)]
    [InlineData("0.01", 1)]
    [InlineData("0", 0)]
    [InlineData("10000000000.00", 1_000_000_000_000)]
    public void The_amount_is_exact(string written, long cents) => Given.Line(Given.Entry(written)).Amount.Cents.ShouldBe(cents);

    [Theory]
    [InlineData("12.345", "meer dan twee cijfers")]
    [InlineData("12.500", "meer dan twee cijfers")]
    [InlineData("12,50", "geen bedrag")]
    [InlineData("-12.50", "geen bedrag")]
    [InlineData("+12.50", "geen bedrag")]
    [InlineData("1e3", "geen bedrag")]
    [InlineData("1 000.00", "geen bedrag")]
    [InlineData("12.", "geen bedrag")]
    [InlineData(".50", "geen bedrag")]
    [InlineData("", "geen bedrag")]
    [InlineData("１２", "geen bedrag")]
    [InlineData("10000000000.01", "te groot")]
    [InlineData("99999999999999999999", "te groot")]
    public void An_amount_that_is_not_to_the_cent_refuses_the_file(string written, string because)
    {
        var problem = Given.Problem(Given.Entry() + Given.Entry(written));
        problem.ShouldStartWith("Afschrift 1, boeking 2: ");
        problem.ShouldContain(because);
        problem.ShouldEndWith("Vraag uw bank om een nieuw bestand.");
    }

    [Theory]
    [InlineData("<BookgDt><Dt>2026-11-24</Dt></BookgDt>", "2026-11-24")]
    [InlineData("<BookgDt><Dt>2026-11-24Z</Dt></BookgDt>", "2026-11-24")]
    [InlineData("<BookgDt><DtTm>2026-11-24T23:59:59</DtTm></BookgDt>", "2026-11-24")]
    [InlineData("<BookgDt><DtTm>2026-11-24T23:30:00Z</DtTm></BookgDt>", "2026-11-25")]
    [InlineData("<BookgDt><DtTm>2026-07-24T22:30:00.1234567Z</DtTm></BookgDt>", "2026-07-25")]
    [InlineData("<BookgDt><DtTm>2026-11-25T01:00:00+05:30</DtTm></BookgDt>", "2026-11-24")]
    [InlineData("<ValDt><Dt>2026-11-23</Dt></ValDt>", "2026-11-23")]
    [InlineData("<BookgDt><Dt>2026-11-24</Dt></BookgDt><ValDt><Dt>2026-11-23</Dt></ValDt>", "2026-11-24")]
    public void The_day_is_that_of_the_calendar_here(string written, string day) =>
        Given.Line(Given.Entry().Replace("<BookgDt><Dt>2026-11-24</Dt></BookgDt>", written)).BookedOn.ShouldBe(DateOnly.Parse(day));

    [Theory]
    [InlineData("")]
    [InlineData("<BookgDt><Dt>2026-02-30</Dt></BookgDt>")]
    [InlineData("<BookgDt><Dt>24-11-2026</Dt></BookgDt>")]
    [InlineData("<BookgDt><DtTm>2026-11-24T25:00:00</DtTm></BookgDt>")]
    [InlineData("<BookgDt><DtTm>2026-11-24T10:00:00+99:00</DtTm></BookgDt>")]
    [InlineData("<BookgDt><Dt>0001-01-01</Dt></BookgDt>")]
    [InlineData("<BookgDt><DtTm>9999-12-31T23:59:59Z</DtTm></BookgDt>")]
    public void A_booking_without_a_day_refuses_the_file(string written) =>
        Given.Problem(Given.Entry().Replace("<BookgDt><Dt>2026-11-24</Dt></BookgDt>", written)).ShouldContain("geen dag");

    [Fact]
    public void A_booking_without_its_sign_refuses_the_file() => Given.Problem(Given.Entry(kind: "")).ShouldContain("erbij of eraf");

    [Theory]
    [InlineData("NOTPROVIDED")]
    [InlineData("NotProvided")]
    [InlineData("NONREF")]
    [InlineData(" ")]
    public void An_id_that_says_nothing_is_none(string written) =>
        Given.Line(Given.Entry(details: $"<Refs><EndToEndId>{written}</EndToEndId></Refs>")).EndToEndId.ShouldBeNull();

    [Theory]
    [InlineData("<Rsn><Cd>AC01</Cd></Rsn>", "AC01")]
    [InlineData("<Rsn><Prtry>X1</Prtry></Rsn>", "X1")]
    [InlineData("<AddtlInf>Status changed</AddtlInf>", null)]
    public void Money_that_comes_back_says_why(string information, string? reason)
    {
        var line = Given.Line(Given.Entry(kind: "CRDT", details: $"<RtrInf>{information}</RtrInf>"));
        (line.Kind, line.IsReversal, line.ReturnReason).ShouldBe((EntryKind.Credit, true, reason));
    }

    [Theory]
    [InlineData("RRTN", true)]
    [InlineData("RPCR", true)]
    [InlineData("UPDD", true)]
    [InlineData("ESCT", false)]
    public void The_code_of_the_bank_tells_what_is_undone(string code, bool isReversal) => Given.Line(Given.Entry(
        extra: $"<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>{code}</SubFmlyCd></Fmly></Domn></BkTxCd>")).IsReversal.ShouldBe(isReversal);

    [Theory]
    // What comes in is from the payer, what goes out is for the payee.
    [InlineData("CRDT", "<Dbtr><Nm>A</Nm></Dbtr><Cdtr><Nm>B</Nm></Cdtr>", "A", null)]
    [InlineData("DBIT", "<Dbtr><Nm>A</Nm></Dbtr><Cdtr><Nm>B</Nm></Cdtr>", "B", null)]
    // Money that came back, with the parties of the first payment.
    [InlineData("CRDT", "<Dbtr><Nm>Wij</Nm></Dbtr><Cdtr><Nm>B</Nm></Cdtr><CdtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></CdtrAcct>", "B", "NL20INGB0001234567")]
    [InlineData("CRDT", "<Dbtr><Nm>A</Nm></Dbtr><Cdtr><Nm>Wij</Nm></Cdtr><CdtrAcct><Id><IBAN>NL91ABNA0417164300</IBAN></Id></CdtrAcct>", "A", null)]
    [InlineData("CRDT", "<Dbtr><Nm>Wij</Nm></Dbtr><DbtrAcct><Id><IBAN>NL91 ABNA 0417 1643 00</IBAN></Id></DbtrAcct>", null, null)]
    [InlineData("CRDT", "<Dbtr><Agt><FinInstnId><Nm>Bank</Nm></FinInstnId></Agt></Dbtr><DbtrAcct><Id><Othr><Id>12</Id></Othr></Id></DbtrAcct>", "Bank", "12")]
    public void The_counterparty_is_whoever_is_not_this_account(string kind, string parties, string? name, string? account)
    {
        var line = Given.Line(Given.Entry(kind: kind, details: $"<RltdPties>{parties}</RltdPties>"));
        (line.CounterpartyName, line.CounterpartyAccount).ShouldBe((name, account));
    }

    [Fact]
    public void What_is_not_in_euro_is_left_out_and_told() => Notes(Given.Entry() + Given.Entry(currency: "USD") + Given.Entry(currency: "CHF", amount: "1.234"))
        .ShouldBe(["2 boekingen zijn niet in euro's en staan er daarom niet bij. Bekijk dit in uw bankprogramma."]);

    [Theory]
    [InlineData("<Sts>PDNG</Sts>")]
    [InlineData("<Sts><Cd>INFO</Cd></Sts>")]
    public void What_is_not_booked_is_left_out_and_told(string status) => Notes(Given.Entry() + Given.Entry().Replace("<Sts>BOOK</Sts>", status))
        .ShouldBe(["1 boeking is nog niet zeker en staat er daarom niet bij. Lees later een volgend afschrift in."]);

    [Fact]
    public void Bookings_that_do_not_add_up_to_the_balance_are_told()
    {
        const string Balances =
            """
            <Bal><Tp><CdOrPrtry><Cd>OPBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">10.00</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>
            <Bal><Tp><CdOrPrtry><Cd>CLBD</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">2.50</Amt><CdtDbtInd>DBIT</CdtDbtInd></Bal>
            """;
        Notes(Balances + Given.Entry()).ShouldBeEmpty();
        Notes(Balances + Given.Entry() + Given.Entry()).ShouldHaveSingleItem().ShouldStartWith("De boekingen tellen niet op tot het eindsaldo.");
        Notes(Balances + Given.Entry() + Given.Entry(currency: "USD")).ShouldHaveSingleItem().ShouldContain("niet in euro's");
    }

    [Theory]
    [InlineData("<TxDtls><Amt Ccy=\"EUR\">5</Amt></TxDtls><TxDtls><Amt Ccy=\"EUR\">7.50</Amt></TxDtls>", 2)]
    [InlineData("<TxDtls><Amt Ccy=\"EUR\">15</Amt></TxDtls><TxDtls><Amt Ccy=\"EUR\">2.50</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>", 2)]
    [InlineData("<TxDtls><Amt Ccy=\"EUR\">5</Amt></TxDtls><TxDtls><Amt Ccy=\"EUR\">5</Amt></TxDtls>", 1)]
    [InlineData("<TxDtls><Amt Ccy=\"EUR\">5</Amt></TxDtls><TxDtls><Amt Ccy=\"USD\">7.50</Amt></TxDtls>", 1)]
    [InlineData("<TxDtls><Amt Ccy=\"EUR\">5</Amt></TxDtls><TxDtls/>", 1)]
    public void A_booking_of_several_payments_is_split_when_they_add_up(string payments, int lines)
    {
        var statement = Camt053.Read(Given.File(Given.Statement(Given.Entry(extra: $"<NtryDtls>{payments}</NtryDtls>")))).ShouldBeRead().Single();
        statement.Lines.Length.ShouldBe(lines);
        statement.Lines.Sum(line => line.Kind == EntryKind.Debit ? line.Amount.Cents : -line.Amount.Cents).ShouldBe(1250);
        statement.Notes.Length.ShouldBe(lines == 1 ? 1 : 0);
    }

    private static ImmutableArray<string> Notes(string entries) => Camt053.Read(Given.File(Given.Statement(entries))).ShouldBeRead().Single().Notes;
}
