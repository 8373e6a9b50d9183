using System.Diagnostics;
using System.Text;

namespace Smederijen.Banking.Tests;

/// <summary>docs/performance.md has the figures; these are the bounds, wide enough for a machine that does other things.</summary>
public sealed class A_large_statement
{
    private const int Lines = 10_000;
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Is_read_in_two_seconds(bool asOneBooking)
    {
        var payments = Enumerable.Range(0, Lines).Select(n =>
            $"""
             <Refs><AcctSvcrRef>{n:D16}</AcctSvcrRef><EndToEndId>SMED-{n}</EndToEndId></Refs><Amt Ccy="EUR">1.01</Amt>
             <RltdPties><Cdtr><Nm>Ontvanger {n}</Nm></Cdtr><CdtrAcct><Id><IBAN>NL20INGB0001234567</IBAN></Id></CdtrAcct></RltdPties>
             <RmtInf><Ustrd>{new string('o', 140)}</Ustrd></RmtInf>
             """);
        var file = Encoding.UTF8.GetBytes(Given.Statement(asOneBooking
            ? Given.Entry("10100.00", extra: $"<NtryDtls>{string.Concat(payments.Select(payment => $"<TxDtls>{payment}</TxDtls>"))}</NtryDtls>")
            : string.Concat(payments.Select(payment => Given.Entry("1.01", details: payment)))));
        var lines = ImmutableArray<StatementLine>.Empty;
        Fastest(() => lines = Camt053.Read(new MemoryStream(file)).ShouldBeRead().Single().Lines).ShouldBeLessThan(s_most);
        lines.Select(line => line.Id).Distinct().Count().ShouldBe(Lines);
        lines.Sum(line => line.Amount.Cents).ShouldBe(1_010_000);
    }

    [Fact]
    public void Is_written_in_two_seconds()
    {
        var file = Given.Payments([.. Enumerable.Range(0, Lines).Select(n => Given.Payment($"SMED-{n}"))]);
        Fastest(() => Pain001.Write(file).Length.ShouldBeGreaterThan(Lines * 300)).ShouldBeLessThan(s_most);
    }

    /// <summary>Of three: what else the machine does is not measured.</summary>
    private static TimeSpan Fastest(Action act) => Enumerable.Range(0, 3).Min(_ =>
    {
        var watch = Stopwatch.StartNew();
        act();
        return watch.Elapsed;
    });
}
