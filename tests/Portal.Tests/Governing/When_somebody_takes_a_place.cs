using System.Text.RegularExpressions;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_somebody_takes_a_place
{
    private const string Place = $"/beheer/mensen/{World.Village}_{Wijkagent}";

    [Fact]
    public async Task What_waits_goes_to_the_successor_and_what_was_decided_stays_of_the_one_before()
    {
        await using var world = await World.Begin();
        var decided = await world.InReview();
        (await world.Advise(Wijkagent, "geschikt")).ShouldHave(200);
        await world.After(1);
        var waiting = await world.InReview(Residents.AnIdea with { titel = "Een schommel", email = "piet@voorbeeld.example" });
        var old = world.ReviewLink(Wijkagent);

        await Propose(world, new { naam = "Sanne Bos", email = "sanne@voorbeeld.example", iemand_anders = "ja" });
        (await world.NewBrowser().Open(old)).ShouldHave(200);
        (await world.Gijs().Open("/beheer")).Words.ShouldContain("Er liggen voorstellen over mensen");
        (await Agree(world.Fatima())).ShouldHave(409).Words.ShouldContain("Vraag een andere beheerder");
        (await Agree(world.Gijs())).ShouldHave(200).Words.ShouldContain("Sanne Bos");
        await world.Work();

        (await world.NewBrowser().Open(old)).ShouldHave(410).Words.ShouldContain("iemand anders heeft nu deze plek");
        world.Mailbox.To("sanne@voorbeeld.example").ShouldHaveSingleItem().Text.ShouldContain("Een schommel");
        (await world.NewBrowser().Press(world.Mailbox.LastTo("sanne@voorbeeld.example").Link(), new { keuze = "geschikt", toelichting = "" }))
            .ShouldHave(200);
        await world.Work();
        (await world.Anna().Open(waiting.Case(""))).Words.ShouldContain("Door: Sanne Bos");
        var history = (await world.Anna().Open(decided.Case(""))).ShouldHave(200).Words;
        history.ShouldContain("Door: Ahmed Kaya");
        history.ShouldNotContain("Door: Sanne Bos");
        (await world.Fatima().Open(Place)).Words.ShouldContain("Ahmed Kaya, tot 3 maart 2026");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_name_of_who_held_it_is_taken_away_and_the_function_stays()
    {
        await using var world = await World.Begin();
        var decided = await world.InReview();
        (await world.Advise(Wijkagent, "geschikt")).ShouldHave(200);
        await world.After(1);
        await Propose(world, new { naam = "Sanne Bos", email = "sanne@voorbeeld.example", iemand_anders = "ja" });
        (await Agree(world.Gijs())).ShouldHave(200);
        await world.Work();
        (await world.Anna().Open(Place)).ShouldHave(200).Words.ShouldNotContain("weghalen", customMessage: "who may only look is offered nothing");

        var page = (await world.Fatima().Open(Place)).ShouldHave(200);
        var question = (await world.Fatima().Open(Regex.Match(page.Text, $"{Place}\\?tot=[0-9]+").Value)).ShouldHave(200);
        question.Words.ShouldContain("Wilt u de naam van Ahmed Kaya weghalen?");
        var form = question.Form();
        form["tot"].ShouldNotBeEmpty();
        (await world.Anna().Post($"{Place}/naam-weghalen", form)).ShouldHave(403);
        (await world.Fatima().Send($"{Place}/naam-weghalen", form)).ShouldHave(200).Words.ShouldContain("Naam weggehaald, tot 3 maart 2026");

        var history = (await world.Anna().Open(decided.Case(""))).ShouldHave(200).Words;
        history.ShouldContain("Door: wijkagent");
        history.ShouldNotContain("Ahmed Kaya");
        foreach (var partition in (string[])[World.Village, Partitions.Settings])
            await foreach (var row in world.Store.All(partition, new RowRange(" ", "~~~~")))
                row.Data.ShouldNotContain("Ahmed Kaya", customMessage: row.Row);
        (await world.Fatima().Send($"{Place}/naam-weghalen", form)).ShouldHave(200);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_name_of_who_holds_it_now_stays()
    {
        await using var world = await World.Begin();
        var form = (await world.Fatima().Open(Place)).ShouldHave(200).Form();
        form["tot"] = "nu";
        (await world.Fatima().Post($"{Place}/naam-weghalen", form)).ShouldHave(409).Words.ShouldContain("Deze persoon zit nu op deze plek");
        await Propose(world, new { naam = "Sanne Bos", email = "sanne@voorbeeld.example", iemand_anders = "ja" });
        (await Agree(world.Gijs())).ShouldHave(200);
        (await world.Fatima().Post($"{Place}/naam-weghalen", form)).ShouldHave(409).Words.ShouldContain("Deze persoon zit nu op deze plek");
        (await world.Fatima().Open(Place)).Words.ShouldContain("Sanne Bos");
    }

    [Fact]
    public async Task Another_telephone_number_of_the_same_person_ends_no_link()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await Propose(world, new { naam = "Ahmed Kaya", email = MailboxOf(Wijkagent), telefoon = "0528 11 22 33", iemand_anders = "nee" });
        (await Agree(world.Fatima())).ShouldHave(200).Words.ShouldContain("0528 11 22 33");
        await world.Work();
        (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).ShouldHave(200);
        world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Another_mailbox_of_the_same_person_takes_two_administrators()
    {
        await using var world = await World.Begin();
        await Propose(world, new { naam = "Ahmed Kaya", email = "kaya@voorbeeld.example", iemand_anders = "nee" });
        (await Agree(world.Fatima())).ShouldHave(409);
        (await Agree(world.Gijs())).ShouldHave(200);
        await world.Work();
        await world.InReview();
        world.Mailbox.To("kaya@voorbeeld.example").ShouldHaveSingleItem();
    }

    /// <summary>Wherever the machine stops, the place is passed on once it goes on, and each mail goes out once.</summary>
    [Fact]
    public async Task A_stop_after_any_commit_leaves_nothing_half_passed_on()
    {
        for (var commits = 1; commits < 8; commits++)
        {
            await using var world = await World.Begin();
            var idea = await world.InReview();
            var old = world.ReviewLink(Wijkagent);
            await Propose(world, new { naam = "Sanne Bos", email = "sanne@voorbeeld.example", iemand_anders = "ja" });
            var (left, gijs) = (commits, world.Gijs());
            var form = (await gijs.Open(Place)).Form();
            world.Store.After = (_, _) =>
            {
                if (--left == 0)
                    throw new StoreUnavailableException("The machine stops.", new IOException());
            };
            await gijs.Post($"{Place}/vaststellen", form);
            world.Store.After = null;
            await gijs.Post($"{Place}/vaststellen", form);
            await world.Get<WorkList>().PerformDue(new WorkKey(Partitions.Settings, $"plek-{World.Village}_{Wijkagent}"));
            // As the sweep does for what nobody woke.
            await world.Get<WorkList>().PerformDue(idea);
            await world.Work();
            (await world.NewBrowser().Open(old)).ShouldHave(410);
            world.Mailbox.To("sanne@voorbeeld.example").ShouldHaveSingleItem($"stopped after commit {commits}");
            (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_seat_of_the_stuurgroep_hears_what_is_open()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        var old = world.Mailbox.LastTo("politie@voorbeeld.example").Link();
        const string Seat = "/beheer/mensen/stuurgroep_politie";
        await world.Fatima().Send(Seat, Form(await world.Fatima().Open(Seat), new { naam = "Els Vos", email = "els@voorbeeld.example",
            iemand_anders = "ja" }));
        (await world.Gijs().Send($"{Seat}/vaststellen", (await world.Gijs().Open(Seat)).Form())).ShouldHave(200);
        await world.Work();
        (await world.NewBrowser().Open(old)).ShouldHave(410);
        (await world.NewBrowser().Open(world.Mailbox.LastTo("els@voorbeeld.example").Link())).ShouldHave(200);
    }

    private static async Task Propose(World world, object fields) =>
        (await world.Fatima().Send(Place, Form(await world.Fatima().Open(Place), fields))).ShouldHave(200);

    private static async Task<Answer> Agree(Browser browser) => await browser.Send($"{Place}/vaststellen", (await browser.Open(Place)).Form());

    private static Dictionary<string, string> Form(Answer page, object fields)
    {
        var form = page.ShouldHave(200).Form();
        foreach (var field in fields.GetType().GetProperties())
            form[field.Name.Replace('_', '-')] = $"{field.GetValue(fields)}";
        return form;
    }
}
