namespace Smederijen.Domain.Stuurgroep;

/// <summary>
/// How resolutions are written down, in the way of <see cref="DomainJson"/>. A context of its own, because generated names
/// leave out what a type is nested in, and an idea can be withdrawn as well.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(StuurgroepSettings))]
[JsonSerializable(typeof(Resolution))]
[JsonSerializable(typeof(ResolutionEvent))]
[JsonSerializable(typeof(ResolutionEffect))]
public sealed partial class StuurgroepJson : JsonSerializerContext;
