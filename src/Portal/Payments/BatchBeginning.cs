namespace Smederijen.Portal.Payments;

internal static class BatchBeginning
{
    /// <summary>Begins a batch, with the account that it is paid from as it is now.</summary>
    /// <returns>The id of the batch; of an earlier press of the same button its own.</returns>
    public static Task<Outcome<BatchRefusal>> Begin(
        this BatchItems batches, string id, CommandId command, string by, DateOnly executeOn, ImmutableArray<BatchLine> orders, PayerSettings payer,
        DateTimeOffset now)
    {
        var e = new BatchEvent.Begun(now, by, executeOn, orders);
        return batches.Begin(
            new BatchKey(id), command, "", new(e, default, BatchDecider.Start(id, e)),
            [new Write.Insert(PaymentKeys.Payer(id), Rows.Write(payer, PaymentRowsJson.Default.PayerSettings))], CancellationToken.None);
    }
}
