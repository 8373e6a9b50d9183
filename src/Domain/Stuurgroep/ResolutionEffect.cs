namespace Smederijen.Domain.Stuurgroep;

/// <summary>What follows from a decision over a resolution. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(AskSeat), "vraag-zetel")]
[JsonDerivedType(typeof(TellSeat), "bericht-zetel")]
[JsonDerivedType(typeof(TellSecretary), "bericht-secretaris")]
[JsonDerivedType(typeof(AllotTo), "wijs-toe")]
[JsonDerivedType(typeof(SettleRemainder), "verwerk-overschot")]
[JsonDerivedType(typeof(TellPlan), "bericht-plan")]
public abstract record ResolutionEffect : Effect
{
    private ResolutionEffect() { }

    /// <summary>Ask a seat by mail to speak: the holder, or the deputy.</summary>
    public sealed record AskSeat(string Seat, bool Deputy, bool Again) : ResolutionEffect;

    /// <summary>Tell a seat how it ended.</summary>
    public sealed record TellSeat(string Seat) : ResolutionEffect;

    /// <summary>Tell the secretary of the stuurgroep that it ended, or that it was extended because too few spoke.</summary>
    public sealed record TellSecretary(bool Extended = false) : ResolutionEffect;

    /// <summary>Post the line of this Smederij in the ledger of its round, per source, once.</summary>
    public sealed record AllotTo(string Smederij) : ResolutionEffect;

    /// <summary>Post what is left in the round of this Smederij out of its ledger, per source, once: on to a later round, or back.</summary>
    public sealed record SettleRemainder(string Smederij) : ResolutionEffect;

    /// <summary>Tell the plan that asked how it ended.</summary>
    public sealed record TellPlan : ResolutionEffect;
}
