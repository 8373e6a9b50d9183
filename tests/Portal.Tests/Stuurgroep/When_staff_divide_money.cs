using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_staff_divide_money
{
    private static readonly Dictionary<string, string> Money = new()
    {
        ["periode"] = "2028",
        ["geldgever-1"] = "Gemeente",
        ["geld-1"] = "200.000",
        ["geldgever-2"] = "Domesta",
        ["geld-2"] = "100.000,50",
        ["vast-bedrag"] = "4.000",
    };

    [Fact]
    public async Task The_form_proposes_lines_that_add_up_and_staff_put_them_to_the_seats()
    {
        await using var world = await World.Begin();
        var desk = world.BrowserOf("anna", "medewerker");
        (await desk.Open("/medewerkers/stuurgroep/nieuw")).ShouldHave(200).Text.ShouldContain("value=\"2028\"");

        var draft = (await desk.Send("/medewerkers/stuurgroep/nieuw", Money)).ShouldHave(200);

        draft.Words.ShouldContain("Samen moeten ze precies € 300.000,50 zijn.");
        (await world.Browser.Open($"/stuurgroep/besluiten/{draft.Path.Split('/')[^1]}")).ShouldHave(404);
        (await desk.Send($"{draft.Path}/voorleggen")).ShouldHave(200).Words.ShouldContain("0 leden hebben gestemd; er zijn er 6 nodig.");
        await world.Work();
        world.Mailbox.To("gemeente-bestuur@voorbeeld.example").ShouldHaveSingleItem().Subject.ShouldBe("Stem over: Verdeling van het geld voor 2028");
        (await world.Browser.Open("/stuurgroep")).Words.ShouldContain("Verdeling van het geld voor 2028 De stuurgroep stemt");
    }

    [Fact]
    public async Task Lines_are_changed_by_hand_and_must_add_up()
    {
        await using var world = await World.Begin();
        var desk = world.BrowserOf("anna", "medewerker");
        var draft = await desk.Send("/medewerkers/stuurgroep/nieuw", Money);
        var lines = await Lines(world);
        var form = new Dictionary<string, string>(Money);
        foreach (var line in lines)
            form[$"bedrag-{line.Smederij}"] = Dutch.Euro(line.Amount.Cents);
        form["bedrag-alteveer"] = "1";

        (await desk.Post($"{draft.Path}/bedragen", form)).ShouldHave(409).Words.ShouldContain("niet gelijk aan het geld dat er is");
        (await Lines(world)).ShouldBe(lines);

        var (one, other) = (lines.Single(line => line.Smederij == "alteveer").Amount.Cents, lines.Single(line => line.Smederij == "wolfsbos").Amount.Cents);
        form["bedrag-alteveer"] = Dutch.Euro(one + 10_000);
        form["bedrag-wolfsbos"] = Dutch.Euro(other - 10_000);
        (await desk.Post($"{draft.Path}/bedragen", form)).ShouldHave(303);
        (await Lines(world)).Single(line => line.Smederij == "alteveer").Amount.Cents.ShouldBe(one + 10_000);

        (await desk.Post($"{draft.Path}/bedragen", new Dictionary<string, string>(form) { ["uitrekenen"] = "ja" })).ShouldHave(303);
        (await Lines(world)).ShouldBe(lines);
    }

    [Fact]
    public async Task Staff_see_that_a_year_has_money_already()
    {
        await using var world = await World.Begin();
        var desk = world.BrowserOf("anna", "medewerker");
        (await desk.Send("/medewerkers/stuurgroep/nieuw", Money)).Words.ShouldNotContain("Er is al geld verdeeld");
        (await desk.Send("/medewerkers/stuurgroep/nieuw", new Dictionary<string, string>(Money) { ["periode"] = "2027" })).Words
            .ShouldContain("Dit voorstel komt daar bovenop.");
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_field()
    {
        await using var world = await World.Begin();
        (await world.BrowserOf("anna", "medewerker").Post("/medewerkers/stuurgroep/nieuw", new { periode = "2028", geld1 = "x" })).ShouldHave(400)
            .Words.ShouldContain("Vul minstens één geldgever in.");
    }

    [Fact]
    public async Task Who_may_only_look_changes_nothing()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        var onlooker = world.BrowserOf("carla", "beheerder");
        (await onlooker.Open($"/medewerkers/stuurgroep/{ADivision.Id}")).ShouldHave(200);
        (await onlooker.Post("/medewerkers/stuurgroep/nieuw", Money)).ShouldHave(403);
        (await onlooker.Post($"/medewerkers/stuurgroep/{ADivision.Id}/intrekken", new { reden = "Fout" })).ShouldHave(403);
        (await world.Browser.Get("/medewerkers/stuurgroep")).ShouldHave(401);
    }

    [Fact]
    public async Task A_proposal_is_withdrawn_with_a_reason_that_everyone_reads()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        var desk = world.BrowserOf("anna", "medewerker");
        (await desk.Post($"/medewerkers/stuurgroep/{ADivision.Id}/intrekken", new { reden = "" })).ShouldHave(400);
        (await desk.Send($"/medewerkers/stuurgroep/{ADivision.Id}/intrekken", new { reden = "Er is meer geld." })).ShouldHave(200);
        (await world.Browser.Open($"/stuurgroep/besluiten/{ADivision.Id}")).Words.ShouldContain("Het voorstel is ingetrokken. Reden: Er is meer geld.");
    }

    [Fact]
    public async Task An_adopted_division_is_public_with_its_sources_lines_voices_and_reasons()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Happens(at => new ResolutionEvent.VoiceGiven(at, "bewoner-noord", false, Voice.Against, "Het centrum krijgt veel."));
        await world.Say(Voice.For, 6);
        var page = (await world.Browser.Open($"/stuurgroep/besluiten/{ADivision.Id}")).ShouldHave(200);
        page.Words.ShouldContain("Aangenomen");
        page.Words.ShouldContain("Gemeente € 200.000,00 Woonconcept € 100.000,01 Samen € 300.000,01");
        page.Words.ShouldContain("bewoner, wijken in het noorden Tegen Het centrum krijgt veel.");
        page.Words.ShouldNotContain("Annet Mulder");
    }

    private static async Task<IReadOnlyList<Line>> Lines(World world)
    {
        var id = (await world.Get<ResolutionArchive>().List())[0].Id;
        return [.. ((Subject.Allotment)(await world.Resolution(id)).Subject).Lines];
    }
}
