using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>The last look, when nothing goes wrong any more and all has come to its end.</summary>
internal sealed class Reckoning(Simulation simulation)
{
    /// <summary>The source of the envelope that a round of the first year begins with.</summary>
    private const string FromSettings = "stuurgroep";

    public async Task Check()
    {
        simulation.HandedIn.Check(simulation.Watch.Ideas);
        simulation.Promises.Check(simulation.Watch.Ideas);
        foreach (var round in simulation.Watch.Rounds.Values)
            round.Replay();
        foreach (var (key, idea) in simulation.Watch.Ideas)
            await CheckIdea(key, idea);
        foreach (var (key, plan) in simulation.Watch.Plans)
            await CheckPlan(key, plan);
        foreach (var partition in simulation.File.Smederijen.Select(smederij => smederij.Id).Append(Partitions.Stuurgroep))
            await CheckPartition(partition);
        CheckDivisions();
        await CheckMails();
        await new CountedVotes(simulation).Check();
    }

    /// <summary>What the store holds is what the commits built up, and somebody or the clock moves it on.</summary>
    private async Task CheckIdea(IdeaKey key, FollowedIdea idea)
    {
        var row = await simulation.Machine.Store.Get(key.Smederij, Keys.Idea(key.Id)) ?? throw new Violation($"{key} is gone.");
        if (row.Read(PortalJson.Default.StoredIdea) != idea.Stored)
            throw new Violation($"{key} is not what its commits made of it.");
        var state = idea.Stored!.Idea.State;
        if (state is IdeaState.Ended { EraseAt: { } due } && due <= simulation.Now)
            throw new Violation($"{key} ended long ago, and its people are still known.");
        if (state is not IdeaState.Ended && idea.Stored.Idea.NextDue() is null && state.WaitsFor is Party.Nobody)
            throw new Violation($"{key} waits for nobody in {state.Phase}.");
        if (state is IdeaState.OnLongTrack && !simulation.Watch.Plans.ContainsKey(new PlanKey(key.Smederij, key.Id)))
            throw new Violation($"{key} is a lange klap without a plan.");
        if (state is IdeaState.Ended { EraseAt: null })
            await CheckForgotten(key, idea);
    }

    private async Task CheckForgotten(IdeaKey key, FollowedIdea idea)
    {
        foreach (var scan in idea.Events.OfType<IdeaEvent.PaperSignaturesEntered>().Select(entered => entered.Scan))
        {
            if (simulation.Machine.Attachments.Names.Contains(scan))
                throw new Violation($"{key} ended long ago, and a list of signatures is still there.");
        }

        if ((await simulation.Machine.Store.Query(key.Smederij, Keys.People(key.Id))).Rows.Count > 0
            || (await simulation.Machine.Store.Query(key.Smederij, Keys.Supporters(key.Id))).Rows.Count > 0)
            throw new Violation($"{key} ended long ago, and rows of its people are still there.");
    }

    /// <summary>A plan waits for somebody for as long as it runs; when it has ended, so has its idea, and its people are forgotten.</summary>
    private async Task CheckPlan(PlanKey key, FollowedPlan followed)
    {
        var plan = followed.Stored!.Plan;
        if (plan.State is not PlanState.Ended && (plan.WaitsFor is Party.Nobody || plan.NextDue is null))
            throw new Violation($"{key} waits for nobody in {plan.State.Phase}.");
        if (plan.State is not PlanState.Ended)
            return;
        if (plan.Idea is { } idea && simulation.Watch.Ideas[new IdeaKey(key.Smederij, idea)].Stored?.Idea.State is not IdeaState.Ended)
            throw new Violation($"{key} ended, and its idea goes on.");
        if (plan.State is PlanState.Ended { EraseAt: null }
            && ((await simulation.Machine.Store.Query(key.Smederij, PlanKeys.People(key.Id))).Rows.Count > 0
                || (await simulation.Machine.Store.Query(key.Smederij, PlanKeys.Supporters(key.Id))).Rows.Count > 0))
            throw new Violation($"{key} ended long ago, and rows of its people are still there.");
    }

    /// <summary>In a rolling Smederij, free money lies beside no idea that it would be enough for.</summary>
    public static void NoMoneyLiesIdle(Simulation simulation)
    {
        foreach (var (key, idea) in simulation.Watch.Ideas)
        {
            var settings = simulation.File.Find(key.Smederij)!.Round;
            if (!settings.Rolling || idea.Stored is not { Idea: { State: IdeaState.Suitable, Amount: var amount } })
                continue;
            var round = simulation.Watch.Rounds[(key.Smederij, settings.Period)];
            if (round.IsOpen && amount <= round.Ledger.Available)
                throw new Violation($"{key} waits for {amount.Cents} cents, and {round.Ledger.Available.Cents} lie there.");
        }
    }

    /// <summary>Nothing waits to be done, except what is planned for later.</summary>
    private async Task CheckPartition(string partition)
    {
        var late = (await simulation.Machine.Store.Query(partition, Keys.AllEffects)).Rows
            .FirstOrDefault(row => row.Read(PortalJson.Default.PendingEffect).RetryAt is not { } planned || planned <= simulation.Now);
        if (late is { } left)
            throw new Violation($"Effect {partition}/{left.Row} was never performed: {left.Data}");
    }

    /// <summary>Nothing waits for the seats, and what the ledgers got from a source is what adopted divisions took from it, to the cent.</summary>
    private void CheckDivisions()
    {
        foreach (var (id, resolution) in simulation.Watch.Resolutions)
        {
            if (resolution.Resolution!.State is ResolutionState.Open)
                throw new Violation($"Resolution {id} is open still.");
        }
        var adopted = simulation.Watch.Resolutions.Values.Select(resolution => resolution.Adopted).OfType<Subject.Allotment>().ToList();
        var given = adopted.SelectMany(division => division.Sources).ToLookup(source => source.Name, source => source.Amount.Cents);
        var got = simulation.Watch.Rounds.Values.SelectMany(round => round.Allotments).Where(line => line.Source != FromSettings)
            .ToLookup(line => line.Source, line => line.Amount.Cents);
        foreach (var source in given.Select(one => one.Key).Union(got.Select(one => one.Key)))
        {
            if (given[source].Sum() != got[source].Sum())
                throw new Violation($"{source} gave {given[source].Sum()} cents in adopted divisions, and the ledgers got {got[source].Sum()}.");
        }
        simulation.Tally.Divided += adopted.Count;
    }

    /// <summary>Every mail that was decided went out, or staff know that it cannot, or nobody is left to read it.</summary>
    private async Task CheckMails()
    {
        foreach (var (id, (idea, mail)) in simulation.Watch.MailsDue)
        {
            if (simulation.Machine.Outbox.Mails.ContainsKey(id) || simulation.Machine.Logs.NobodyToMail.Contains((idea, mail.Kind)))
                continue;
            var number = int.Parse(id[(id.LastIndexOf('-') + 1)..], System.Globalization.CultureInfo.InvariantCulture);
            if (await simulation.Machine.Store.Get(idea.Smederij, Keys.Failed(idea.Id, number)) is null)
                throw new Violation($"Mail {mail.Kind} of {idea} ({id}) is lost.");
        }
    }
}
