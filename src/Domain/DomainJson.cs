using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Settings;

namespace Smederijen.Domain;

/// <summary>How the values of the domain are written down, generated at build. The result is a storage contract.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = false)]
[JsonSerializable(typeof(Idea))]
[JsonSerializable(typeof(IdeaEvent))]
[JsonSerializable(typeof(IdeaEffect))]
[JsonSerializable(typeof(Ledger))]
[JsonSerializable(typeof(LedgerEntry))]
[JsonSerializable(typeof(SmederijSettings))]
[JsonSerializable(typeof(Round))]
[JsonSerializable(typeof(RoundEvent))]
[JsonSerializable(typeof(RoundEvent.PartHidden), TypeInfoPropertyName = "RoundPartHidden")]
[JsonSerializable(typeof(RoundEvent.PartRestored), TypeInfoPropertyName = "RoundPartRestored")]
[JsonSerializable(typeof(RoundEvent.TakenOver), TypeInfoPropertyName = "RoundTakenOver")]
[JsonSerializable(typeof(RoundEffect))]
[JsonSerializable(typeof(Manifest))]
public sealed partial class DomainJson : JsonSerializerContext;
