namespace Smederijen.Portal.Work;

/// <summary>What follows for the shared board when an item changes, whatever its kind.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Show), "toon-op-bord")]
public abstract record BoardEffect : Effect
{
    private BoardEffect() { }

    /// <summary>What pages over all Smederijen show of it has changed, and the money of a round as well where one is named.</summary>
    public sealed record Show(string? Period = null) : BoardEffect;
}
