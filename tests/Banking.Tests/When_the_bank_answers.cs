namespace Smederijen.Banking.Tests;

public sealed class When_the_bank_answers
{
    [Theory]
    [InlineData("03")]
    [InlineData("10")]
    public void The_whole_the_payments_together_and_each_of_them_have_their_status(string version) => Read(Given.Report(
        "<GrpSts>PART</GrpSts>",
        "<PmtInfSts>PART</PmtInfSts>"
        + Given.Answer("SMED-IDEE-0101", "RJCT", "<StsRsnInf><Orgtr><Nm>Bank</Nm></Orgtr><Rsn><Cd>AC01</Cd></Rsn></StsRsnInf>")
        + Given.Answer("SMED-IDEE-0102", "ACSC"),
        version)).ShouldBe(
        [
            new PaymentStatus(null, null, "SMED-2026-0041", "PART", null),
            new PaymentStatus(null, "SMED-2026-0041", "SMED-2026-0041", "PART", null),
            new PaymentStatus("SMED-IDEE-0101", "SMED-2026-0041", "SMED-2026-0041", "RJCT", "AC01"),
            new PaymentStatus("SMED-IDEE-0102", "SMED-2026-0041", "SMED-2026-0041", "ACSC", null),
        ]);

    [Fact]
    public void A_file_that_was_refused_whole_says_why() => Read(Given.Report("<GrpSts>RJCT</GrpSts><StsRsnInf><Rsn><Prtry>DU01</Prtry></Rsn></StsRsnInf>"))
        .ShouldBe([new PaymentStatus(null, null, "SMED-2026-0041", "RJCT", "DU01")]);

    [Theory]
    [InlineData("<GrpSts>ACCP</GrpSts>", "<PmtInfSts>RJCT</PmtInfSts>", "RJCT")]
    [InlineData("<GrpSts>ACCP</GrpSts>", "", "ACCP")]
    public void A_payment_without_a_status_has_that_of_the_payments_around_it(string group, string payments, string status) =>
        Read(Given.Report(group, payments + Given.Answer("a", null)))[^1].Status.ShouldBe(status);

    [Fact]
    public void A_payment_whose_status_stands_nowhere_refuses_the_file() =>
        Pain002.Read(Given.File(Given.Report("", Given.Answer("a", null)))).ShouldBeRefused().ShouldStartWith("In dit bestand staat geen antwoord");

    [Fact]
    public void A_bank_that_leaves_the_namespace_out_is_read() =>
        Read("<Document><CstmrPmtStsRpt><OrgnlGrpInfAndSts><OrgnlMsgId>m</OrgnlMsgId><GrpSts>ACCP</GrpSts></OrgnlGrpInfAndSts></CstmrPmtStsRpt></Document>")
            .ShouldBe([new PaymentStatus(null, null, "m", "ACCP", null)]);

    private static ImmutableArray<PaymentStatus> Read(string report) => Pain002.Read(Given.File(report)).ShouldBeRead();
}
