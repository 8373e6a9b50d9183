using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>One plan as its commits built it up.</summary>
internal sealed class FollowedPlan(PlanKey key)
{
    private DateTimeOffset _began;

    public Stored<Plan>? Stored { get; private set; }

    /// <summary>From the day it came in to the last thing that happened to it.</summary>
    public TimeSpan Age { get; private set; }

    public void Became(Stored<Plan> stored, (int Number, PlanLogLine Line)? logged)
    {
        var plan = stored.Item;
        if (plan.Revision != (Stored?.Item.Revision ?? 0) + (logged is null ? 0 : 1))
            throw new Violation($"{key} skips from revision {Stored?.Item.Revision} to {plan.Revision}.");
        if (logged is var (number, line))
        {
            if (number != plan.Revision || stored.LogHead != line.Hash)
                throw new Violation($"Line {number} of the log of {key} breaks the chain.");
            _began = Stored is null ? line.Event.At : _began;
            Age = Stored?.Item.State is PlanState.Ended ? Age : line.Event.At - _began;
        }
        if (Stored?.Item.State is PlanState.Ended ended && (plan.State as PlanState.Ended)?.Outcome != ended.Outcome)
            throw new Violation($"{key} had ended as {ended.Outcome} and goes on.");
        if (plan.State is not PlanState.Ended && plan.WaitsFor is Party.Nobody)
            throw new Violation($"{key} waits for nobody in {plan.State.Phase}.");
        foreach (var partner in plan.Partners)
            CheckMoney(partner);
        Stored = stored;
    }

    /// <summary>Money of a round is never said by anything but its idea; what came in was promised.</summary>
    private void CheckMoney(Partner partner)
    {
        if ((partner.Kind == PartnerKind.Round) != partner.Idea is not null || (partner.Idea is not null && partner.Money is not null))
            throw new Violation($"{key} holds money of a round outside its rules.");
        if (partner.Money is { Received: { } received } money && received.Amount > (money.Promised?.Amount ?? Euro.Zero))
            throw new Violation($"{key} received more from {partner.Id} than was promised.");
    }
}
