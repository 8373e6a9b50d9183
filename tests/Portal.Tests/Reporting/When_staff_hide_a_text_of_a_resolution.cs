using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Reporting;

/// <summary>What a seat or staff wrote about a resolution is gone once it is hidden, and comes back whole.</summary>
public sealed class When_staff_hide_a_text_of_a_resolution
{
    private const string Why = "Wethouder Jansen trekt het centrum voor.";
    private const string Desk = $"/medewerkers/stuurgroep/{ADivision.Id}";
    private const string Page = $"/stuurgroep/besluiten/{ADivision.Id}";

    [Fact]
    public async Task What_a_seat_wrote_is_gone_and_its_voice_and_the_decision_stay()
    {
        await using var world = await World.Begin();
        await Decided(world);
        var (before, texts) = (await world.Resolution(), await Texts(world));
        (await world.Browser.Get(Page)).ShouldHave(200).Words.ShouldContain($"Tegen {Why}");
        var part = await PartOf(world);
        await Veil(world, part);
        await ShouldBeNowhere(world);
        var words = (await world.Browser.Get(Page)).Words;
        words.ShouldContain($"Tegen {Words.Gone}");
        words.ShouldContain("Een medewerker verborg een tekst in de geschiedenis Reden: Er staat een naam in");
        var after = await world.Resolution();
        (after.Since, after.State.Phase, ((ResolutionState.Decided)after.State).Outcome).ShouldBe((before.Since, ResolutionPhase.Decided, Voice.For));
        (await world.Rounds("2028")).ShouldAllBe(round => round.Resolutions.Length == 1);
        await Unveil(world, part);
        (await world.Browser.Get(Page)).Words.ShouldContain($"Tegen {Why}");
        texts.ShouldBeSubsetOf(await Texts(world));
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task Why_staff_withdrew_it_is_gone_from_mails_that_were_not_sent_yet()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Happens(at => new ResolutionEvent.WithdrawnByStaff(at, "anna", Why));
        await Veil(world, await PartOf(world), "Er komt meer geld.");
        await world.Work();
        world.Mailbox.LastTo("gemeente-bestuur@voorbeeld.example").ShouldSatisfyAllConditions(
            mail => mail.Subject.ShouldStartWith("Ingetrokken"), mail => mail.Text.ShouldContain("Er komt meer geld."), mail => mail.Text.ShouldNotContain("Jansen"));
        await ShouldBeNowhere(world);
    }

    [Fact]
    public async Task As_long_as_the_seats_vote_nobody_reads_here_what_they_wrote()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Happens(at => new ResolutionEvent.VoiceGiven(at, "bewoner-noord", false, Voice.Against, Why));
        var part = await PartOf(world);
        (await world.Anna().Get($"{Desk}/teksten/verbergen")).ShouldHave(200).Words.ShouldContain("Er is niets te verbergen");
        (await world.Anna().Post($"{Desk}/teksten/verbergen", new { onderdeel = part, reden = "Zomaar" })).ShouldHave(400).Text.ShouldNotContain("Jansen");
        (await world.Anna().Get(Desk)).ShouldHave(200).Text.ShouldNotContain("Jansen");
    }

    [Fact]
    public async Task A_plan_that_has_not_heard_yet_hears_what_stands_in_its_place()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        await world.Happens(plan, at => new Domain.Plans.PlanEvent.DecisionAsked(at, Domain.Plans.PlanEvent.WorkingGroup, "start"));
        await world.Work();
        var id = (await world.Get<ResolutionArchive>().List())[0].Id;
        foreach (var seat in (await world.Resolution(id)).State.Heard!.Seats)
            await world.Happens(at => new ResolutionEvent.VoiceGiven(at, seat.Id, false, Voice.Stop, Why), id);
        foreach (var text in (await Parts(world, id)).Where(part => part.Says == Why))
            (await world.Anna().Send($"/medewerkers/stuurgroep/{id}/teksten/verbergen", new { onderdeel = text.Name, reden = "Er staat een naam in" })).ShouldHave(200);
        await world.Work();
        (await world.Browser.Get(plan.PublicPath)).ShouldHave(200).Text.ShouldNotContain("Jansen");
        await ShouldBeWhole(world);
    }

    [Fact]
    public async Task What_is_no_text_of_the_history_a_form_without_a_reason_and_an_onlooker_are_refused()
    {
        await using var world = await World.Begin();
        await Decided(world);
        var part = await PartOf(world);
        foreach (var (onderdeel, reden) in (IEnumerable<(string, string)>)[("geheel", "Zomaar"), ("tekst-bestaat-niet", "Zomaar"), (part, " ")])
            (await world.Anna().Post($"{Desk}/teksten/verbergen", new { onderdeel, reden })).ShouldHave(400);
        (await world.BrowserOf("carla", "beheerder").Post($"{Desk}/teksten/verbergen", new { onderdeel = part, reden = "Zomaar" })).ShouldHave(403);
        (await world.Browser.Post($"{Desk}/teksten/verbergen", new { onderdeel = part, reden = "Zomaar" })).ShouldHave(401);
        (await world.Anna().Get($"{Desk}/teksten/anders")).ShouldHave(404);
        (await world.Anna().Get("/medewerkers/stuurgroep/0000000000000x/teksten/verbergen")).ShouldHave(404);
        (await world.Browser.Get(Page)).Words.ShouldContain(Why);
    }

    private static async Task Decided(World world)
    {
        await world.PutToSeats();
        await world.Happens(at => new ResolutionEvent.VoiceGiven(at, "bewoner-noord", false, Voice.Against, Why));
        await world.Say(Voice.For, 6);
        await world.Work();
    }

    private static async Task ShouldBeNowhere(World world)
    {
        foreach (var page in (string[])[Page, "/stuurgroep", "/v1/besluiten", $"/v1/besluiten/{ADivision.Id}"])
            (await world.Browser.Get(page)).ShouldHave(200).Text.ShouldNotContain("Jansen", Case.Insensitive, page);
        (await world.Anna().Get(Desk)).ShouldHave(200).Text.ShouldNotContain("Jansen");
        await ShouldBeWhole(world);
    }

    private static Task<IReadOnlyList<ShownPart>> Parts(World world, string id = ADivision.Id) =>
        world.Get<Veil>().PartsOf(ResolutionKind.Facts, new ResolutionKey(id), isPublic: false);

    private static async Task<string> PartOf(World world) => (await Parts(world)).Single(part => part.Says == Why).Name;

    private static async Task<List<string>> Texts(World world) =>
        [.. (await world.Store.Rows(Partitions.Stuurgroep, $"besluit|{ADivision.Id}|gezegd|")).Select(row => $"{row.Row} {row.Data}")];

    private static async Task Veil(World world, string part, string instead = "") => (await world.Anna().Send(
        $"{Desk}/teksten/verbergen", new { onderdeel = part, vervangend = instead, reden = "Er staat een naam in" })).ShouldHave(200);

    private static async Task Unveil(World world, string part) =>
        (await world.Anna().Send($"{Desk}/teksten/weer-tonen", new { onderdeel = part, reden = "Het mag toch" })).ShouldHave(200);

    private static async Task ShouldBeWhole(World world) => (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
}
