using System.Xml;

namespace Smederijen.Banking;

/// <summary>What became of payments that were handed in: pain.002.001.03 and pain.002.001.10.</summary>
public static class Pain002
{
    /// <summary>
    /// All that the bank says, of the whole first and of each payment after it. A payment without a status of its own has that of the
    /// payments that it belongs to. A file with nothing but answers on names is for <see cref="PayeeChecks"/> and refused here.
    /// </summary>
    /// <param name="xml">Read from where it stands to the end; the caller closes it.</param>
    public static BankRead<ImmutableArray<PaymentStatus>> Read(Stream xml) => BankFile.Read(xml, BankFormat.Status, Statuses);

    /// <summary>Whether a file says of itself that it is one, for who does not know yet what somebody chose. It may still not be read.</summary>
    /// <param name="file">Its first bytes are taken; the caller opens it anew to read it.</param>
    public static bool IsMeant(Stream file) => FileHead.Take(file).Says(BankFormat.Status);

    private static ImmutableArray<PaymentStatus> Statuses(XmlReader xml)
    {
        var report = StatusReport.Read(xml);
        ImmutableArray<PaymentStatus> all = [.. report.Statuses()];
        if (all.IsEmpty)
            throw new BankFileException(Problems.NoStatus);
        return all.All(status => PayeeChecks.IsAnswer(status.Status)) ? throw new BankFileException(Problems.OnlyPayeeChecks) : all;
    }
}
