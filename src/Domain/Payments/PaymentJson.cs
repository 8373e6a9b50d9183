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

/// <summary>The same for files of the bank.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(BankFile))]
[JsonSerializable(typeof(BankFileEvent))]
[JsonSerializable(typeof(BankFileEffect))]
public sealed partial class BankFileJson : JsonSerializerContext;

/// <summary>The same for their lines.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(BankLine))]
[JsonSerializable(typeof(BankLineEvent))]
[JsonSerializable(typeof(BankLineEffect))]
public sealed partial class BankLineJson : JsonSerializerContext;
