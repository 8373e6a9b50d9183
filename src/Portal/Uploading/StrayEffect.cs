namespace Smederijen.Portal.Uploading;

/// <summary>What follows when files are stored before it is sure that they become part of an idea.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Erase), "wis-los-bestand")]
public abstract record StrayEffect : Effect
{
    private StrayEffect() { }

    /// <summary>Delete those of the files that never became part of it.</summary>
    public sealed record Erase(string Idea, ImmutableArray<string> Files) : StrayEffect;
}

/// <summary>How it is written down.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(StrayEffect))]
[JsonSerializable(typeof(KeptSeal))]
public sealed partial class StrayJson : JsonSerializerContext;
