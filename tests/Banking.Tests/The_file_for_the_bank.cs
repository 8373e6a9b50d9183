using System.Text;
using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace Smederijen.Banking.Tests;

/// <summary>pain.001.001.09, walked along the table of docs/bank-files.md.</summary>
public sealed class The_file_for_the_bank
{
    private static readonly Config s_many = Config.QuickThrowOnFailure.WithMaxTest(100).WithEndSize(20);
    private static readonly XNamespace s_space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

    private static PaymentFile Rich => Given.Payments(
        Given.Payment() with { Address = new PayeeAddress("Krakeel", "NL", "’t Pad", "3 b", "7901 AB"), Remittance = "Moestuin: schep & zaad // 1e deel" },
        Given.Payment("SMED-IDEE-0102", 5, "Zoë Çelik-Großmann / Stichting “Samen”") with { Remittance = "" }) with
    {
        Payer = Given.Municipality with { Bic = "ABNANL2A", Address = new PayeeAddress("Hoogeveen", "NL") },
    };

    [Fact]
    public void Reads_like_this() => Approved.Matches(Encoding.UTF8.GetString(Pain001.Write(Rich)), "payments");

    [Fact]
    public void The_table_is_read_whole()
    {
        ElementTable.Rows.Count.ShouldBeGreaterThan(50);
        ElementTable.Rows.Select(row => row.Path).ShouldBeUnique();
        ElementTable.Rows.Where(row => row.Type == "group" && ElementTable.Rows.All(child => child.Parent != row.Path)).ShouldBeEmpty();
    }

    [Fact]
    public void Every_file_is_as_the_table_says() => Prop.ForAll(Arb.From(SomePayments.Any), file =>
    {
        Pain001.Faults(file).ShouldBeEmpty();
        ElementTable.Faults(Pain001.Write(file)).ShouldBeEmpty();
    }).Check(s_many);

    [Theory]
    [InlineData("<Ccy>EUR</Ccy>", "<Ccy>USD</Ccy>")]
    [InlineData("<BtchBookg>false</BtchBookg>", "")]
    [InlineData("<NbOfTxs>2</NbOfTxs>", "<NbOfTxs>2</NbOfTxs><NbOfTxs>2</NbOfTxs>")]
    [InlineData(">0.05<", ">0.5<")]
    [InlineData("<ChrgBr>SLEV</ChrgBr>", "<ChrgBr>SLEV</ChrgBr><UltmtDbtr/>")]
    [InlineData("Krakeel", "Kräkeel")]
    [InlineData("Krakeel", "/Krakeel")]
    [InlineData("<PstCd>7901 AB</PstCd>", "")]
    [InlineData("2026-12-01", "2026-12-01Z")]
    public void The_walk_sees_what_is_wrong(string right, string wrong)
    {
        var written = Encoding.UTF8.GetString(Pain001.Write(Rich));
        var changed = written.Replace(right, wrong, StringComparison.Ordinal);
        changed.ShouldNotBe(written);
        // A postcode may be left out; everything else stands in the way.
        ElementTable.Faults(Encoding.UTF8.GetBytes(changed)).Any().ShouldBe(wrong.Length > 0 || !right.StartsWith("<PstCd>", StringComparison.Ordinal));
    }

    [Fact]
    public void Sum_and_number_are_those_of_the_payments_to_the_cent() => Prop.ForAll(Arb.From(SomePayments.Any), file =>
    {
        var root = Parse(file);
        var amounts = root.Descendants(s_space + "InstdAmt").Select(amount => long.Parse(amount.Value.Replace(".", "", StringComparison.Ordinal))).ToList();
        amounts.ShouldBe(file.Transfers.Select(transfer => transfer.Amount.Cents));
        root.Descendants(s_space + "CtrlSum").Select(sum => long.Parse(sum.Value.Replace(".", "", StringComparison.Ordinal)))
            .ShouldBe([amounts.Sum(), amounts.Sum()]);
        root.Descendants(s_space + "NbOfTxs").Select(number => int.Parse(number.Value)).ShouldBe([amounts.Count, amounts.Count]);
        root.Descendants(s_space + "EndToEndId").Select(id => id.Value).ShouldBe(file.Transfers.Select(transfer => transfer.EndToEndId));
        root.Descendants(s_space + "IBAN").Skip(1).Select(account => account.Value).ShouldBe(file.Transfers.Select(transfer => transfer.Account.Value));
    }).Check(s_many);

    [Fact]
    public void The_same_payments_give_the_same_bytes() => Prop.ForAll(Arb.From(SomePayments.Any), file =>
    {
        var bytes = Pain001.Write(file);
        bytes.ShouldBe(Pain001.Write(file with { CreatedAt = file.CreatedAt.ToOffset(TimeSpan.FromHours(-7)) }));
        bytes[0].ShouldBe((byte)'<', "no mark of the encoding");
    }).Check(s_many);

    [Fact]
    public void One_payment_more_changes_no_other()
    {
        var one = Parse(Given.Payments(Given.Payment())).Descendants(s_space + "CdtTrfTxInf").Single().ToString();
        Parse(Given.Payments(Given.Payment(), Given.Payment("SMED-IDEE-0102"))).Descendants(s_space + "CdtTrfTxInf").First().ToString().ShouldBe(one);
    }

    [Fact]
    public void The_time_is_that_of_the_clocks_here() =>
        Parse(Given.Payments(Given.Payment())).Descendants(s_space + "CreDtTm").Single().Value.ShouldBe("2026-11-30T12:00:00");

    private static XElement Parse(PaymentFile file) => XElement.Parse(Encoding.UTF8.GetString(Pain001.Write(file)));
}
