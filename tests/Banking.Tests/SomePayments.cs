using FsCheck;
using FsCheck.Fluent;

namespace Smederijen.Banking.Tests;

/// <summary>Files with payments as people could make them: any letters, short and endless names, no remittance, cents and millions.</summary>
internal static class SomePayments
{
    private static readonly string[] Accounts = ["NL91ABNA0417164300", "NL20INGB0001234567", "DE89370400440532013000", "BE68539007547034", "MT84MALT011000012345MTLCAST001S"];

    /// <summary>A text with at least one thing to read, in which slashes, spaces and letters of elsewhere are common.</summary>
    public static Gen<string> Text { get; } =
        from pieces in Gen.Elements("a", "Z", "7", "/", "//", " ", "é", "ß", "€", "&", "’", "-", "Ω", "я", "\u0301", "\u00AD", "\t", "😀", "<", "ij", "Ĳ", "Stichting").ListOf()
        from length in Gen.Choose(0, 200)
        select "x" + string.Concat(pieces) + new string('w', length / 10 * 5);

    private static Gen<PayeeAddress?> Address { get; } = Gen.OneOf(
        Gen.Constant<PayeeAddress?>(null),
        from town in Text
        from street in Gen.Elements<string?>(null, "", "Dorpsstraat", "’t Oude Pad / zij-ingang")
        from house in Gen.Elements<string?>(null, "12 a", "1-3")
        from postcode in Gen.Elements<string?>(null, " ", "7901 AB")
        select (PayeeAddress?)new PayeeAddress(town, "NL", street, house, postcode));

    private static Gen<Transfer> Transfer { get; } =
        from cents in Gen.OneOf(
            Gen.Choose(1, 99).Select(c => (long)c), Gen.Choose(1, 99_999_999).Select(c => c * 1_000L - 1), Gen.Constant(99_999_999_999))
        from name in Text
        from remittance in Gen.OneOf(Gen.Constant(" "), Text)
        from account in Gen.Elements(Accounts)
        from address in Address
        select new Transfer("", new Euro(cents), name, Given.Account(account), remittance, address);

    public static Gen<PaymentFile> Any { get; } =
        from number in Gen.Choose(1, 9_999)
        from transfers in Transfer.NonEmptyListOf()
        from minutes in Gen.Choose(0, 525_600)
        from bic in Gen.Elements(null, "INGBNL2A", "ABNANL2AXXX")
        from name in Text
        from address in Address
        let created = Given.Noon.AddMinutes(minutes)
        select new PaymentFile(
            $"SMED-{number}", created, DateOnly.FromDateTime(created.DateTime).AddDays(1), new Payer(name, Given.Account(Accounts[0]), bic, address),
            [.. transfers.Select((transfer, n) => transfer with { EndToEndId = $"SMED-{number}-{n}" })]);
}
