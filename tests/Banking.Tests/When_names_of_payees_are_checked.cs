namespace Smederijen.Banking.Tests;

public sealed class When_names_of_payees_are_checked
{
    private static readonly PaymentFile s_sent = Given.Payments(Given.Payment("A"), Given.Payment("B"), Given.Payment("C"));

    [Theory]
    [InlineData("RCVC", PayeeMatch.Match)]
    [InlineData("RVMC", PayeeMatch.CloseMatch)]
    [InlineData("RVNM", PayeeMatch.NoMatch)]
    [InlineData("RVNA", PayeeMatch.NotPossible)]
    [InlineData("MTCH", PayeeMatch.Match)]
    [InlineData("CMTC", PayeeMatch.CloseMatch)]
    [InlineData("NMTC", PayeeMatch.NoMatch)]
    [InlineData("NOAP", PayeeMatch.NotPossible)]
    public void Each_code_has_its_meaning_as_a_status_or_as_its_reason(string code, PayeeMatch match)
    {
        Answers(Given.Report("", Given.Answer("A", code))).ShouldBe([new PayeeAnswer("A", match, null)]);
        Answers(Given.Report("", Given.Answer("A", "PDNG", $"<StsRsnInf><Rsn><Prtry>{code}</Prtry></Rsn></StsRsnInf>"))).ShouldBe([new PayeeAnswer("A", match, null)]);
    }

    [Theory]
    [InlineData("<AddtlInf>De Verzinners VZW</AddtlInf>", "De Verzinners VZW")]
    [InlineData("<AddtlInf>De</AddtlInf><AddtlInf>Verzinners</AddtlInf>", "De Verzinners")]
    [InlineData("<AddtlInf>RVMC De Verzinners</AddtlInf>", "De Verzinners")]
    [InlineData("", null)]
    public void A_close_match_tells_the_name_at_the_bank(string information, string? name) =>
        Answers(Given.Report("", Given.Answer("A", "RVMC", $"<StsRsnInf>{information}</StsRsnInf>"))).Single().NameAtBank.ShouldBe(name);

    [Fact]
    public void Words_of_the_bank_at_another_answer_are_no_name() =>
        Answers(Given.Report("", Given.Answer("A", "RVNM", "<StsRsnInf><AddtlInf>De naam klopt niet</AddtlInf></StsRsnInf>"))).Single().NameAtBank.ShouldBeNull();

    [Fact]
    public void All_match_and_no_payment_is_named()
    {
        var report = Given.Report("<GrpSts>RCVC</GrpSts>", "<PmtInfSts>RCVC</PmtInfSts>" + Counts(("RCVC", 3)));
        Answers(report).ShouldBe([new PayeeAnswer(PayeeChecks.AllOthers, PayeeMatch.Match, null)]);
        Matches(report).ShouldBe([PayeeMatch.Match, PayeeMatch.Match, PayeeMatch.Match]);
    }

    [Fact]
    public void Only_what_differs_is_named_and_the_counts_tell_the_rest() => Matches(Given.Report(
            "<GrpSts>RVCM</GrpSts>", "<PmtInfSts>RVCM</PmtInfSts>" + Counts(("RCVC", 2), ("RVNM", 1), ("RVMC", 0)) + Given.Answer("B", "RVNM")))
        .ShouldBe([PayeeMatch.Match, PayeeMatch.NoMatch, PayeeMatch.Match]);

    [Theory]
    // Two kinds of answers are left for two payments.
    [InlineData("<PmtInfSts>RVCM</PmtInfSts><C RCVC=1 RVNM=1 RVMC=1/>")]
    // One has no answer yet.
    [InlineData("<PmtInfSts>RVCM</PmtInfSts><C RCVC=1 RVMC=1 PDNG=1/>")]
    // No counts, and the whole differs somewhere.
    [InlineData("<PmtInfSts>RVCM</PmtInfSts>")]
    [InlineData("<PmtInfSts>RVMC</PmtInfSts>")]
    // The whole matches, but a payment in it does not.
    [InlineData("<PmtInfSts>RCVC</PmtInfSts>")]
    // Nothing is said of the rest.
    [InlineData("")]
    public void What_is_not_certain_is_never_a_match(string written)
    {
        var counts = System.Text.RegularExpressions.Regex.Matches(written, "([A-Z]{4})=(\\d)").Select(m => (m.Groups[1].Value, int.Parse(m.Groups[2].Value)));
        var payments = System.Text.RegularExpressions.Regex.Replace(written, "<C .*/>", Counts([.. counts]));
        Matches(Given.Report("", payments + Given.Answer("B", "RVMC"))).ShouldBe([PayeeMatch.NotPossible, PayeeMatch.CloseMatch, PayeeMatch.NotPossible]);
    }

    [Fact]
    public void The_status_of_a_file_with_one_payment_is_that_of_the_payment() => PayeeChecks.Read(
        Given.File(Given.Report("<OrgnlNbOfTxs>1</OrgnlNbOfTxs><GrpSts>RVNM</GrpSts>")), Given.Payments(Given.Payment("A"))).ShouldBeRead()
        .ShouldBe([new PayeeAnswer("A", PayeeMatch.NoMatch, null)]);

    [Fact]
    public void Of_two_answers_on_one_payment_the_one_that_asks_for_care_counts() =>
        Answers(Given.Report("", Given.Answer("A", "RCVC") + Given.Answer("A", "RVNM"))).ShouldBe([new PayeeAnswer("A", PayeeMatch.NoMatch, null)]);

    [Theory]
    [InlineData("SMED-2026-0099", "A")]
    [InlineData("SMED-2026-0041", "D")]
    public void An_answer_on_other_payments_is_refused(string file, string id) => PayeeChecks.Read(
        Given.File(Given.Report("", Given.Answer(id, "RCVC"), file: file)), s_sent).ShouldBeRefused().ShouldStartWith("Dit antwoord gaat over andere betalingen.");

    [Fact]
    public void The_sign_for_all_others_can_be_no_id_of_a_payment() =>
        Pain001.Faults(Given.Payments(Given.Payment(PayeeChecks.AllOthers))).ShouldNotBeEmpty();

    private static string Counts(params (string Status, int Number)[] counts) => string.Concat(
        counts.Select(count => $"<NbOfTxsPerSts><DtldNbOfTxs>{count.Number}</DtldNbOfTxs><DtldSts>{count.Status}</DtldSts></NbOfTxsPerSts>"));

    private static ImmutableArray<PayeeAnswer> Answers(string report) => PayeeChecks.Read(Given.File(report)).ShouldBeRead();

    private static IEnumerable<PayeeMatch> Matches(string report) =>
        PayeeChecks.Read(Given.File(report), s_sent).ShouldBeRead().Select(answer => answer.Match);
}
