namespace Smederijen.Banking.Tests;

public sealed class When_a_file_has_faults
{
    private static readonly PayeeAddress s_here = new("Krakeel", "NL");

    public static TheoryData<string, PaymentFile> Faulty => new()
    {
        { "Het kenmerk van het bestand klopt niet.", Given.Payments(Given.Payment()) with { MessageId = "" } },
        { "Het kenmerk van het bestand klopt niet.", Given.Payments(Given.Payment()) with { MessageId = new string('1', 36) } },
        { "Het kenmerk van het bestand klopt niet.", Given.Payments(Given.Payment()) with { MessageId = "SMED//1" } },
        { "Er staat geen betaling in het bestand.", Given.Payments() },
        { "Er staat geen betaling in het bestand.", Given.Payments() with { Transfers = default } },
        { "De bank kan niet betalen op een dag die voorbij is.", Given.Payments(Given.Payment()) with { ExecuteOn = new DateOnly(2026, 11, 29) } },
        { "De naam van de betaler ontbreekt.", Given.Payments(Given.Payment()) with { Payer = Given.Municipality with { Name = " " } } },
        { "De BIC van uw bank klopt niet.", Given.Payments(Given.Payment()) with { Payer = Given.Municipality with { Bic = "ABNANL2" } } },
        { "Het adres van de betaler is niet compleet.", Given.Payments(Given.Payment()) with { Payer = Given.Municipality with { Address = s_here with { Town = "" } } } },
        { "Het kenmerk SMED-IDEE-0101 staat bij 2 betalingen.", Given.Payments(Given.Payment(), Given.Payment()) },
        { "Betaling zonder kenmerk: het kenmerk klopt niet.", Given.Payments(Given.Payment("")) },
        { "Betaling NOTPROVIDED: het kenmerk klopt niet.", Given.Payments(Given.Payment("NOTPROVIDED")) },
        { "Betaling SMED-IDEE-: het kenmerk klopt niet.", Given.Payments(Given.Payment("SMED-IDEE-/")) },
        { "Betaling SMED-IDEE-0101: het bedrag is nul.", Given.Payments(Given.Payment(cents: 0)) },
        { "Betaling SMED-IDEE-0101: het bedrag is te hoog voor één betaling.", Given.Payments(Given.Payment(cents: 100_000_000_000)) },
        { "Betaling SMED-IDEE-0101: de naam van de ontvanger ontbreekt.", Given.Payments(Given.Payment(name: "")) },
        { "Betaling SMED-IDEE-0101: het adres van de ontvanger is niet compleet.", Given.Payments(Given.Payment() with { Address = s_here with { Country = "nl" } }) },
        { "Betaling SMED-IDEE-0101: het adres van de ontvanger is niet compleet.", Given.Payments(Given.Payment() with { Address = s_here with { Country = "NLD" } }) },
    };

    [Theory]
    [MemberData(nameof(Faulty))]
    public void Each_is_told_with_what_to_do_and_nothing_is_written(string begin, PaymentFile file)
    {
        var fault = Pain001.Faults(file).ShouldHaveSingleItem();
        fault.ShouldStartWith(begin);
        fault.Length.ShouldBeGreaterThan(begin.Length + 10, "it says what to do");
        Should.Throw<ArgumentException>(() => Pain001.Write(file)).Message.ShouldStartWith(fault);
    }

    [Fact]
    public void All_of_them_are_told_at_once() =>
        Pain001.Faults(Given.Payments(Given.Payment(cents: 0), Given.Payment("b", name: " ")) with { MessageId = "é" }).Count.ShouldBe(3);

    [Fact]
    public void No_sentence_names_a_payee_or_an_account() => Pain001.Faults(Given.Payments(
            Given.Payment(cents: 0, name: "Verzinsel") with { Address = new PayeeAddress("", "NL", "Geheimpad") }))
        .ShouldAllBe(fault => !fault.Contains("Verzinsel") && !fault.Contains("Geheimpad") && !fault.Contains("INGB"));

    [Fact]
    public void Today_is_the_day_here_and_not_yet_that_of_elsewhere()
    {
        // Half past midnight in the Netherlands, still yesterday in UTC.
        var created = new DateTimeOffset(2026, 11, 30, 23, 30, 0, TimeSpan.Zero);
        var file = Given.Payments(Given.Payment()) with { CreatedAt = created, ExecuteOn = new DateOnly(2026, 11, 30) };
        Pain001.Faults(file).ShouldHaveSingleItem().ShouldStartWith("De bank kan niet betalen");
        Pain001.Faults(file with { ExecuteOn = new DateOnly(2026, 12, 1) }).ShouldBeEmpty();
    }
}
