namespace Smederijen.Domain.Payments;

/// <summary>How payment orders are written down. The result is a storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(PaymentOrder))]
[JsonSerializable(typeof(PaymentEvent))]
[JsonSerializable(typeof(PaymentEffect))]
public sealed partial class PaymentJson : JsonSerializerContext;

/// <summary>The same for batches; apart, because the generator cannot tell types with the same short name apart within one context.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(PaymentBatch))]
[JsonSerializable(typeof(BatchEvent))]
[JsonSerializable(typeof(BatchEffect))]
public sealed partial class BatchJson : JsonSerializerContext;
