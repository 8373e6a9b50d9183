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
            found[row.Row.Split('|')[^1]] = Read(row);
        return found;
    }

    /// <summary>What lies in one row.</summary>
    /// <exception cref="UnreadableRowException">It is no payee of the batch and order in its key.</exception>
    public Payee Read(Entity row)
    {
        try
        {
            if (row.Row.Split('|') is not [_, var batch, _, var order])
                throw new FormatException("This is not the key of a payee.");
            var inside = Of(batch, order).Unprotect(Convert.FromBase64String(row.Read(PaymentRowsJson.Default.SealedText).Sealed));
            return JsonSerializer.Deserialize(inside, PaymentRowsJson.Default.Payee)!;
        }
        catch (Exception forged) when (forged is CryptographicException or FormatException)
        {
            throw new UnreadableRowException(row.Row, forged);
        }
    }

    private IDataProtector Of(string batch, string order) => protector.CreateProtector($"{batch} {order}");
}
