using Microsoft.AspNetCore.DataProtection;

namespace Smederijen.Portal.Payments;

/// <summary>Seals whom an order goes to, so that a copy of the store does not tell it.</summary>
public sealed class Payees(IEntityStore store, IDataProtectionProvider protection)
{
    private readonly IDataProtector protector = protection.CreateProtector("Smederijen.Payee.v1");

    public Write Keep(string batch, string order, Payee payee)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(payee, PaymentRowsJson.Default.Payee);
        return new Write.Put(
            PaymentKeys.Payee(batch, order),
            Rows.Write(new SealedText(Convert.ToBase64String(Of(batch, order).Protect(json))), PaymentRowsJson.Default.SealedText));
    }

    /// <summary>All of a batch, by order.</summary>
    /// <exception cref="UnreadableRowException">What lies there is no payee of this batch.</exception>
    public async Task<IReadOnlyDictionary<string, Payee>> Read(string batch, CancellationToken cancellation = default)
    {
        var found = new Dictionary<string, Payee>(StringComparer.Ordinal);
        await foreach (var row in store.All(Partitions.Payments, PaymentKeys.Payees(batch), cancellation))
        {
            var order = row.Row.Split('|')[^1];
            try
            {
                var inside = Of(batch, order).Unprotect(Convert.FromBase64String(row.Read(PaymentRowsJson.Default.SealedText).Sealed));
                found[order] = JsonSerializer.Deserialize(inside, PaymentRowsJson.Default.Payee)!;
            }
            catch (Exception forged) when (forged is CryptographicException or FormatException)
            {
                throw new UnreadableRowException(row.Row, forged);
            }
        }
        return found;
    }

    private IDataProtector Of(string batch, string order) => protector.CreateProtector($"{batch} {order}");
}
