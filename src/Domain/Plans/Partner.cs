using Smederijen.Domain.Ideas;

namespace Smederijen.Domain.Plans;

/// <summary>
/// Who the plan counts on: for money, for support among professionals, or both. An organisation, so its name is public; the
/// person who answers for it lies in a row of its own.
/// </summary>
/// <param name="Money">What it is asked for; null when it is asked for support only, and for a round.</param>
/// <param name="Voice">Whether it supports the plan, in its own words; null until it said so.</param>
/// <param name="Idea">For <see cref="PartnerKind.Round"/>: the idea whose state is all that says what comes of it.</param>
/// <param name="Smederij">Of that idea; null when it is of the Smederij that the plan lies in.</param>
public sealed record Partner(
    string Id, PartnerKind Kind, string Name, Contribution? Money = null, Opinion? Voice = null, string? Idea = null, string? Smederij = null)
{
    /// <summary>Speaks for itself, from a link in a mail.</summary>
    [JsonIgnore]
    public bool IsAsked => Kind is not (PartnerKind.OwnActions or PartnerKind.Round);

    /// <summary>It was asked something that it did not answer yet.</summary>
    [JsonIgnore]
    public bool IsAnswerOpen => IsAsked && (Voice is null || Money is { Promised: null, RefusedBecause: null });
}

public enum PartnerKind
{
    Municipality,
    Corporation,
    Fund,
    Club,

    /// <summary>A school, a care provider, the police: anybody who works in the area.</summary>
    Professional,

    /// <summary>What the working group collects itself: a market, a sponsored walk.</summary>
    OwnActions,

    /// <summary>The residents' budget of the Smederij: an ordinary idea, that goes through its round like all others.</summary>
    Round,
}

/// <summary>The money of one partner on its way, each step with its day and its proof.</summary>
/// <param name="Received">All that came in so far; never more than was promised.</param>
/// <param name="RefusedBecause">Why the partner gives nothing; null when it did not say no.</param>
public sealed record Contribution(Step Asked, Step? Promised = null, Step? Received = null, string? RefusedBecause = null)
{
    /// <summary>
    /// What a round gives, read from the idea that asks for it: no other thing can say so. A withdrawn or declined idea gives
    /// nothing; what flows back was not received.
    /// </summary>
    public static Contribution Of(Idea idea)
    {
        var asked = new Step(idea.Asked ?? idea.Amount, idea.Since);
        return idea.State switch
        {
            IdeaState.Granted { Done: { Paid: var paid } } s when PaidPart.SumOf(paid) is { Cents: > 0 } sum =>
                new(asked, new Step(s.Amount + sum, idea.Since), new Step(sum, idea.Since)),
            IdeaState.Granted s => new(asked, new Step(s.Amount, idea.Since)),
            IdeaState.Released s => new(asked, new Step(s.Amount, idea.Since), new Step(s.Part.Amount, idea.Since)),
            IdeaState.Ended { Outcome: IdeaPhase.Completed } s =>
                new(asked, new Step(idea.Amount, idea.Since), new Step(s.Spent(idea.Amount), idea.Since)),
            IdeaState.Ended s => new(asked, RefusedBecause: string.Join(" ", s.Reasons)),
            _ => new(asked),
        };
    }
}

/// <summary>An amount on a day.</summary>
/// <param name="Proof">The stored name of the file that proves it; null where the partner's own word does.</param>
public sealed record Step(Euro Amount, DateTimeOffset At, string? Proof = null);

/// <summary>Whether a partner supports the plan, and why.</summary>
public sealed record Opinion(bool Supports, string Reason, DateTimeOffset At);

/// <summary>The money of a plan, added up. What was promised was asked, and what was received was promised.</summary>
public sealed record PlanMoney(Euro Asked, Euro Promised, Euro Received)
{
    public static PlanMoney Of(IEnumerable<Contribution> contributions) => contributions
        .Where(contribution => contribution.RefusedBecause is null)
        .Aggregate(new PlanMoney(Euro.Zero, Euro.Zero, Euro.Zero), (sum, contribution) => new PlanMoney(
            sum.Asked + contribution.Asked.Amount,
            sum.Promised + (contribution.Promised?.Amount ?? Euro.Zero),
            sum.Received + (contribution.Received?.Amount ?? Euro.Zero)));
}
