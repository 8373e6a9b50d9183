using System.Xml;
using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>The parts of a pain.002 that say something.</summary>
/// <param name="Group">About the whole file.</param>
/// <param name="Payments">About the payments that were handed in together, each with what it says of single ones.</param>
internal sealed record StatusReport(XElement? Group, IReadOnlyList<XElement> Payments)
{
    public string? OriginalMessageId => Group.Text("OrgnlMsgId");

    public string? GroupStatus => Group.Text("GrpSts");

    public static StatusReport Read(XmlReader xml)
    {
        XElement? group = null;
        var payments = new List<XElement>();
        foreach (var part in xml.Children())
        {
            if (part == "OrgnlGrpInfAndSts")
                group = xml.Take();
            else if (part == "OrgnlPmtInfAndSts")
                payments.Add(xml.Take());
            else
                xml.Skip();
        }
        return new StatusReport(group, payments);
    }

    public IEnumerable<PaymentStatus> Statuses()
    {
        if (GroupStatus is { } ofAll)
            yield return new PaymentStatus(null, null, OriginalMessageId, ofAll, Reason(Group));
        foreach (var payments in Payments)
        {
            var together = NotProvided.Known(payments.Text("OrgnlPmtInfId"));
            if (payments.Text("PmtInfSts") is { } ofPayments)
                yield return new PaymentStatus(null, together, OriginalMessageId, ofPayments, Reason(payments));
            foreach (var one in payments.All("TxInfAndSts"))
                yield return new PaymentStatus(
                    NotProvided.Known(one.Text("OrgnlEndToEndId")), together, OriginalMessageId,
                    one.Text("TxSts") ?? payments.Text("PmtInfSts") ?? GroupStatus ?? throw new BankFileException(Problems.NoStatus), Reason(one));
        }
    }

    public static string? Reason(XElement? part) => part.All("StsRsnInf")
        .Select(information => information.Text("Rsn", "Cd") ?? information.Text("Rsn", "Prtry")).FirstOrDefault(reason => reason is not null);
}
