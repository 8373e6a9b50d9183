using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_a_mail_cannot_be_delivered
{
    [Fact]
    public async Task The_board_warns_and_the_list_says_what_went_wrong()
    {
        await using var world = await Undelivered();
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("1 bericht is niet aangekomen.");
        var words = (await world.Anna().Get("/medewerkers/berichten")).ShouldHave(200).Words;
        words.ShouldContain("Mail aan de indiener");
        words.ShouldContain("This mailbox does not exist.");
        words.ShouldNotContain(Residents.Submitter);
    }

    [Fact]
    public async Task It_can_be_tried_again_from_the_start()
    {
        await using var world = await Undelivered();
        world.Mailbox.Refused.Clear();
        var address = await Failed(world);
        for (var twice = 0; twice < 2; twice++)
            (await world.Anna().Post($"{address}/opnieuw")).ShouldHave(303);
        await world.Work();
        world.Mailbox.To(Residents.Submitter).Count.ShouldBe(1);
        (await world.Anna().Get("/medewerkers/berichten")).Words.ShouldContain("Er is niets blijven liggen.");
    }

    [Fact]
    public async Task It_can_go_out_on_paper_and_the_history_says_so()
    {
        await using var world = await Undelivered();
        var address = await Failed(world);
        var letter = (await world.Anna().Get($"{address}/brief")).ShouldHave(200);
        letter.Words.ShouldContain("Beste Jannie de Vries,");
        letter.Text.ShouldNotContain("/link/");
        (await world.Anna().Post($"{address}/brief", new { reden = "" })).ShouldHave(400);
        var page = (await world.Anna().Press($"{address}/brief", new { reden = "De mailbox bestaat niet meer" })).ShouldHave(200);
        page.Words.ShouldContain("per brief");
        page.Words.ShouldContain("De mailbox bestaat niet meer");
        (await world.Anna().Get("/medewerkers/berichten")).Words.ShouldContain("Er is niets blijven liggen.");
    }

    [Fact]
    public async Task The_address_is_put_right_in_two_presses_and_stands_in_no_address_of_a_page()
    {
        await using var world = await Undelivered();
        var anna = world.Anna();
        var list = (await anna.Get("/medewerkers/berichten")).ShouldHave(200);
        list.Words.ShouldContain("Verbeter het e-mailadres");
        list.Text.ShouldNotContain(Residents.Submitter);
        var address = await Failed(world);
        list.Text.ShouldContain($"{address}/persoon");
        var page = (await anna.Post($"{address}/persoon", new { lezer = list.Hidden("lezer") })).ShouldHave(200);
        page.Words.ShouldContain("Jannie de Vries");
        page.Words.ShouldContain("Goed e-mailadres");
        page.Hidden("zoek-email").ShouldBe(Residents.Submitter);
        page.Path.ShouldNotContain("@");
        (await anna.Post("/medewerkers/personen", new Dictionary<string, string>
        {
            ["zoek-email"] = page.Hidden("zoek-email"), ["stap"] = "verbeter", ["email"] = "goed@voorbeeld.example", ["reden"] = "Tikfout",
            ["opdracht"] = page.Hidden("opdracht"),
        })).ShouldHave(200);
        await world.Work();
        world.Mailbox.LastTo("goed@voorbeeld.example").Subject.ShouldBe("Bevestig uw idee");
        (await anna.Get("/medewerkers/berichten")).Words.ShouldContain("Er is niets blijven liggen.", customMessage: "nobody can send it a second time");
        (await anna.Get("/medewerkers")).Words.ShouldNotContain("niet aangekomen");
    }

    [Fact]
    public async Task Looking_at_whom_it_did_not_reach_is_a_look_and_asks_for_a_fresh_sign_in()
    {
        await using var world = await Undelivered();
        var address = await Failed(world);
        var key = (await world.Anna().Get("/medewerkers/berichten")).Hidden("lezer");
        (await world.BrowserOf("zij", "beheerder").Post($"{address}/persoon", new { lezer = key })).ShouldHave(403).Text.ShouldNotContain("Jannie");
        var old = world.Anna();
        old.Staff = old.Staff! with { SignedInAt = world.Clock.GetUtcNow().AddMinutes(-11) };
        (await old.Post($"{address}/persoon", new { lezer = key })).ShouldHave(401).Text.ShouldNotContain("Jannie");
        (await world.Anna().Post($"{address}/persoon", new { lezer = "iemand anders" })).ShouldHave(404);
        (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0])).ShouldBeEmpty();
        (await world.Anna().Post($"{address}/persoon", new { lezer = key })).ShouldHave(200);
        (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0]))
            .Select(row => row.Read(WorkJson.Default.Look).What).ShouldBe([LookKind.Person]);
    }

    [Fact]
    public async Task Mails_that_wait_too_long_are_told_apart()
    {
        await using var world = await World.Begin();
        (await world.Browser.Post("/smederijen/alteveer/ideeen/nieuw", Residents.AnIdea)).ShouldHave(303);
        world.Clock.MoveTo(World.Monday.AddMinutes(6));
        (await world.Anna().Get("/medewerkers")).Words.ShouldContain("1 bericht wacht langer dan 5 minuten.");
    }

    [Fact]
    public async Task What_is_not_in_the_list_is_not_found()
    {
        await using var world = await World.Begin();
        (await world.Anna().Get("/medewerkers/berichten/alteveer/x/1/brief")).ShouldHave(404);
        (await world.Anna().Get("/medewerkers/berichten/alteveer/x/veel/brief")).ShouldHave(404);
    }

    private static async Task<World> Undelivered()
    {
        var world = await World.Begin();
        world.Mailbox.Refused.Add(Residents.Submitter);
        (await world.Browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea)).ShouldHave(303);
        await world.Work();
        return world;
    }

    private static async Task<string> Failed(World world)
    {
        var idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        var row = (await world.Store.Query(idea.Smederij, Keys.FailedOf(idea.Id))).Rows.ShouldHaveSingleItem();
        return $"/medewerkers/berichten/{idea.Smederij}/{idea.Id}/{int.Parse(row.Row.Split('|')[2], System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
