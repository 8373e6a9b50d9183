using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal;
using Smederijen.Portal.Guidance;
using Smederijen.Portal.Plans.Steps;
using Smederijen.Portal.Staff;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep.Dividing;
using Smederijen.Portal.Tests;
using Smederijen.Simulation.Tests.Actors;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>What waits is on a page of those who work through it: the board, the page of its gebiedsregisseur, the lists of plans and
/// resolutions.</summary>
internal sealed partial class StaffPages(Simulation simulation)
{
    private Watch Watch => simulation.Watch;

    public async Task Check()
    {
        var ideas = Watch.Ideas.Where(idea => idea.Value.Stored!.Item.State is not IdeaState.Ended { Refund: null }).Select(idea => idea.Key)
            .ToList();
        var plans = Watch.Plans.Where(plan => plan.Value.Stored!.Item.State is not PlanState.Ended).Select(plan => plan.Key).ToList();
        MustBe("the board", await BoardOf("/medewerkers"), ideas.Select(CaseFile.AddressOf));
        MustBe("the board", Linked(await Read("/medewerkers"), "/medewerkers/overleg").Where(link => link.Split('/').Length == 5),
            Watch.Meetings.Where(one => one.Value.Meeting!.Phase is MeetingPhase.Proposed).Select(one => one.Key.Address));
        MustBe("the list of plans", Linked(await Read(PlanDesk.Address), PlanDesk.Address), plans.Select(plan => plan.StaffPath));
        MustBe("the list of the stuurgroep", Linked(await Read(StuurgroepDesk.Address), StuurgroepDesk.Address).Except([$"{StuurgroepDesk.Address}/nieuw", $"{StuurgroepDesk.Address}/over"]),
            Watch.Resolutions.Keys.Select(id => $"{StuurgroepDesk.Address}/{id}"));
        MustBe("the list of mails that failed", MailClerks.FailedOn(await Visit(FailedEffects.Address)), await Failed());
        foreach (var own in simulation.File.Smederijen.GroupBy(smederij => smederij.Gebiedsregisseur, smederij => smederij.Id))
        {
            var page = await Read($"{RegisseurDesk.Address}?wie={own.Key}");
            MustBe($"the page of {own.Key}", IdeasOn(page), ideas.Where(idea => own.Contains(idea.Smederij)).Select(CaseFile.AddressOf));
            MustBe($"the page of {own.Key}", Linked(page, PlanDesk.Address), plans.Where(plan => own.Contains(plan.Smederij)).Select(plan => plan.StaffPath));
            MustBe($"the page of {own.Key}", CallsOn(page), Watch.CallsWanted.Where(call => own.Contains(call.Smederij)).Select(call => $"{call.Smederij}/{call.Item[HelpWork.Kind.Prefix.Length..]}"));
        }
    }

    /// <summary>The residents who wait for a call, on the page of a gebiedsregisseur: Smederij and id.</summary>
    public static IEnumerable<string> CallsOn(string page) => Call().Matches(page).Select(call => call.Groups[1].Value);

    private async Task<List<string>> BoardOf(string address)
    {
        var ideas = new List<string>();
        for (var next = address; next is not null;)
        {
            var page = await Read(next);
            ideas.AddRange(IdeasOn(page));
            next = Next().Match(page) is { Success: true } more ? System.Net.WebUtility.HtmlDecode(more.Groups[1].Value) : null;
        }
        return ideas;
    }

    private async Task<List<string>> Failed()
    {
        var failed = new List<string>();
        foreach (var partition in simulation.Partitions)
        {
            await foreach (var row in simulation.Store.All(partition, Keys.AllFailed))
                failed.Add(FailedEffect.Of(partition, row, House.Effects).Address);
        }
        return failed;
    }

    private async Task<string> Read(string address) => (await Visit(address)).Text;

    private async Task<Answer> Visit(string address) =>
        (await simulation.Site.Visit(process => process.AsStaff("anna").Get(address)))!.ShouldHave(200);

    /// <summary>By the address of each, also where a link leads to the form of a step.</summary>
    private static IEnumerable<string> IdeasOn(string page) =>
        Linked(page, "/medewerkers/ideeen").Select(link => string.Join('/', link.Split('/').Take(5))).Distinct();

    private static IEnumerable<string> Linked(string page, string under) =>
        Link().Matches(page).Select(link => link.Groups[1].Value).Where(link => link.StartsWith($"{under}/", StringComparison.Ordinal)).Distinct();

    private static void MustBe(string page, IEnumerable<string> shown, IEnumerable<string> expected)
    {
        var (there, wanted) = (shown.ToHashSet(StringComparer.Ordinal), expected.ToHashSet(StringComparer.Ordinal));
        if (wanted.Except(there).FirstOrDefault() is { } missing)
            throw new Violation($"{missing} is not on {page}.");
        if (there.Except(wanted).FirstOrDefault() is { } left)
            throw new Violation($"{left} is still on {page}.");
    }

    [GeneratedRegex("href=\"([^\"?#]+)\"")]
    private static partial Regex Link();

    [GeneratedRegex("href=\"/medewerkers/regisseur/hulp/([^\"]+)/gebeld\"")]
    private static partial Regex Call();

    [GeneratedRegex("rel=\"next\" href=\"([^\"]+)\"")]
    private static partial Regex Next();
}
