using System.Text.RegularExpressions;
using Smederijen.Banking;
using Smederijen.Portal.Ideas;

namespace Smederijen.Portal.Payments;

/// <summary>What of a file concerns us, and how much there is of the rest.</summary>
internal sealed record MatchedLines(IReadOnlyList<ReadLine> Lines, OtherLines Others);

/// <summary>
/// Finds out what the lines of a file of the bank are about: by the end-to-end id of an order, by our number of a batch, or by the number of an
/// idea in what the payer wrote. Whether it can be so, the order or the idea answers later.
/// </summary>
public sealed partial class BankMatching(
    PaymentItems orders, BatchItems batches, UnreadableRows unreadable, SettingsBook settings, IEntityStore store, TimeProvider clock)
{
    /// <summary>So many rows are read side by side.</summary>
    private const int AtOnce = 32;

    /// <summary>The codes by which a bank says that a payment is under way.</summary>
    private static readonly HashSet<string> s_underWay =
        ["RCVD", "PDNG", "PATC", "ACTC", "ACCP", "ACWC", "ACWP", "ACFC", "ACSP", "ACSC", "ACCC"];

    /// <param name="all">Whether every line concerns us, recognised or not.</param>
    internal async Task<MatchedLines> Statement(IReadOnlyList<StatementLine> lines, bool all, CancellationToken cancellation)
    {
        var known = await Known(
            lines.Select(line => line.EndToEndId), lines.Select(line => line.PaymentInformationId), lines.Select(line => line.Remittance),
            cancellation);
        var ours = new List<ReadLine>();
        var others = OtherLines.None;
        foreach (var line in lines)
        {
            if (Read(line, known) is { Count: > 0 } read)
                ours.AddRange(read);
            else if (all || HasOurMark(line))
                ours.Add(Of(line, null, LineDoubt.Unrecognised));
            else
                others = line.Kind == EntryKind.Credit
                    ? others with { Count = others.Count + 1, In = others.In + line.Amount.Cents }
                    : others with { Count = others.Count + 1, Out = others.Out + line.Amount.Cents };
        }
        return new(ours, others);
    }

    /// <summary>What the bank says of payments that were handed in; of a whole batch it says the same of each that it does not name.</summary>
    internal async Task<MatchedLines> Answer(IReadOnlyList<PaymentStatus> statuses, CancellationToken cancellation)
    {
        var today = Amsterdam.DateOf(clock.GetUtcNow());
        var known = await Known(
            statuses.Select(one => one.EndToEndId), statuses.SelectMany(one => new[] { one.PaymentInformationId, one.OriginalMessageId }), [],
            cancellation);
        var named = statuses.Select(one => known.Order(one.EndToEndId)?.Id).OfType<string>().ToHashSet(StringComparer.Ordinal);
        var ours = new Dictionary<string, ReadLine>(StringComparer.Ordinal);
        var others = 0;
        foreach (var status in statuses)
        {
            List<PaymentOrder> about = known.Order(status.EndToEndId) is { } one ? [one]
                : status.EndToEndId is null && (known.Batch(status.PaymentInformationId) ?? known.Batch(status.OriginalMessageId)) is { } batch
                    ? [.. batch.Claimed.Select(line => known.Order(line.Order)).OfType<PaymentOrder>().Where(order => !named.Contains(order.Id))]
                    : [];
            others += about.Count == 0 && status.EndToEndId is not null ? 1 : 0;
            foreach (var order in about)
            {
                if (Meaning(status, order.Id) is var (meaning, doubt))
                    ours.TryAdd(Digest.Hex($"pain.002 {order.Id} {status.Status}"), new ReadLine("", false, order.Amount, today, meaning, doubt));
            }
        }
        return new([.. ours.Select(line => line.Value with { Id = line.Key })], new OtherLines(others, 0, 0));
    }

    /// <summary>The idea that somebody means by its number or its address; null when there is none, or more than one.</summary>
    public async Task<IdeaKey?> Idea(string typed, CancellationToken cancellation) =>
        (await IdeasIn([typed], cancellation)).Values.ToList() is [var one] ? one : (IdeaKey?)null;

    private static (LineMeaning Meaning, LineDoubt? Doubt)? Meaning(PaymentStatus status, string order) => status.Status switch
    {
        "RJCT" => (new LineMeaning.Returned(order, Code(status.Reason), NeverLeft: true), null),
        "CANC" => (new LineMeaning.Returned(order, Code(status.Reason), NeverLeft: true), LineDoubt.CalledOff),
        // The payments themselves tell which.
        "PART" => null,
        // That is read at the batch.
        var code when PayeeChecks.IsAnswer(code) => null,
        var code when s_underWay.Contains(code) => (new LineMeaning.Accepted(order, code), null),
        var code => (new LineMeaning.Accepted(order, Code(code)), LineDoubt.OtherStatus),
    };

    private static bool HasOurMark(StatementLine line) =>
        PaymentFiles.BatchOf(line.PaymentInformationId) is not null || line.Remittance?.Contains("smederij", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>Empty when nothing of ours is recognised in it.</summary>
    private static IReadOnlyList<ReadLine> Read(StatementLine line, KnownHere known)
    {
        if (known.Order(line.EndToEndId) is { } order)
            return [OfOrder(line, order, line.Amount)];
        if (known.Batch(line.PaymentInformationId) is { } batch)
            return line.EndToEndId is null ? OfBatch(line, batch, known) : [Of(line, null, LineDoubt.Unrecognised)];
        return known.Ideas(line.Remittance) switch
        {
            [] => [],
            [var idea] when line.Kind == EntryKind.Credit && !line.IsReversal =>
                [Of(line, new LineMeaning.PaidBack(idea.Smederij, idea.Id, line.Amount), null)],
            [_] => [Of(line, null, LineDoubt.Unrecognised)],
            _ => [Of(line, null, LineDoubt.SeveralIdeas)],
        };
    }

    private static ReadLine OfOrder(StatementLine line, PaymentOrder order, Euro amount)
    {
        var isIn = line.Kind == EntryKind.Credit;
        LineMeaning meaning = isIn ? new LineMeaning.Returned(order.Id, Code(line.ReturnReason)) : new LineMeaning.Paid(order.Id);
        return Of(line, meaning, amount != order.Amount ? LineDoubt.OtherAmount : !isIn && line.IsReversal ? LineDoubt.OtherWay : null);
    }

    /// <summary>The bank booked a batch in one amount: a line for each order of it, if that amount is theirs together.</summary>
    private static IReadOnlyList<ReadLine> OfBatch(StatementLine line, PaymentBatch batch, KnownHere known)
    {
        List<PaymentOrder> all = [.. batch.Claimed.Select(one => known.Order(one.Order)).OfType<PaymentOrder>()];
        // What the bank refused before is not in what it booked.
        List<PaymentOrder> taken = [.. all.Where(order => order.State is not PaymentState.Returned { NeverLeft: true })];
        var whole = new[] { all, taken }.FirstOrDefault(some => some.Sum(order => order.Amount.Cents) == line.Amount.Cents);
        return whole is null or []
            ? [Of(line, null, LineDoubt.OtherTotal)]
            : [.. whole.Select(order => OfOrder(line, order, order.Amount) with { Id = Digest.Hex($"{line.Id} {order.Id}"), Amount = order.Amount })];
    }

    private static ReadLine Of(StatementLine line, LineMeaning? meaning, LineDoubt? doubt) => new(
        line.Id, line.Kind == EntryKind.Credit, line.Amount, line.BookedOn, meaning, doubt,
        new LineText(
            Cut(line.CounterpartyName, 140), Cut(line.CounterpartyAccount, 40), Cut(line.Remittance, 500),
            Cut(line.EndToEndId ?? line.PaymentInformationId, 70)));

    private static string Cut(string? text, int most) => text is null ? "" : text.Length <= most ? text : text[..most];

    /// <summary>A code of four characters, for a bank may write a whole sentence there, with names in it.</summary>
    private static string Code(string? reason) => reason switch
    {
        null => "MS03",
        { Length: 4 } when reason.All(char.IsAsciiLetterOrDigit) => reason.ToUpperInvariant(),
        _ => "NARR",
    };

    private async Task<KnownHere> Known(
        IEnumerable<string?> ends, IEnumerable<string?> messages, IEnumerable<string?> remittances, CancellationToken cancellation)
    {
        var found = await All(messages.Select(PaymentFiles.BatchOf), async id => (await batches.Load(new BatchKey(id), cancellation))?.Item);
        var signed = found.Where(batch => batch.Value.State is BatchState.Signed).ToDictionary(StringComparer.Ordinal);
        var ids = ends.Select(OrderOf).Concat(signed.Values.SelectMany(batch => batch.Claimed.Select(line => line.Order)));
        return new(
            await All(ids, async id => (await orders.Load(new PaymentKey(id), cancellation))?.Item), signed,
            await IdeasIn(remittances, cancellation));
    }

    /// <summary>The ideas that are named, each with its Smederij.</summary>
    private async Task<Dictionary<string, IdeaKey>> IdeasIn(IEnumerable<string?> remittances, CancellationToken cancellation)
    {
        var latest = clock.GetUtcNow().AddDays(1);
        var named = remittances.SelectMany(Numbers).Where(id => ItemId.MomentOf(id) < latest).ToHashSet(StringComparer.Ordinal);
        if (named.Count == 0)
            return [];
        var ideas = (await All(named, async id => await Ordered(id, cancellation))).ToDictionary(one => one.Key, one => one.Value.Idea);
        // What was paid before there were orders, as far as it has money to pay back.
        foreach (var smederij in settings.All)
        {
            await foreach (var row in store.All(smederij.Id, IdeaKeys.RunningFrom(""), cancellation))
            {
                if (row.Row.Split('|')[^1] is var id && named.Contains(id))
                    ideas.TryAdd(id, new IdeaKey(smederij.Id, id));
            }
        }
        return ideas;
    }

    private async Task<Named?> Ordered(string idea, CancellationToken cancellation) =>
        (await store.Query(Partitions.Payments, PaymentKeys.OrdersOf(idea), 1, cancellation)).Rows is [var row]
        && (await unreadable.Read(Partitions.Payments, [row], PaymentRowsJson.Default.StoredOrder)) is [var stored]
            ? new(new IdeaKey(stored.Item.Smederij, stored.Item.Idea)) : null;

    private static string? OrderOf(string? endToEnd) =>
        endToEnd?.Trim().ToLowerInvariant() is { } id && PaymentKey.IsValid(id) ? id : null;

    private static IEnumerable<string> Numbers(string? remittance) => remittance is null ? []
        : Number().Matches(remittance).Select(match => match.Value.ToLowerInvariant()).Where(ItemId.IsValid).Distinct(StringComparer.Ordinal);

    private static async Task<Dictionary<string, T>> All<T>(IEnumerable<string?> ids, Func<string, Task<T?>> load) where T : class
    {
        var found = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (var some in ids.OfType<string>().Distinct(StringComparer.Ordinal).Chunk(AtOnce))
        {
            foreach (var (id, item) in await Task.WhenAll(some.Select(async id => (id, await load(id)))))
            {
                if (item is not null)
                    found[id] = item;
            }
        }
        return found;
    }

    [GeneratedRegex("(?<![0-9A-Za-z])[0-9A-Za-z]{14}(?![0-9A-Za-z])", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    private sealed record Named(IdeaKey Idea);

    /// <summary>What a file names and is there.</summary>
    private sealed record KnownHere(
        Dictionary<string, PaymentOrder> Orders, Dictionary<string, PaymentBatch> Signed, Dictionary<string, IdeaKey> Mentioned)
    {
        public PaymentOrder? Order(string? endToEnd) => OrderOf(endToEnd) is { } id ? Orders.GetValueOrDefault(id) : null;

        public PaymentBatch? Batch(string? message) => PaymentFiles.BatchOf(message) is { } id ? Signed.GetValueOrDefault(id) : null;

        public List<IdeaKey> Ideas(string? remittance) => [.. Numbers(remittance).Where(Mentioned.ContainsKey).Select(id => Mentioned[id])];
    }
}
