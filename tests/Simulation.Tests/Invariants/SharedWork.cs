using Smederijen.Domain.Plans;
using Smederijen.Portal;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// Plans of several Smederijen lie in one of them and say of the others what the rows, the pages and the people there say: on every list that they
/// belong on, counted where their supporters live, and no idea asks money for two of them.
/// </summary>
internal sealed class SharedWork(Simulation simulation)
{
    private IEnumerable<KeyValuePair<PlanKey, FollowedPlan>> Plans => simulation.Watch.Plans;

    public async Task Check()
    {
        await CheckLists();
        foreach (var (key, plan) in Plans)
        {
            if (plan.Stored!.Item is { Shares.Length: > 0, State: not PlanState.Ended } shared)
                await CheckPlan(key, shared);
        }
        var asked = Plans.Where(plan => plan.Value.Stored!.Item.State is not PlanState.Ended)
            .SelectMany(plan => plan.Value.Stored!.Item.Partners.Select(partner => partner.Idea).OfType<string>()).CountBy(idea => idea);
        if (asked.FirstOrDefault(idea => idea.Value > 1) is { Key: { } twice })
            throw new Violation($"Idea {twice} asks money for two plans.");
    }

    /// <summary>Whatever was added, dropped and crashed: the rows that put a plan on lists are those of the Smederijen that it belongs to.</summary>
    private async Task CheckLists()
    {
        var waits = new HashSet<(string, PlanKey)>();
        var listed = new HashSet<(string Smederij, PlanKey Plan)>();
        foreach (var partition in simulation.File.Smederijen.Select(smederij => smederij.Id))
        {
            await foreach (var row in simulation.Store.All(partition, PlanKeys.AllShared))
                listed.Add((partition, PlanKeys.OfShared(row.Row)!.Value));
            await foreach (var row in simulation.Store.All(partition, Keys.AllEffects))
            {
                if (row.Read(House.Effects.Pending).Effect is PlanEffect.ListIn list)
                    waits.Add((list.Smederij, PlanKey.Of(new WorkKey(partition, row.Row.Split('|')[1]))));
            }
        }
        var belongs = Plans.Where(plan => plan.Value.Stored!.Item.State.Phase is not (PlanPhase.AwaitingConfirmation or PlanPhase.NeverConfirmed))
            .SelectMany(plan => plan.Value.Stored!.Item.Shares.Select(share => (share.Smederij, Plan: plan.Key))).ToHashSet();
        listed.SymmetricExceptWith(belongs);
        listed.ExceptWith(waits);
        if (listed.FirstOrDefault() is { Smederij: { } smederij } wrong)
            throw new Violation($"{wrong.Plan} {(belongs.Contains(wrong) ? "is not" : "is still")} on the list of {smederij}.");
    }

    private async Task CheckPlan(PlanKey key, Plan plan)
    {
        var homes = new Dictionary<string, int>(StringComparer.Ordinal);
        await foreach (var row in simulation.Store.All(key.Smederij, PlanKeys.Supporters(key.Id)))
        {
            if (row.Read(WorkJson.Default.Person) is { Confirmed: true, Home: { } home })
                homes[home] = homes.GetValueOrDefault(home) + 1;
        }
        foreach (var share in plan.Shares)
        {
            if (homes.GetValueOrDefault(share.Smederij) != share.Supporters)
                throw new Violation($"{key} counts {share.Supporters} supporters of {share.Smederij}, and {homes.GetValueOrDefault(share.Smederij)} live there.");
        }
        if (!plan.IsPublic)
            return;
        foreach (var share in plan.Shares)
        {
            var list = await Read($"/smederijen/{share.Smederij}/plannen");
            if (!list.Text.Contains($"href=\"{key.PublicPath}\"", StringComparison.Ordinal))
                throw new Violation($"{key} is not on the page with plans of {share.Smederij}.");
        }
        var told = (await Read($"/v1{key.PublicPath}")).Json.GetProperty("ookVan").EnumerateArray().Select(smederij => smederij.GetString());
        if (!told.SequenceEqual(plan.Shares.Select(share => $"/v1/smederijen/{share.Smederij}")))
            throw new Violation($"The API says of {key} that it belongs to {string.Join(", ", told)}.");
    }

    private async Task<Answer> Read(string address) =>
        (await simulation.Site.Visit(process => process.NewBrowser().Get(address)))!.ShouldHave(200);
}
