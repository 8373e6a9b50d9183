using System.Xml.Linq;

namespace Smederijen.Banking;

/// <summary>
/// Verification of payee: whether names belong to accounts, as banks answer it for a whole file in a pain.002. The statuses are RCVC (match),
/// RVMC (close match), RVNM (no match) and RVNA (not possible), of payments; RVCM says of the whole that some differ. MTCH, CMTC, NMTC and NOAP mean
/// the same between banks and are taken as well. Some banks only name the payments that differ, or none when all match.
/// </summary>
public static class PayeeChecks
{
    /// <summary>Stands for the payments that the bank does not name one by one. No identification of a payment can be this.</summary>
    public const string AllOthers = "*";

    /// <summary>
    /// The answers that the bank gives one by one, and one for <see cref="AllOthers"/> when it says the same of all of them.
    /// </summary>
    /// <param name="xml">Read from where it stands to the end; the caller closes it.</param>
    public static BankRead<ImmutableArray<PayeeAnswer>> Read(Stream xml) =>
        BankFile.Read(xml, BankFormat.Status, reader => Answers(StatusReport.Read(reader)));

    /// <summary>
    /// An answer for each payment of the file that was sent, in its order; not possible where the bank says nothing certain. An answer on
    /// another file is refused.
    /// </summary>
    /// <param name="xml">Read from where it stands to the end; the caller closes it.</param>
    public static BankRead<ImmutableArray<PayeeAnswer>> Read(Stream xml, PaymentFile sent) => BankFile.Read(xml, BankFormat.Status, reader =>
    {
        var report = StatusReport.Read(reader);
        if (report.OriginalMessageId is { } id && id != sent.MessageId)
            throw new BankFileException(Problems.OtherPayments);
        var answers = Answers(report).ToDictionary(answer => answer.EndToEndId, StringComparer.Ordinal);
        if (answers.Keys.Except(sent.Transfers.Select(transfer => transfer.EndToEndId).Append(AllOthers), StringComparer.Ordinal).Any())
            throw new BankFileException(Problems.OtherPayments);
        var others = answers.GetValueOrDefault(AllOthers)?.Match ?? PayeeMatch.NotPossible;
        return sent.Transfers.Select(transfer => transfer.EndToEndId)
            .Select(one => answers.GetValueOrDefault(one) ?? new PayeeAnswer(one, others, null)).ToImmutableArray();
    });

    /// <summary>Whether a status says something of a name, and nothing of the payment.</summary>
    public static bool IsAnswer(string status) => status == "RVCM" || MatchOf(status) is not null;

    private static ImmutableArray<PayeeAnswer> Answers(StatusReport report)
    {
        var named = report.Payments.SelectMany(payments => payments.All("TxInfAndSts")).Select(Answer).OfType<PayeeAnswer>()
            .GroupBy(answer => answer.EndToEndId, StringComparer.Ordinal).Select(Surest).ToList();
        if (OfOthers(report, named) is { } others)
            named.Add(new PayeeAnswer(AllOthers, others, null));
        if (named.Count > 0)
            return [.. named];
        throw new BankFileException(report.Statuses().Any(status => IsAnswer(status.Status)) ? Problems.WhichPayees : Problems.NoPayeeChecks);
    }

    private static PayeeAnswer? Answer(XElement payment)
    {
        if ((MatchOf(payment.Text("TxSts")) ?? MatchOf(StatusReport.Reason(payment))) is not { } match)
            return null;
        var id = NotProvided.Known(payment.Text("OrgnlEndToEndId")) ?? throw new BankFileException(Problems.NoIdAtAnswer);
        return new PayeeAnswer(id, match, match == PayeeMatch.CloseMatch ? NameIn(payment) : null);
    }

    /// <summary>Two answers on one payment: the one that asks for most care counts.</summary>
    private static PayeeAnswer Surest(IEnumerable<PayeeAnswer> answers) => answers.MaxBy(answer => answer.Match switch
    {
        PayeeMatch.NoMatch => 3,
        PayeeMatch.CloseMatch => 2,
        PayeeMatch.NotPossible => 1,
        _ => 0,
    })!;

    /// <summary>
    /// The one status that is left for payments that were not named, by the counts of the bank (<c>NbOfTxsPerSts</c>). Without counts it is
    /// the status of the whole when that is the same for every payment in it: all match, none could be checked, or there is only one. A
    /// whole that differs somewhere says nothing of one payment.
    /// </summary>
    private static PayeeMatch? OfOthers(StatusReport report, IReadOnlyList<PayeeAnswer> named)
    {
        var counts = Counts(report);
        if (counts.Count > 0)
        {
            var left = counts.GroupBy(count => count.Match, count => count.Number)
                .Where(count => count.Sum() > named.Count(answer => answer.Match == count.Key)).ToList();
            return left is [var one] ? one.Key : null;
        }
        var wholes = report.Payments.Select(payments => payments.Text("PmtInfSts")).OfType<string>().DefaultIfEmpty(report.GroupStatus);
        if (wholes.Select(MatchOf).Distinct().ToList() is not [{ } whole])
            return null;
        return whole is PayeeMatch.Match or PayeeMatch.NotPossible
            ? named.All(answer => answer.Match == whole) ? whole : null
            : named.Count == 0 && IsOfOne(report) ? whole : null;
    }

    private static bool IsOfOne(StatusReport report) =>
        (report.Group.Text("OrgnlNbOfTxs") ?? (report.Payments is [var only] ? only.Text("OrgnlNbOfTxs") : null)) == "1";

    /// <summary>
    /// Of the payments that were handed in together, or of the file where those say nothing. What has no answer yet (PDNG) is counted as null.
    /// </summary>
    private static List<(PayeeMatch? Match, int Number)> Counts(StatusReport report)
    {
        var ofPayments = report.Payments.SelectMany(payments => payments.All("NbOfTxsPerSts")).ToList();
        return [.. (ofPayments.Count > 0 ? ofPayments : report.Group.All("NbOfTxsPerSts"))
            .Select(count => (MatchOf(count.Text("DtldSts")), int.TryParse(count.Text("DtldNbOfTxs"), out var number) ? number : 0))];
    }

    private static string? NameIn(XElement payment)
    {
        var lines = payment.All("StsRsnInf").SelectMany(information => information.All("AddtlInf")).Select(line => line.Text()).OfType<string>();
        var name = string.Join(' ', lines.Select(line => line.StartsWith("RVMC ", StringComparison.Ordinal) ? line[5..].Trim() : line));
        return name.Length > 0 ? name : null;
    }

    private static PayeeMatch? MatchOf(string? code) => code switch
    {
        "RCVC" or "MTCH" => PayeeMatch.Match,
        "RVMC" or "CMTC" => PayeeMatch.CloseMatch,
        "RVNM" or "NMTC" => PayeeMatch.NoMatch,
        "RVNA" or "NOAP" => PayeeMatch.NotPossible,
        _ => null,
    };
}
