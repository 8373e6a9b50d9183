using FsCheck;
using FsCheck.Fluent;

namespace Smederijen.Banking.Tests;

public sealed class When_text_goes_to_the_bank
{
    private static readonly Config s_many = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(40);

    [Theory]
    [InlineData("Café ’t Höfke & Zn.", "Cafe 't Hofke + Zn.")]
    [InlineData("Großmann", "Grossmann")]
    [InlineData("Æsir Œuvre Þór Łódź Ðé Øst", "Aesir Oeuvre Thor Lodz De Ost")]
    [InlineData("IJsvereniging Ĳssel ĳs", "IJsvereniging Ijssel ijs")]
    [InlineData("Şükrü İnan Çağlı ığ", "Sukru Inan Cagli ig")]
    [InlineData("e\u0301e\u0308n", "een")]
    [InlineData("€ 10,- voor 50% korting!", "EUR 10,- voor 50. korting.")]
    [InlineData("naam@voorbeeld.nl", "naam(at)voorbeeld.nl")]
    [InlineData("a // b///c", "a / b/c")]
    [InlineData("/ /weg/ ", "weg")]
    [InlineData("  veel   \t ruimte\r\nhier ", "veel ruimte hier")]
    [InlineData("Πλάτων Пушкин", "Platon Pushkin")]
    [InlineData("😀 groep 中文", ". groep ..")]
    [InlineData("zacht\u00ADstreepje\u200B", "zachtstreepje")]
    [InlineData("[haken] {en} <meer> \\ | _", "(haken) (en) (meer) / / -")]
    [InlineData("", "-")]
    [InlineData("///", "-")]
    [InlineData("\u0301", "-")]
    public void It_becomes(string typed, string sent) => BankText.Safe(typed, 70).ShouldBe(sent);

    [Theory]
    [InlineData("abc/def", 4, "abc")]
    [InlineData("abc def", 4, "abc")]
    [InlineData("€", 2, "EU")]
    [InlineData("abc", 3, "abc")]
    public void It_is_cut_without_leaving_an_end_that_banks_refuse(string typed, int most, string sent) => BankText.Safe(typed, most).ShouldBe(sent);

    [Fact]
    public void There_has_to_be_room() => Should.Throw<ArgumentOutOfRangeException>(() => BankText.Safe("a", 0));

    [Fact]
    public void Whatever_is_typed_fits_and_stays_as_it_is_the_next_time() =>
        Prop.ForAll(Arb.From(Gen.OneOf(SomePayments.Text, Gen.Choose(0, 0xFFFF).Select(code => (char)code).ListOf().Select(string.Concat))), typed =>
        {
            foreach (var most in (int[])[1, 2, 16, 35, 140])
            {
                var sent = BankText.Safe(typed, most);
                sent.Length.ShouldBeInRange(1, most);
                sent.ShouldAllBe(character => char.IsAsciiLetterOrDigit(character) || "/-?:().,'+ ".Contains(character));
                sent.ShouldNotContain("//");
                (sent[0] is '/' or ' ' || sent[^1] is '/' or ' ').ShouldBeFalse(sent);
                BankText.Safe(sent, most).ShouldBe(sent);
            }
        }).Check(s_many);
}
