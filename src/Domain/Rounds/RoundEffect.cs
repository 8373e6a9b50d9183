using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Domain.Rounds;

/// <summary>What follows from a decision over a round. Storage contract: approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "doe")]
[JsonDerivedType(typeof(OfferNewMoney), "bied-geld-aan")]
[JsonDerivedType(typeof(CollectIdeas), "verzamel-ideeen")]
[JsonDerivedType(typeof(AskForCodes), "vraag-codes")]
[JsonDerivedType(typeof(AskForPaperCheck), "vraag-controle")]
[JsonDerivedType(typeof(CountBallots), "tel")]
[JsonDerivedType(typeof(AskForDraw), "vraag-loting")]
[JsonDerivedType(typeof(DecideByDraw), "besluit-loting")]
[JsonDerivedType(typeof(TellIdeas), "vertel")]
[JsonDerivedType(typeof(ShredBallots), "wis-stembiljetten")]
[JsonDerivedType(typeof(CarryTo), "geef-mee")]
public abstract record RoundEffect : Effect
{
    private RoundEffect() { }

    /// <summary>A rolling Smederij has new money: offer it to the ideas that wait since the former period.</summary>
    public sealed record OfferNewMoney : RoundEffect;

    /// <summary>Write down all suitable ideas; each is fixed, so that its amount cannot change any more.</summary>
    public sealed record CollectIdeas : RoundEffect;

    /// <summary>Ask staff by mail to make the voting codes.</summary>
    public sealed record AskForCodes(bool Again) : RoundEffect;

    /// <summary>Tell staff by mail that the vote is closed and paper waits for a second person.</summary>
    public sealed record AskForPaperCheck : RoundEffect;

    public sealed record CountBallots : RoundEffect;

    /// <summary>Ask staff by mail for the value that draws between equals: when it comes, that it is there, or that two values differed.</summary>
    public sealed record AskForDraw(bool Again) : RoundEffect;

    /// <summary>Two people typed the same value: count what was written down, with the order that it gives.</summary>
    public sealed record DecideByDraw : RoundEffect;

    /// <summary>Give every idea its verdict, one idea per transaction.</summary>
    public sealed record TellIdeas : RoundEffect;

    /// <summary>The ballots are counted and written down in another order: the rows in which they were cast go.</summary>
    public sealed record ShredBallots : RoundEffect;

    /// <summary>Bring what went out of this round into that of a later period, once.</summary>
    public sealed record CarryTo(string Period, string Resolution, ImmutableArray<Source> Shares) : RoundEffect
    {
        /// <summary>The other Smederij whose round it is; null for the same.</summary>
        public string? Into { get; init; }
    }
}
