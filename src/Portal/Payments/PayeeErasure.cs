namespace Smederijen.Portal.Payments;

/// <summary>Erases whom a batch paid, and on which account, once the term for payments is over. Doing it twice is fine.</summary>
public sealed class PayeeErasure(Erasure erasure)
{
    public static IReadOnlyList<Deed> Deeds { get; } =
    [
        Deed.Of<PayeeErasure, BatchEffect.ForgetPayees>((x, key, _, cancellation) => x.Forget(BatchKey.Of(key), cancellation)),
    ];

    private async Task Forget(BatchKey batch, CancellationToken cancellation)
    {
        await erasure.DeleteAll(Partitions.Payments, PaymentKeys.Payees(batch.Id), cancellation);
        await erasure.DeleteAll(Partitions.Payments, RowRange.Prefix(PaymentKeys.NamesAtBank(batch.Id)), cancellation);
    }
}
