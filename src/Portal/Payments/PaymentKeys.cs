namespace Smederijen.Portal.Payments;

/// <summary>Points at one payment order. In the work list it is the item <c>betaling-{id}</c>.</summary>
public readonly record struct PaymentKey(string Id)
{
    public const string Prefix = "betaling-";

    public static implicit operator WorkKey(PaymentKey key) => new(Partitions.Payments, Prefix + key.Id);

    public static PaymentKey Of(WorkKey key) => new(key.Item[Prefix.Length..]);

    /// <summary>Of a payment of an idea: the same release never gives two.</summary>
    public static PaymentKey Of(string idea, int payment) => new(PaymentOrder.IdOf(idea, payment));

    /// <summary>Whether a text from outside can be an id, before it becomes part of a key.</summary>
    public static bool IsValid(string? id) =>
        id?.Split('-') is [var idea, var number] && ItemId.IsValid(idea)
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and < 1000;
}

/// <summary>Points at one batch. In the work list it is the item <c>betaalopdracht-{id}</c>.</summary>
public readonly record struct BatchKey(string Id)
{
    public const string Prefix = "betaalopdracht-";

    public static implicit operator WorkKey(BatchKey key) => new(Partitions.Payments, Prefix + key.Id);

    public static BatchKey Of(WorkKey key) => new(key.Item[Prefix.Length..]);
}

/// <summary>Where orders and batches lie in their partition.</summary>
public static class PaymentKeys
{
    /// <summary>Index row: what lists show of an order, by where it is.</summary>
    public static string Listed(PaymentPhase phase, string id) => $"betalingen|{phase}|{id}";

    public static RowRange In(PaymentPhase phase) => RowRange.Prefix($"betalingen|{phase}|");

    /// <summary>The same of all orders, wherever they are.</summary>
    public static RowRange AllListed { get; } = RowRange.Prefix("betalingen|");

    /// <summary>Index row of a batch. There are some a month, so lists read them all.</summary>
    public static string Batch(string id) => $"betaalopdrachten|{id}";

    public static RowRange Batches { get; } = RowRange.Prefix("betaalopdrachten|");

    /// <summary>The account that a batch is paid from, as it was when the batch was made.</summary>
    public static string Payer(string batch) => $"betaalopdracht|{batch}|betaler";

    /// <summary>Whom an order of a batch goes to, sealed.</summary>
    public static string Payee(string batch, string order) => $"betaalopdracht|{batch}|aan|{order}";

    /// <summary>The names that the bank knows for accounts of a batch, sealed.</summary>
    public static string NamesAtBank(string batch) => $"betaalopdracht|{batch}|namen";

    /// <summary>The orders of an idea.</summary>
    public static RowRange OrdersOf(string idea) => RowRange.Prefix($"betaling|{idea}-");

    public static RowRange Payees(string batch) => RowRange.Prefix($"betaalopdracht|{batch}|aan|");
}
