using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

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
