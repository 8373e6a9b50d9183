namespace Smederijen.Banking.Tests;

public sealed class Why_a_payment_came_back
{
    [Fact]
    public void Is_told_in_these_words() => Approved.Matches(
        string.Join('\n', ReturnReasons.Codes.Order(StringComparer.Ordinal).Append("XX99").Select(code => $"{code}  {ReturnReasons.Of(code)}")), "reasons");

    [Fact]
    public void Covers_what_SEPA_uses_for_credit_transfers() => ((string[])
        ["AC01", "AC03", "AC04", "AC06", "AG01", "AG02", "AM02", "AM04", "AM05", "AM09", "BE01", "BE04", "BE05", "CNOR", "CUST", "DT01", "DUPL", "ED05", "ERIN",
            "FF01", "FOCR", "FR01", "FRAD", "LEGL", "MD07", "MS02", "MS03", "NOAS", "NOOR", "RC01", "RF01", "RR01", "RR02", "RR03", "RR04", "TECH", "TM01"])
        .Except(ReturnReasons.Codes).ShouldBeEmpty();

    [Theory]
    [InlineData(" ac04 ")]
    [InlineData("AC04")]
    public void A_code_is_known_however_it_is_written(string code) => ReturnReasons.Of(code).ShouldStartWith("De rekening is opgeheven.");

    [Fact]
    public void A_code_that_nobody_knows_is_told_without_what_could_do_harm() =>
        ReturnReasons.Of("<b>X</b>").ShouldBe("De bank geeft code (b)X(/b). Wij kennen die code niet. Vraag uw bank wat die betekent.");
}
