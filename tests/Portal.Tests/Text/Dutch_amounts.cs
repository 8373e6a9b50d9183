using FsCheck;
using FsCheck.Fluent;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Text;

public class Dutch_amounts
{
    [Theory]
    [InlineData(0, "€\u00A00,00", "€\u00A00")]
    [InlineData(5, "€\u00A00,05", "€\u00A00,05")]
    [InlineData(1_250_00, "€\u00A01.250,00", "€\u00A01.250")]
    [InlineData(1_250_50, "€\u00A01.250,50", "€\u00A01.250,50")]
    [InlineData(300_000_00, "€\u00A0300.000,00", "€\u00A0300.000")]
    [InlineData(-5_00, "€\u00A0-5,00", "€\u00A0-5")]
    public void Are_written_with_a_comma_for_cents_and_dots_for_thousands(long cents, string full, string shortest)
    {
        Dutch.Euro(cents).ShouldBe(full);
        Dutch.EuroShort(cents).ShouldBe(shortest);
    }

    [Theory]
    [InlineData("450", 450_00)]
    [InlineData("450,00", 450_00)]
    [InlineData("1.250", 1_250_00)]
    [InlineData("1.250,50", 1_250_50)]
    [InlineData("€ 450", 450_00)]
    [InlineData("€\u00A0450", 450_00)]
    [InlineData("€450,-", 450_00)]
    [InlineData("450,--", 450_00)]
    [InlineData("1250,5", 1_250_50)]
    [InlineData(" 450 euro ", 450_00)]
    [InlineData("EUR 1.000.000", 1_000_000_00)]
    [InlineData("0450", 450_00)]
    [InlineData("0", 0)]
    [InlineData("12.50", 12_50)]
    [InlineData("1250.5", 1_250_50)]
    [InlineData("999999999999,99", 99_999_999_999_999)]
    [InlineData("450,–", 450_00)]
    [InlineData("€ 1.250,-", 1_250_00)]
    [InlineData("€\u202F1.250,—", 1_250_00)]
    [InlineData("€450", 450_00)]
    [InlineData("450 €", 450_00)]
    [InlineData("450 euro", 450_00)]
    [InlineData("Euro 450,=", 450_00)]
    [InlineData("450.-", 450_00)]
    [InlineData("450.", 450_00)]
    [InlineData("1 250", 1_250_00)]
    [InlineData("1\u00A0250,50", 1_250_50)]
    [InlineData("1\u2009250\u2009000", 1_250_000_00)]
    [InlineData("\u200E450\u200B", 450_00)]
    [InlineData("４５０", 450_00)]
    public void Are_read_as_people_type_them(string typed, long cents)
    {
        Dutch.ParseEuro(typed, out var read).ShouldBeTrue();
        read.ShouldBe(cents);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("veel")]
    [InlineData("€")]
    [InlineData(",50")]
    [InlineData("1,250")]
    [InlineData("1.250.50")]
    [InlineData("1,250.50")]
    [InlineData("1250.505")]
    [InlineData("12.50,00")]
    [InlineData("1.25.000")]
    [InlineData("-450")]
    [InlineData("4 50")]
    [InlineData("450,001")]
    [InlineData("1e6")]
    [InlineData("٤٥٠")]
    [InlineData("1000000000000")]
    [InlineData("99999999999999999999999999999999")]
    public void Are_refused_when_they_are_none_or_could_mean_two_things(string? typed)
    {
        Dutch.ParseEuro(typed, out var read).ShouldBeFalse();
        read.ShouldBe(0);
    }

    [Fact]
    public void That_could_be_two_are_told_which_two() => Dutch.UnreadableEuro("€ 1,250").ShouldBe(
        "Dit bedrag kunnen wij op twee manieren lezen. Schrijf 1250 of 1,25.");

    [Fact]
    public void Are_read_back_as_they_were_written() =>
        Prop.ForAll(ArbMap.Default.ArbFor<long>().Filter(cents => cents is >= 0 and <= 99_999_999_999_999), cents =>
        {
            Dutch.ParseEuro(Dutch.Euro(cents), out var full).ShouldBeTrue();
            full.ShouldBe(cents);
            Dutch.ParseEuro(Dutch.EuroShort(cents), out var shortest).ShouldBeTrue();
            shortest.ShouldBe(cents);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void Never_throw_whatever_is_typed() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), typed =>
        {
            if (!Dutch.ParseEuro(typed, out var cents))
                cents.ShouldBe(0);
        }).QuickCheckThrowOnFailure();
}
