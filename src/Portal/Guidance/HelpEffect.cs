namespace Smederijen.Portal.Guidance;

/// <summary>What follows when a resident wants help with writing an idea down.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(Wanted), "hulp-gevraagd")]
public abstract record HelpEffect : Effect
{
    private HelpEffect() { }

    /// <summary>The gebiedsregisseur hears that somebody waits for a call.</summary>
    public sealed record Wanted : HelpEffect;
}
