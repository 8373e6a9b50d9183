using System.Text.Json.Serialization.Metadata;

namespace Smederijen.Portal.Payments;

/// <summary>Payment orders, as the pipeline knows them.</summary>
public static class PaymentKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = PaymentKey.Prefix,
        Name = "betaling",
        Effects = new(PaymentJson.Default.PaymentEffect, Under: "betaling"),
        Starts = ["betaling|", "betalingen|"],
        Holds = Holds,
    };

    public static Kind<PaymentOrder, PaymentEvent, PaymentEffect, PaymentRefusal, Nothing> Kind { get; } = new()
    {
        Facts = Facts,
        Row = PaymentRowsJson.Default.StoredOrder,
        Event = PaymentJson.Default.PaymentEvent,
        Phase = order => order.State.Phase,
        Revision = order => order.Revision,
        Due = _ => null,
        At = e => e.At,
        TimePassed = at => new PaymentEvent.MomentCame(at),
        Know = (_, _, _, _) => default,
        Decide = (order, e, _) => PaymentDecider.Decide(order, e),
        Lists = (_, stored, _) => new([
            new Listed(
                PaymentKeys.Listed(stored.Item.State.Phase, stored.Item.Id),
                Rows.Write(PaymentSummary.Of(stored.Item), PaymentRowsJson.Default.PaymentSummary))]),
    };

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["betaling", _] => PaymentRowsJson.Default.StoredOrder,
        ["betaling", _, "log", _] => PaymentRowsJson.Default.PaymentLogLine,
        ["betalingen", _, _] => PaymentRowsJson.Default.PaymentSummary,
        _ => null,
    };
}

/// <summary>Batches of payments, as the pipeline knows them.</summary>
public static class BatchKind
{
    public static KindFacts Facts { get; } = new()
    {
        Prefix = BatchKey.Prefix,
        Name = "betaalopdracht",
        Effects = new(BatchJson.Default.BatchEffect, Under: "betaalopdracht"),
        Starts = ["betaalopdracht|", "betaalopdrachten|"],
        Typed = ["reason"],
        Keeps = part => part is "betaler",
        Holds = Holds,
    };

    public static Kind<PaymentBatch, BatchEvent, BatchEffect, BatchRefusal, BatchCircumstances> Of(SettingsBook settings, IEntityStore store) => new()
    {
        Facts = Facts,
        Row = BatchRowsJson.Default.StoredBatch,
        Event = BatchJson.Default.BatchEvent,
        Phase = batch => batch.State.Phase,
        Revision = batch => batch.Revision,
        Due = batch => batch.NextDue,
        At = e => e.At,
        TimePassed = at => new BatchEvent.MomentCame(at),
        Know = async (_, before, e, cancellation) => e is BatchEvent.MomentCame
            ? new(settings.Municipality.PaymentYears, await LastYear(store, before.Item, cancellation)) : BatchCircumstances.Least,
        Decide = BatchDecider.Decide,
        Lists = (_, stored, _) => new([
            new Listed(PaymentKeys.Batch(stored.Item.Id), Rows.Write(BatchSummary.Of(stored.Item), PaymentRowsJson.Default.BatchSummary))]),
    };

    /// <summary>By what the orders say themselves: a file can lie for a while before somebody gives it to the bank.</summary>
    /// <exception cref="UnreadableRowException">An order cannot be read, so nobody knows whether it may be forgotten.</exception>
    private static async Task<int?> LastYear(IEntityStore store, PaymentBatch batch, CancellationToken cancellation)
    {
        var own = batch.Claimed.Select(line => line.Order).ToHashSet(StringComparer.Ordinal);
        return await store.All(Partitions.Payments, PaymentKeys.AllListed, cancellation).Where(row => own.Contains(row.Row.Split('|')[^1]))
            .Select(row => row.Read(PaymentRowsJson.Default.PaymentSummary).On?.Year).MaxAsync(cancellationToken: cancellation);
    }

    private static JsonTypeInfo? Holds(string[] key) => key switch
    {
        ["betaalopdracht", _] => BatchRowsJson.Default.StoredBatch,
        ["betaalopdracht", _, "log", _] => BatchRowsJson.Default.BatchLogLine,
        ["betaalopdracht", _, "betaler"] => PaymentRowsJson.Default.PayerSettings,
        ["betaalopdracht", _, "namen"] => PaymentRowsJson.Default.SealedText,
        ["betaalopdracht", _, "aan", _] => PaymentRowsJson.Default.SealedText,
        ["betaalopdrachten", _] => PaymentRowsJson.Default.BatchSummary,
        _ => null,
    };
}
