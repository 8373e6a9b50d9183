using Smederijen.Domain.Settings;

namespace Smederijen.Domain.Rounds;

/// <summary>What a manifest says of money that is left after the vote, and too little for the next idea.</summary>
/// <param name="Offered">Whether it is offered to the ideas that did not win, in the order of the votes.</param>
/// <param name="Smallest">Less than this is not offered.</param>
public sealed record RestRule(bool Offered, Euro Smallest = default)
{
    public static RestRule Of(PartSettings? parts) => parts is null ? new RestRule(Offered: false) : new RestRule(Offered: true, parts.Smallest);

    /// <summary>Its lines in the manifest.</summary>
    [JsonIgnore]
    public string CanonicalText => !Offered ? "geld dat over is: wij bieden geen delen aan\n"
        : "geld dat over is: is het te weinig voor het volgende idee, dan bieden wij dat restant aan, in de volgorde van de stemmen\n"
        + $"kleinste restant in centen: {Smallest.Cents}\n"
        + "gelijk bij het restant: het idee met de laagste kosten gaat voor, daarna de loting, en zonder loting het laagste nummer; "
        + "een idee zonder stemmen krijgt geen aanbod\n";
}

/// <summary>An idea that waits for what is left of a round.</summary>
/// <param name="Amount">What it asks.</param>
/// <param name="TakesPart">Whether a part may be offered to it: not again once it was not accepted.</param>
public readonly record struct WaitingIdea(string Idea, Euro Amount, bool TakesPart);

/// <summary>What happens now with the money that is left of a round.</summary>
public abstract record RestStep
{
    private RestStep() { }

    /// <summary>There is enough for all that this idea asks.</summary>
    public sealed record GrantWhole(string Idea) : RestStep;

    /// <summary>There is less than this idea asks, and it is the first that may get a part.</summary>
    public sealed record OfferPart(string Idea, Euro Amount) : RestStep;

    /// <summary>Somebody still has to answer an offer.</summary>
    public sealed record Wait : RestStep;

    /// <summary>Nobody gets anything more: nothing is left, or nobody is.</summary>
    public sealed record Stop : RestStep;

    /// <summary>
    /// First whether some idea fits whole, in their order; then a part, to the first of them. One offer at a time: only who did not accept it
    /// lets the next one have it.
    /// </summary>
    /// <param name="left">What nobody has, and nobody was promised.</param>
    /// <param name="smallest">Less than this is not offered.</param>
    /// <param name="inOrder">The ideas that wait.</param>
    /// <param name="isOffered">Whether an offer of this round waits for its answer.</param>
    public static RestStep Of(Euro left, Euro smallest, IReadOnlyCollection<WaitingIdea> inOrder, bool isOffered) =>
        inOrder.Where(idea => idea.Amount <= left).Select(idea => idea.Idea).FirstOrDefault() is { } fits ? new GrantWhole(fits)
        : isOffered ? new Wait()
        : left > Euro.Zero && left >= smallest && inOrder.Where(idea => idea.TakesPart).Select(idea => idea.Idea).FirstOrDefault() is { } next
            ? new OfferPart(next, left)
        : new Stop();
}
