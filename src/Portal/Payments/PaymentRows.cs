namespace Smederijen.Portal.Payments;

/// <summary>One line of the history of an order, as <see cref="LogChain"/> chains them.</summary>
public sealed record PaymentLogLine(PaymentEvent Event, PaymentPhase Phase, string Hash);

/// <summary>One line of the history of a batch.</summary>
public sealed record BatchLogLine(BatchEvent Event, BatchPhase Phase, string Hash);

/// <summary>An index row: what lists show of an order. Nothing of who is paid.</summary>
/// <param name="Amount">In cents.</param>
/// <param name="Batch">That has it; null while none has.</param>
/// <param name="Says">What somebody says happened to it, until a second person agrees.</param>
/// <param name="PaidLine">The line of the bank that said that it was paid; null when none did.</param>
/// <param name="BackLine">The line of the bank that said that it came back; null when none did.</param>
public sealed record PaymentSummary(
    string Id, string Smederij, string Idea, string Period, long Amount, PaymentPhase Phase, DateTimeOffset Since, string FirstBy, string SecondBy,
    PaymentStop? Stopped = null, string? Batch = null, PaymentOutcome? Says = null, DateOnly? On = null, string? Reason = null,
    string? PaidLine = null, string? BackLine = null)
{
    public static PaymentSummary Of(PaymentOrder order) => new(
        order.Id, order.Smederij, order.Idea, order.Period, order.Amount.Cents, order.State.Phase, order.Since, order.FirstBy, order.SecondBy,
        (order.State as PaymentState.Ordered)?.Stopped,
        order.State switch { PaymentState.InBatch s => s.Batch, PaymentState.Paid s => s.Batch, _ => null },
        order.Proposal?.Outcome,
        order.State switch { PaymentState.Paid s => s.On, PaymentState.Returned s => s.On, _ => null },
        order.State switch
        {
            PaymentState.Returned s => s.Reason,
            PaymentState.Cancelled s => s.Reason,
            PaymentState.InBatch s => s.CalledOff,
            _ => null,
        },
        order.State switch { PaymentState.Paid s => s.Line, PaymentState.Returned s => s.PaidLine, _ => null },
        (order.State as PaymentState.Returned)?.Line);
}

/// <summary>An index row: what lists show of a batch.</summary>
/// <param name="Total">In cents.</param>
/// <param name="Lines">The orders that go along, so that the books need not read every batch.</param>
public sealed record BatchSummary(
    string Id, BatchPhase Phase, DateTimeOffset Since, string By, DateOnly ExecuteOn, int Orders, long Total,
    ImmutableArray<BatchLine> Lines = default)
{
    // Generated readers set what a row leaves out to its default: the fallback stands in the getter.
    public ImmutableArray<BatchLine> Lines { get => field.IsDefault ? [] : field; init; } = Lines;

    public static BatchSummary Of(PaymentBatch batch) => new(
        batch.Id, batch.State.Phase, batch.Since, batch.By, batch.ExecuteOn, batch.Claimed.Count(), batch.Total.Cents,
        [.. batch.Claimed.Select(line => new BatchLine(line.Order, line.Amount))]);
}

/// <summary>Something that lies sealed: a copy of the store does not tell it.</summary>
public sealed record SealedText(string Sealed);

/// <summary>Whom an order goes to, as the file of its batch says it. It is kept for the books, apart from the people of the idea.</summary>
/// <param name="Remittance">What the payee reads on their statement; it ends in the number of the idea.</param>
public sealed record Payee(string Iban, string Name, string Remittance);

/// <summary>How these rows are written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<PaymentOrder>), TypeInfoPropertyName = "StoredOrder")]
[JsonSerializable(typeof(PaymentLogLine))]
[JsonSerializable(typeof(PaymentSummary))]
[JsonSerializable(typeof(BatchSummary))]
[JsonSerializable(typeof(SealedText))]
[JsonSerializable(typeof(Payee))]
[JsonSerializable(typeof(PayerSettings))]
public sealed partial class PaymentRowsJson : JsonSerializerContext;

/// <summary>The same for batches; apart, because the generator cannot tell types with the same short name apart within one context.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(Stored<PaymentBatch>), TypeInfoPropertyName = "StoredBatch")]
[JsonSerializable(typeof(BatchLogLine))]
public sealed partial class BatchRowsJson : JsonSerializerContext;
