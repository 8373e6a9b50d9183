using Smederijen.Domain;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Meetings;
using Smederijen.Portal.Payments;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>Nothing waits for nobody: the clock looks again at a moment to come, or it is known who moves on.</summary>
internal sealed class Waits(Simulation simulation)
{
    /// <summary>What failed and is tried again at a moment to come.</summary>
    private readonly List<(WorkKey Item, Effect Effect)> _pending = [];

    private Watch Watch => simulation.Watch;

    public async Task Check()
    {
        await CheckWakeUps();
        foreach (var (key, idea) in Watch.Ideas)
            CheckIdea(key, idea.Stored!.Item);
        foreach (var (key, plan) in Watch.Plans)
            CheckPlan(key, plan.Stored!.Item);
        foreach (var (key, meeting) in Watch.Meetings)
            CheckMeeting(key, meeting.Meeting!);
        foreach (var ((smederij, period), round) in Watch.Rounds)
            CheckRound(smederij, period, round.State!);
    }

    /// <summary>The moments in the store are those of what runs, exactly, and all of them are to come; so is the next try of what failed.</summary>
    private async Task CheckWakeUps()
    {
        var expected = await Expected().ToDictionaryAsync(one => one.Item, one => one.Due);
        foreach (var partition in simulation.Partitions)
        {
            await foreach (var row in simulation.Store.All(partition, Keys.AllDue))
            {
                var (due, item) = Keys.ReadDue(row.Row);
                if (!expected.Remove(new WorkKey(partition, item), out var wanted) || Keys.Due(wanted, item) != row.Row)
                    throw new Violation($"The clock is to look at {partition}/{item} at {due:u}, and it waits until {wanted:u}.");
                if (due <= simulation.Now)
                    throw new Violation($"{partition}/{item} was due at {due:u} and is still there.");
            }
            await foreach (var row in simulation.Store.All(partition, Keys.AllEffects))
            {
                var pending = row.Read(House.Effects.Pending);
                if (pending.RetryAt is not { } planned || planned <= simulation.Now)
                    throw new Violation($"Effect {partition}/{row.Row} was never performed: {row.Data}");
                _pending.Add((new WorkKey(partition, row.Row.Split('|')[1]), pending.Effect));
            }
        }
        if (expected.Count > 0)
            throw new Violation($"The clock will never look at {expected.First().Key}, which waits until {expected.First().Value:u}.");
    }

    private async IAsyncEnumerable<(WorkKey Item, DateTimeOffset Due)> Expected()
    {
        foreach (var (key, idea) in Watch.Ideas)
        {
            if (idea.Stored!.Item.NextDue() is { } due)
                yield return (new WorkKey(key.Smederij, key.Id), due);
        }
        foreach (var (key, plan) in Watch.Plans)
        {
            if (plan.Stored!.Item.NextDue is { } due)
                yield return (key.Work, due);
        }
        foreach (var ((smederij, period), round) in Watch.Rounds)
        {
            if (round.State!.NextDue is { } due)
                yield return (new RoundKey(smederij, period).Work, due);
        }
        if (await simulation.Store.Get(Partitions.Settings, "jaarherinnering|alle") is { } reminders
            && reminders.Read(YearRows.Default.StoredYearReminders).Item.Next is { } next)
            yield return (YearKind.Key, next);
        foreach (var (id, resolution) in Watch.Resolutions)
        {
            if (resolution.Resolution!.State.NextDue is { } due)
                yield return ((WorkKey)new ResolutionKey(id), due);
        }
        foreach (var batch in Watch.Payments.Batches)
        {
            if (batch.NextDue is { } due)
                yield return (new BatchKey(batch.Id), due);
        }
        foreach (var (key, meeting) in Watch.Meetings)
        {
            if (meeting.Meeting!.Until is { } until)
                yield return (key, until);
        }
        foreach (var (key, place) in Watch.Places)
        {
            if (place.Place!.Daily is { Next: var morning })
                yield return (key, morning);
        }
        foreach (var call in Watch.CallsWanted)
            yield return (call,
                (await simulation.Store.Get(call.Smederij,
                HelpKeys.Request(call.Item[HelpWork.Kind.Prefix.Length..])))!.Read(HelpJson.Default.HelpRequest).Due);
    }

