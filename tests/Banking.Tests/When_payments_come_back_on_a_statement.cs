using FsCheck;
using FsCheck.Fluent;

namespace Smederijen.Banking.Tests;

/// <summary>What was written for the bank is found back on a statement of it: each payment, its amount to the cent, by its id.</summary>
public sealed class When_payments_come_back_on_a_statement
{
    [Theory]
    [InlineData("02")]
    [InlineData("08")]
    public void Each_is_found_by_its_id_with_its_amount(string version) => Prop.ForAll(Arb.From(SomePayments.Any), file =>
    {
        var entries = string.Concat(file.Transfers.Select(transfer => Given.Entry(
            $"{transfer.Amount.Cents / 100}.{transfer.Amount.Cents % 100:00}",
            details: $"<Refs><PmtInfId>{file.MessageId}</PmtInfId><EndToEndId>{transfer.EndToEndId}</EndToEndId></Refs>")));
        var lines = Camt053.Read(Given.File(Given.Statement(entries, version: version))).ShouldBeRead().Single().Lines;
        lines.Select(line => (line.EndToEndId, line.Amount, line.PaymentInformationId))
            .ShouldBe(file.Transfers.Select(transfer => ((string?)transfer.EndToEndId, transfer.Amount, (string?)file.MessageId)));
        lines.Select(line => line.Id).ShouldBeUnique();
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(50).WithEndSize(20));
}
