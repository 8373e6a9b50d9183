using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Reading;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Progress;

public sealed class When_a_plan_meets_trouble
{
    [Fact]
    public async Task Higher_costs_are_a_question_that_staff_answer()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Send($"{page.Path}?stap=duurder", new { kosten = "600", vraag = "Het hout is duurder. Wat nu?" })).ShouldHave(200)
            .Words.ShouldContain("U hebt een vraag gesteld over de kosten");
        await world.Work();
        world.Mailbox.Mails.ShouldContain(mail => mail.Subject.StartsWith("Een vraag over de kosten") && mail.Text.Contains("€\u00A0600"));

        var staff = world.BrowserOf("anna", "medewerker");
        var form = (await staff.Open($"/medewerkers/ideeen/{idea.Smederij}/{idea.Id}/meerkosten")).ShouldHave(200);
        (await staff.Post(form.Path, new { opdracht = form.Hidden("opdracht"), reden = "Vraag de houthandel om korting." })).ShouldHave(303);
        await world.Work();

        (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200).Words.ShouldContain("Vraag de houthandel om korting.");
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Antwoord: Vraag de houthandel om korting.");
    }

    [Fact]
    public async Task A_plan_that_falls_through_owes_all_its_money()
    {
        await using var world = await World.Begin();
        var before = (await world.Get<Treasury>().LedgerOf(world.Settings())).Available;
        var idea = await world.Released();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Send($"{page.Path}?stap=stopt", new { reden = "Wij mogen daar niet bouwen.", zeker = "ja" })).ShouldHave(200)
            .Words.ShouldContain("Er gaat nog € 450 terug naar de Smederij.");
        await world.Work();

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.GivenBack);
        (await world.Get<Treasury>().LedgerOf(world.Settings())).Available.ShouldBe(before - new Euro(45_000));
        (await world.Browser.Open(idea.Page())).Words.ShouldContain("Wij mogen daar niet bouwen.");
    }

    [Fact]
    public async Task Nothing_stops_without_being_sure()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Post($"{page.Path}?stap=stopt", new { reden = "Wij mogen daar niet bouwen." })).ShouldHave(400);

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>().Amount.ShouldBe(new Euro(45_000));
    }

    [Fact]
    public async Task Pictures_helpers_and_hours_stand_in_the_story()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.PostWithFiles(
            page.Path, new { opdracht = page.Hidden("opdracht"), verslag = "Wij zijn begonnen.", helpers = "6", uren = "40" },
            ("fotos", "begin.png", Attachments.Sample.Read("plain.png")))).ShouldHave(303);

        var story = await world.Browser.Open(idea.Page());
        story.Words.ShouldContain("6 bewoners hielpen mee, samen 40 uur.");
        story.Text.ShouldContain("Foto 1 bij: De bewoners vertellen hoe het gaat");
    }
}
