namespace Smederijen.Portal.Work;

/// <summary>How the rows that kinds share are written down. Storage contract. What waits is written by <see cref="EffectContracts"/>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(PendingEffect))]
[JsonSerializable(typeof(BoardEffect))]
[JsonSerializable(typeof(CarriedOut))]
[JsonSerializable(typeof(Person))]
[JsonSerializable(typeof(StaffNote))]
[JsonSerializable(typeof(AttachmentInfo))]
[JsonSerializable(typeof(LogEnd))]
[JsonSerializable(typeof(SaidText))]
[JsonSerializable(typeof(Look))]
[JsonSerializable(typeof(Told))]
[JsonSerializable(typeof(LogTold))]
public sealed partial class WorkJson : JsonSerializerContext;

/// <summary>The one who handed in an item, or supports it.</summary>
public sealed record Person(string Name, string Email, string Postcode, bool Confirmed = false);
