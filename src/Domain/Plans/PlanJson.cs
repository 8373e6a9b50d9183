namespace Smederijen.Domain.Plans;

/// <summary>
/// How plans are written down, as <see cref="DomainJson"/> does for ideas and rounds; apart from it, because the
/// generator cannot tell types with the same short name apart within one context. The result is a storage contract.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Plan))]
[JsonSerializable(typeof(PlanEvent))]
[JsonSerializable(typeof(PlanEffect))]
public sealed partial class PlanJson : JsonSerializerContext;
