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

    /// <summary>It belonged to more than one Smederij at some time.</summary>
    public bool WasShared { get; private set; }

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
            CheckMoney(partner, plan);
        CheckShares(plan, logged?.Line.Event);
        WasShared |= plan.Shares.Length > 0;
        Stored = stored;
    }

    /// <summary>
    /// Who supports it counts once, where they live; no other Smederij comes or goes by itself, and none goes of which somebody takes part.
    /// </summary>
    private void CheckShares(Plan plan, PlanEvent? e)
    {
        var counted = Counted(plan);
        var expected = Stored is null ? counted.ToDictionary(one => one.Key, one => one.Key == Here ? plan.Supporters : 0) : Counted(Stored.Item);
        var stays = true;
        switch (e)
        {
            case PlanEvent.SmederijAdded added:
                stays = expected.TryAdd(added.Smederij, 0);
                break;
            case PlanEvent.SmederijDropped dropped:
                stays = expected.Remove(dropped.Smederij, out var supporters) && supporters == 0;
                break;
            case PlanEvent.SupportConfirmed confirmed:
                expected[confirmed.Smederij ?? Here]++;
                break;
            case PlanEvent.PersonErased { Who: PlanPerson.Supporter } erased when plan.State is not PlanState.Ended:
                expected[erased.Smederij ?? Here]--;
                break;
        }
        if (!stays || counted.ContainsKey(key.Smederij) || counted.Count != expected.Count || counted.Except(expected).Any())
            throw new Violation($"{key} counts {Words(counted)} after {e?.GetType().Name}, and that should be {Words(expected)}.");
    }

    /// <summary>Stands for the Smederij that it lies in.</summary>
    private const string Here = "";

    private static Dictionary<string, int> Counted(Plan plan) => plan.Shares.Select(share => KeyValuePair.Create(share.Smederij, share.Supporters))
        .Append(KeyValuePair.Create(Here, plan.Supporters - plan.Shares.Sum(share => share.Supporters))).ToDictionary();

    private static string Words(Dictionary<string, int> counted) => string.Join(", ", counted.Select(one => $"{one.Value} of '{one.Key}'"));

    /// <summary>Money of a round is never said by anything but its idea; what came in was promised.</summary>
    private void CheckMoney(Partner partner, Plan plan)
    {
        if (partner.Smederij is { } smederij && (partner.Idea is null || plan.ShareOf(smederij) is null))
            throw new Violation($"{key} asks money of {smederij}, which it does not belong to.");
        if ((partner.Kind == PartnerKind.Round) != partner.Idea is not null || (partner.Idea is not null && partner.Money is not null))
            throw new Violation($"{key} holds money of a round outside its rules.");
        if (partner.Money is { Received: { } received } money && received.Amount > (money.Promised?.Amount ?? Euro.Zero))
            throw new Violation($"{key} received more from {partner.Id} than was promised.");
    }
}
