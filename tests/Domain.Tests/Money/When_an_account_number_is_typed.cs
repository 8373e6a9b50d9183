using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Money;

namespace Smederijen.Domain.Tests.Money;

public sealed class When_an_account_number_is_typed
{
    /// <summary>The examples of the SWIFT IBAN registry.</summary>
    private static readonly string[] Examples =
    [
        "NL91ABNA0417164300", "BE68539007547034", "DE89370400440532013000", "FR1420041010050500013M02606", "GB29NWBK60161331926819",
        "MT84MALT011000012345MTLCAST001S", "NO9386011117947", "PL61109010140000071219812874", "CH9300762011623852957",
        "SM86U0322509800000000270100", "LI21088100002324013AA", "IE29AIBK93115212345678", "ES9121000418450200051332",
        "IT60X0542811101000000123456", "AT611904300234573201", "LU280019400644750000", "DK5000400440116243", "SE4550000000058398257466",
        "FI2112345600000785", "PT50000201231234567890154",
    ];

    private static readonly Gen<string> AnyExample = Gen.Elements(Examples);

    public static TheoryData<string> Registry { get; } = [.. Examples];

    [Theory]
    [MemberData(nameof(Registry))]
    public void The_examples_of_the_registry_are_right(string example)
    {
        Iban.TryParse(example, out var iban).ShouldBeTrue();
        iban!.Value.ShouldBe(example);
    }

    [Theory]
    [InlineData("nl91abna0417164300")]
    [InlineData("NL91 ABNA 0417 1643 00")]
    [InlineData("  nl91 abna 0417164300 ")]
    [InlineData("NL91\u00A0ABNA\u00A00417\u00A01643\u00A000")]
    public void Spaces_and_small_letters_are_fine(string typed)
    {
        Iban.TryParse(typed, out var iban).ShouldBeTrue();
        iban!.ToString().ShouldBe("NL91 ABNA 0417 1643 00");
        iban.LastFour.ShouldBe("4300");
    }

    [Theory]
    [InlineData(null, "nothing")]
    [InlineData("", "nothing")]
    [InlineData("NL91", "far too short")]
    [InlineData("NL91ABNA041716430", "one short")]
    [InlineData("NL91ABNA04171643000", "one too many")]
    [InlineData("NL92ABNA0417164300", "other check digits")]
    [InlineData("NL0000000000000000", "no bank")]
    [InlineData("417164300", "an account number without its bank")]
    [InlineData("BR1800360305000010009795493C1", "right, but outside SEPA")]
    [InlineData("US64SVBKUS6S3300958879", "no IBAN country")]
    [InlineData("NL91-ABNA-0417-1643-00", "other marks")]
    [InlineData("NL91ABNA04171643OO", "letters for noughts")]
    [InlineData("NL٩١ABNA0417164300", "digits of another script")]
    public void What_no_bank_accepts_is_refused(string? typed, string because)
    {
        Iban.TryParse(typed, out var iban).ShouldBeFalse(because);
        iban.ShouldBeNull();
    }

    /// <summary>The check digits are the remainder that is missing to 98; what also leaves 1 but lies outside 02 to 98 is never issued.</summary>
    [Theory]
    [InlineData("NL97", "NL00")]
    [InlineData("NL98", "NL01")]
    [InlineData("NL02", "NL99")]
    public void Check_digits_that_are_never_issued_are_refused(string issued, string never)
    {
        var accounts = Enumerable.Range(0, 1000).Select(n => $"ABNA{n:D10}").Where(rest => Iban.TryParse(issued + rest, out _)).ToList();
        accounts.ShouldNotBeEmpty();
        accounts.ShouldAllBe(rest => !Accepts(never + rest));
    }

    [Fact]
    public void One_wrong_digit_is_always_noticed() => Prop.ForAll(
        (from iban in AnyExample
         from at in Gen.Elements(DigitsOf(iban))
         from digit in Gen.Choose('0', '9')
         where digit != iban[at]
         select iban[..at] + (char)digit + iban[(at + 1)..]).ToArbitrary(),
        wrong => !Accepts(wrong)).QuickCheckThrowOnFailure();

    [Fact]
    public void Two_digits_that_changed_places_are_always_noticed() => Prop.ForAll(
        (from iban in AnyExample
         from one in Gen.Elements(DigitsOf(iban))
         from other in Gen.Elements(DigitsOf(iban))
         where iban[one] != iban[other]
         select Swapped(iban, one, other)).ToArbitrary(),
        wrong => !Accepts(wrong)).QuickCheckThrowOnFailure();

    private static bool Accepts(string text) => Iban.TryParse(text, out _);

    private static int[] DigitsOf(string iban) => [.. Enumerable.Range(0, iban.Length).Where(i => char.IsAsciiDigit(iban[i]))];

    private static string Swapped(string text, int one, int other)
    {
        var characters = text.ToCharArray();
        (characters[one], characters[other]) = (characters[other], characters[one]);
        return new string(characters);
    }
}
