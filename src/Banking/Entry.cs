using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>
/// A booking (<c>Ntry</c>) with the payments in it (<c>TxDtls</c>). Both versions are read by the same names: where .08 puts an element
/// around what .02 writes at once, either is taken.
/// </summary>
/// <param name="where">For the sentences.</param>
internal sealed class Entry(XElement element, string account, string where)
{
    private readonly List<XElement> _payments = [.. element.All("NtryDtls").SelectMany(details => details.All("TxDtls"))];
    private readonly string? _together =
        element.All("NtryDtls").Select(details => NotProvided.Known(details.Text("Btch", "PmtInfId"))).FirstOrDefault(id => id is not null);
    private IReadOnlyList<XElement?>? _details;

    public bool IsBooked => (element.Text("Sts", "Cd") ?? element.Text("Sts")) is null or "BOOK";

    public bool IsInEuro => Currency(element.At("Amt")) == "EUR";

    /// <summary>A payment each; null is the booking itself.</summary>
    public IReadOnlyList<XElement?> Details => _details ??= _payments.Count == 0 || (_payments.Count > 1 && !AddsUp()) ? new XElement?[1] : _payments;

    /// <summary>
    /// The bank writes several payments without amounts, or amounts that do not add up to what was booked. Then what was booked counts, whole.
    /// </summary>
    public bool IsTakenWhole => _payments.Count > 1 && Details.Count == 1;

    public StatementLine Line(XElement? payment)
    {
        var kind = KindOf(payment);
        var (name, number) = Parties.Other(payment, kind, account);
        var info = payment.At("RtrInf");
        return new StatementLine(
            "",
            kind,
            AmountOf(payment),
            Moments.Day(element.At("BookgDt")) ?? Moments.Day(element.At("ValDt")) ?? throw Fault("er staat geen dag bij die wij kunnen lezen."),
            NotProvided.Known(payment.Text("Refs", "EndToEndId")),
            Remittance(payment),
            name,
            number,
            element.Text("RvslInd") is "true" or "1" || info is not null || IsReturn(payment) || IsReturn(element),
            info.Text("Rsn", "Cd") ?? info.Text("Rsn", "Prtry"),
            NotProvided.Known(payment.Text("Refs", "PmtInfId")) ?? _together);
    }

    public IReadOnlyList<string?> References(XElement? payment)
    {
        var ofEntry = NotProvided.Known(element.Text("AcctSvcrRef"));
        return [ofEntry ?? NotProvided.Known(element.Text("NtryRef")), NotProvided.Known(payment.Text("Refs", "AcctSvcrRef"))];
    }

    public bool HasOwnReference(XElement? payment) =>
        References(payment)[1] is not null || (Details.Count == 1 && NotProvided.Known(element.Text("AcctSvcrRef")) is not null);

    /// <summary>One payment is the booking itself, whatever currency it was sent in.</summary>
    private Euro AmountOf(XElement? payment) =>
        payment is null || _payments.Count == 1 ? Amounts.InCents(element.Text("Amt"), where) : Amounts.InCents(OwnAmount(payment)?.Value.Trim(), where);

    private EntryKind KindOf(XElement? payment) =>
        Amounts.Kind((_payments.Count > 1 ? payment.Text("CdtDbtInd") : null) ?? element.Text("CdtDbtInd"), where);

    private bool AddsUp()
    {
        if (!_payments.All(payment => Currency(OwnAmount(payment)) == "EUR"))
            return false;
        var whole = Amounts.Kind(element.Text("CdtDbtInd"), where);
        return _payments.Sum(payment => (KindOf(payment) == whole ? 1 : -1) * AmountOf(payment).Cents)
            == Amounts.InCents(element.Text("Amt"), where).Cents;
    }

    /// <summary>What a payment of several was booked for: .08 writes it at once, .02 among the details.</summary>
    private static XElement? OwnAmount(XElement payment) =>
        payment.At("Amt") ?? payment.At("AmtDtls", "TxAmt", "Amt") ?? payment.At("AmtDtls", "InstdAmt", "Amt");

    /// <summary>What the payer wrote; where there is nothing of it, what the bank writes itself.</summary>
    private string? Remittance(XElement? payment)
    {
        var information = payment.At("RmtInf");
        var references = information.All("Strd").SelectMany(part =>
            new[] { part.Text("CdtrRefInf", "Ref") }.Concat(part.All("AddtlRmtInf").Select(line => line.Text())));
        var text = string.Join(' ', information.All("Ustrd").Select(line => line.Text()).Concat(references).OfType<string>());
        return text.Length > 0 ? text : payment.Text("AddtlTxInf") ?? element.Text("AddtlNtryInf");
    }

    /// <summary>
    /// The code of the bank says that something is undone: a payment returned or recalled, a direct debit refused or returned (ISO 20022
    /// bank transaction codes).
    /// </summary>
    private static bool IsReturn(XElement? coded) => coded.Text("BkTxCd", "Domn", "Fmly", "SubFmlyCd") is "RRTN" or "RPCR" or "PRDD" or "UPDD" or "ARPD";

    private static string? Currency(XElement? amount) => amount?.Attribute("Ccy")?.Value;

    private BankFileException Fault(string what) => new(Problems.At(where, what));
}