    private void CheckIdea(IdeaKey key, Idea idea)
    {
        var waits = idea.State switch
        {
            IdeaState.Ended { Refund: not null } => idea.NextDue() is not null && idea.State.WaitsFor == Party.Staff,
            IdeaState.Ended => true,
            _ when idea.StandsStill() => true,
            IdeaState.Suitable { InRound: { } period } => Watch.IsOffered(key.Smederij, period)
                || Watch.PhaseOf(new RoundKey(key.Smederij, period)) is > RoundPhase.Open and < RoundPhase.Decided,
            IdeaState.Suitable => idea.State.WaitsFor == Party.Money,
            IdeaState.OnLongTrack => Watch.Plans.GetValueOrDefault(new PlanKey(key.Smederij, key.Id))?.Stored is { Item.State: not PlanState.Ended },
            _ => idea.NextDue() is not null && idea.State.WaitsFor != Party.Nobody,
        };
        if (!waits)
            throw new Violation($"{key} waits for nobody in {idea.State.Phase}.");
    }

    private void CheckPlan(PlanKey key, Plan plan)
    {
        var waits = plan.State switch
        {
            PlanState.Ended => true,
            _ when plan.PausedAt is not null => true,
            PlanState.AwaitingStuurgroep s =>
                StuurgroepHas(new Subject.PlanMoment(key.Smederij, key.Id, $"{s.Moment}.{plan.FindMoment(s.Moment)!.Asked}")) || IsPending<PlanEffect.AskStuurgroep>(key.Work),
            _ => plan.NextDue is not null && plan.WaitsFor is not Party.Nobody,
        };
        if (!waits)
            throw new Violation($"{key} waits for nobody in {plan.State.Phase}.");
        if (plan is { State: PlanState.Ended, Idea: { } idea }
            && Watch.Ideas[new IdeaKey(key.Smederij, idea)].Stored?.Item.State is not IdeaState.Ended)
            throw new Violation($"{key} ended, and its idea goes on.");
    }

    /// <summary>Another of the staff has so long to answer; what they agreed on is told to each idea.</summary>
    private void CheckMeeting(MeetingKey key, Meeting meeting)
    {
        var waits = meeting.Phase switch
        {
            MeetingPhase.Proposed => meeting.Until is not null,
            MeetingPhase.Agreed => IsPending<MeetingEffect.TellIdea>(key),
            _ => true,
        };
        if (!waits)
            throw new Violation($"{key.Address} waits for nobody in {meeting.Phase}.");
    }

    /// <summary>The seats have the question, or their answer is on its way.</summary>
    private bool StuurgroepHas(Subject.PlanMoment moment) =>
        Watch.Resolutions.Any(one => one.Value.Resolution is { Subject: Subject.PlanMoment asked } resolution
        && asked == moment
            && (resolution.State is ResolutionState.Open || IsPending<ResolutionEffect.TellPlan>((WorkKey)new ResolutionKey(one.Key))));

    private bool IsPending<TStep>(WorkKey item) => _pending.Any(one => one.Item == item && one.Effect is TStep);

    /// <summary>A round that was announced waits for the settings of its year; work of a round that crashed was done when this is asked.</summary>
    private void CheckRound(string smederij, string period, RoundState state)
    {
        var waits = state is RoundState.Decided || state.NextDue is not null
            || (state is RoundState.Announced && string.CompareOrdinal(period, simulation.File.Find(smederij)!.Round.Period) > 0);
        if (!waits)
            throw new Violation($"Round {smederij}/{period} waits for nobody in {state.Phase}.");
    }
}
