using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;

namespace Smederijen.Portal.Tests.Reporting;

public sealed class When_somebody_reports_something
{
    [Fact]
    public async Task Staff_see_it_on_the_board_until_one_of_them_dealt_with_it()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var form = (await world.Browser.Get($"{idea.Page()}/melden")).ShouldHave(200);
        form.Words.ShouldContain("Het is beledigend, dreigend of discriminerend");
        (await world.Browser.Send($"{idea.Page()}/melden", new { reden = "kwetsend", toelichting = "De tweede zin", opdracht = form.Hidden("opdracht") }))
            .ShouldHave(200).Words.ShouldContain("Bedankt voor uw melding");
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain("1 melding van een bezoeker");
        var list = (await world.Anna().Get("/medewerkers/meldingen")).ShouldHave(200);
        list.Words.ShouldContain("De tweede zin");
        list.Text.ShouldContain(idea.Case());
        var id = (await world.Store.Rows(Partitions.Reports, "open|")).ShouldHaveSingleItem().Row["open|".Length..];
        (await world.Anna().Send($"/medewerkers/meldingen/{id}")).ShouldHave(200).Words.ShouldContain("Er zijn geen meldingen");
        (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("melding van een bezoeker");
        (await world.Store.Rows(Partitions.Reports, "klaar|")).ShouldHaveSingleItem().Data.ShouldContain("\"by\":\"anna\"");
    }

    [Fact]
    public async Task Sending_it_twice_is_one_report_and_nobody_is_named_in_it()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        for (var i = 0; i < 2; i++)
            (await world.Browser.Post($"{idea.Page()}/melden", new { reden = "misbruik", opdracht = "zelfde" })).ShouldHave(303);
        var row = (await world.Store.Rows(Partitions.Reports, "open|")).ShouldHaveSingleItem();
        row.Data.ShouldNotContain("127.0.0.1");
    }

    [Fact]
    public async Task What_is_missing_is_asked_and_what_was_typed_stays()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Browser.Post($"{idea.Page()}/melden", new { toelichting = "De derde foto" })).ShouldHave(400).Text.ShouldContain("De derde foto");
        (await world.Browser.Post($"{idea.Page()}/melden", new { reden = "anders" })).ShouldHave(400).Words.ShouldContain("Schrijf op wat er niet goed is.");
    }

    [Fact]
    public async Task Of_an_idea_that_nobody_can_see_nothing_can_be_reported()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        (await world.Browser.Get($"{idea.Page()}/melden")).ShouldHave(404);
        (await world.Browser.Post($"{idea.Page()}/melden", new { reden = "misbruik" })).ShouldHave(404);
    }

    [Fact]
    public async Task A_report_is_dealt_with_once_and_who_comes_second_reads_so()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Browser.Post($"{idea.Page()}/melden", new { reden = "misbruik" })).ShouldHave(303);
        (await world.Anna().Get("/medewerkers/meldingen")).ShouldHave(200).Words.ShouldContain(Residents.AnIdea.titel);
        var id = (await world.Store.Rows(Partitions.Reports, "open|")).ShouldHaveSingleItem().Row["open|".Length..];
        (await world.Anna().Send($"/medewerkers/meldingen/{id}")).ShouldHave(200).Words.ShouldContain("De melding is afgehandeld");
        (await world.Anna().Send($"/medewerkers/meldingen/{id}")).ShouldHave(200).Words.ShouldContain("Een collega was u voor");
        (await world.Anna().Send("/medewerkers/meldingen/bestaat-niet")).ShouldHave(200).Words.ShouldNotContain("is afgehandeld");
    }

    [Fact]
    public async Task The_page_of_the_idea_says_what_was_reported_and_what_became_of_it()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var other = await world.SubmitAndConfirm(Residents.AnIdea with { email = "els@voorbeeld.example" });
        (await world.Anna().Get(idea.Case())).ShouldHave(200).Words.ShouldNotContain("Meldingen van bezoekers");
        (await world.Browser.Post($"{idea.Page()}/melden", new { reden = "misbruik", toelichting = "Piet verkoopt dit" })).ShouldHave(303);
        var page = (await world.Anna().Get(idea.Case())).ShouldHave(200);
        page.Words.ShouldContain("Meldingen van bezoekers Gemeld op 2 maart 2026");
        page.Words.ShouldContain("Het is reclame of bedrog. Wacht op een medewerker");
        page.Words.ShouldNotContain("Piet verkoopt dit");
        page.Text.ShouldContain("href=\"/medewerkers/meldingen\"");

        await Settle(world, "niets-aan-de-hand");
        (await world.Bert().Get(idea.Case())).ShouldHave(200).Words.ShouldContain("Bekeken door anna op 2 maart 2026");
        (await world.Bert().Get(idea.Case())).Words.ShouldContain(": niets aan de hand.");
        (await world.Bert().Get(other.Case())).ShouldHave(200).Words.ShouldNotContain("Meldingen van bezoekers");
    }

    [Fact]
    public async Task The_page_of_a_plan_says_so_too()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();
        (await world.Browser.Post($"{plan.PublicPath}/melden", new { reden = "kwetsend" })).ShouldHave(303);
        (await world.Anna().Get(plan.StaffPath)).ShouldHave(200).Words.ShouldContain("dreigend of discriminerend. Wacht op een medewerker");
        await Settle(world, "");
        (await world.Anna().Get(plan.StaffPath)).ShouldHave(200).Words.ShouldContain("Afgehandeld door anna op 2 maart 2026");
    }

    private static async Task Settle(World world, string outcome)
    {
        var id = (await world.Store.Rows(Partitions.Reports, "open|")).ShouldHaveSingleItem().Row["open|".Length..];
        (await world.Anna().Send($"/medewerkers/meldingen/{id}", new { uitkomst = outcome })).ShouldHave(200).Words.ShouldContain("De melding is afgehandeld");
    }

    [Fact]
    public async Task A_report_that_was_dealt_with_is_forgotten_after_a_year()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        (await world.Browser.Post($"{idea.Page()}/melden", new { reden = "misbruik" })).ShouldHave(303);
        var id = (await world.Store.Rows(Partitions.Reports, "open|")).ShouldHaveSingleItem().Row["open|".Length..];
        await world.Anna().Send($"/medewerkers/meldingen/{id}");
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMonths(11));
        await world.Get<Portal.Work.Reports>().ForgetOld();
        (await world.Store.Rows(Partitions.Reports, "klaar|")).Count.ShouldBe(1);
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMonths(2));
        await world.Get<Portal.Work.Reports>().ForgetOld();
        (await world.Store.Rows(Partitions.Reports, "")).ShouldBeEmpty();
    }
}
