using System.Text.RegularExpressions;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Security;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Governing;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Review;

public sealed class When_a_reviewer_asks_for_all_reviews
{
    private const string Asking = "/beoordelaar";

    [Fact]
    public async Task The_page_lists_what_waits_and_what_was_decided()
    {
        await using var world = await World.Begin();
        await world.InReview();
        (await world.Advise(Wijkagent, "geschikt")).ShouldHave(200);
        await world.After(1);
        await world.InReview(Residents.AnIdea with { titel = "Een schommel", email = "piet@voorbeeld.example" });

        var page = (await world.NewBrowser().Open(await LinkFor(world, MailboxOf(Wijkagent)))).ShouldHave(200);

        page.Words.ShouldContain("Een schommel : adviseren kan tot en met");
        page.Words.ShouldContain("Een bankje bij de vijver Uw advies: Geschikt, op 2 maart 2026");
        page.Words.ShouldNotContain("Kaya", customMessage: "nothing of people");
        page.Words.ShouldContain("Mijn advies bekijken of terugnemen", customMessage: "that review still runs");
    }

    [Fact]
    public async Task What_waits_is_decided_from_the_page_and_moves_to_what_was_decided()
    {
        await using var world = await World.Begin();
        await world.InReview();
        var browser = world.NewBrowser();
        var page = (await browser.Open(await LinkFor(world, MailboxOf(Wijkagent)))).ShouldHave(200);
        page.Words.ShouldContain("Er is nog niets.");

        (await browser.Press(LinkOn(page), new { keuze = "niet-geschikt", toelichting = "Te dicht bij de weg." })).ShouldHave(200);

        var after = (await browser.Open(page.Path)).ShouldHave(200);
        after.Words.ShouldContain("Er wacht nu niets op u.");
        after.Words.ShouldContain("Uw advies: Niet geschikt");
        after.Words.ShouldNotContain("Te dicht bij de weg", customMessage: "titles only");
        (await browser.Press(LinkOn(after), new { keuze = "terugnemen" })).ShouldHave(200);
        var back = (await browser.Open(page.Path)).ShouldHave(200).Words;
        back.ShouldContain("adviseren kan tot en met");
        back.ShouldNotContain("Uw advies:");
    }

    [Fact]
    public async Task Looking_changes_nothing()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var link = await LinkFor(world, MailboxOf(Wijkagent));
        var (before, mails, commits) = (await world.Idea(idea), world.Mailbox.Mails.Count, 0);
        world.Store.After = (_, _) => commits++;
        (await world.NewBrowser().Open(link)).ShouldHave(200);
        (await world.NewBrowser().Open(link)).ShouldHave(200);
        commits.ShouldBe(0);
        (await world.Idea(idea)).ShouldBe(before);
        world.Mailbox.Mails.Count.ShouldBe(mails);
    }

    [Fact]
    public async Task Who_is_in_no_wijkteam_gets_the_same_answer_and_no_mail()
    {
        await using var world = await World.Begin();
        var known = await Ask(world, MailboxOf(Wijkagent));
        var unknown = await Ask(world, "niemand@voorbeeld.example");
        unknown.Path.ShouldBe(known.Path);
        unknown.Text.ShouldBe(known.Text);
        unknown.Words.ShouldContain("Als dit adres bij een wijkteam hoort, krijgt u een mail");
        world.Mailbox.Mails.ShouldHaveSingleItem().ToAddress.ShouldBe(MailboxOf(Wijkagent));
        await foreach (var row in world.Store.All(Partitions.Settings, new RowRange(" ", "~~~~")))
            row.Data.ShouldNotContain("niemand@voorbeeld.example", customMessage: "what anybody typed is kept nowhere");
    }

    [Fact]
    public async Task A_press_that_comes_twice_gives_one_mail_and_one_without_an_address_none()
    {
        await using var world = await World.Begin();
        var browser = world.NewBrowser();
        var form = (await browser.Open(Asking)).ShouldHave(200).Form();
        (await browser.Post(Asking, form)).ShouldHave(400).Words.ShouldContain("e-mailadres");
        form["email"] = MailboxOf(Wijkagent);
        (await browser.Post(Asking, form)).ShouldHave(303);
        (await browser.Post(Asking, form)).ShouldHave(303);
        await world.Work();
        world.Mailbox.Mails.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nobody_floods_a_mailbox_with_it()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < Limit.UnconfirmedPerMailbox.Times; i++)
            await Ask(world, MailboxOf(Wijkagent));
        (await world.NewBrowser().Press(Asking, new { email = MailboxOf(Wijkagent) })).ShouldHave(429);
        world.Mailbox.To(MailboxOf(Wijkagent)).Count.ShouldBe(Limit.UnconfirmedPerMailbox.Times);
    }

    [Fact]
    public async Task One_mail_has_a_link_for_each_place()
    {
        await using var world = await World.Begin();
        await Take(world, Wijkbeheerder, MailboxOf(Wijkagent));
        await Ask(world, MailboxOf(Wijkagent).ToUpperInvariant());
        var mail = world.Mailbox.LastTo(MailboxOf(Wijkagent));
        mail.Links().Count.ShouldBe(2);
        mail.Text.ShouldContain("Alteveer: wijkagent");
        mail.Text.ShouldContain("Alteveer: wijkbeheerder");
    }

    [Fact]
    public async Task The_link_ends_when_somebody_else_takes_the_place_who_sees_nothing_of_before()
    {
        await using var world = await World.Begin();
        await world.InReview();
        (await world.Advise(Wijkagent, "geschikt")).ShouldHave(200);
        var old = await LinkFor(world, MailboxOf(Wijkagent));
        await world.After(1);
        await Take(world, Wijkagent, "sanne@voorbeeld.example");

        (await world.NewBrowser().Open(old)).ShouldHave(410).Words.ShouldContain("iemand anders heeft nu deze plek");
        var count = world.Mailbox.Mails.Count;
        await Ask(world, MailboxOf(Wijkagent));
        world.Mailbox.Mails.Count.ShouldBe(count);
        (await world.NewBrowser().Open(await LinkFor(world, "sanne@voorbeeld.example"))).ShouldHave(200)
            .Words.ShouldNotContain("Uw advies:");
    }

    [Fact]
    public async Task An_old_link_says_where_to_get_a_new_one()
    {
        await using var world = await World.Begin();
        var link = await LinkFor(world, MailboxOf(Wijkagent));
        var browser = world.NewBrowser();
        var page = (await browser.Open(link)).ShouldHave(200);
        await world.After(31);
        (await browser.Open(page.Path)).ShouldHave(410).Text.ShouldContain("href=\"/beoordelaar\"");
    }

    [Fact]
    public async Task What_is_hidden_waits_without_its_title()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Happens(idea, at => new IdeaEvent.PartHidden(
            at, "anna", IdeaEvent.Whole, "Noemt een mens bij naam."));
        await world.Work();
        var words = (await world.NewBrowser().Open(await LinkFor(world, MailboxOf(Wijkagent)))).ShouldHave(200).Words;
        words.ShouldContain("Een idee dat niet op de website staat");
        words.ShouldNotContain("bankje");
    }

    [Fact]
    public async Task What_was_decided_goes_on_on_a_following_page()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < 31; i++)
        {
            await world.InReview(Residents.AnIdea with { titel = $"Idee {i:00}", email = $"bewoner{i}@voorbeeld.example" });
            (await world.Advise(Wijkagent, "niet-geschikt", "Nee.")).ShouldHave(200);
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddSeconds(1));
        }
        var browser = world.NewBrowser();
        var first = (await browser.Open(await LinkFor(world, MailboxOf(Wijkagent)))).ShouldHave(200);
        first.Words.ShouldContain("Idee 11");
        first.Words.ShouldNotContain("Idee 10");
        var next = Regex.Match(first.Text, "href=\"([^\"]*vanaf=[^\"]*)\"").Groups[1].Value;
        var second = (await browser.Open(next)).ShouldHave(200).Words;
        second.ShouldContain("Idee 10");
        second.ShouldNotContain("Idee 11");
        second.ShouldNotContain("Dit wacht op uw advies");
    }

    /// <summary>Asks as people do, and lets the mail go out.</summary>
    private static async Task<Answer> Ask(World world, string email)
    {
        var answer = (await world.NewBrowser().Press(Asking, new { email })).ShouldHave(200);
        await world.Work();
        return answer;
    }

    private static async Task<string> LinkFor(World world, string email)
    {
        await Ask(world, email);
        return world.Mailbox.LastTo(email).Link();
    }

    /// <summary>The first link of ours on a page.</summary>
    private static string LinkOn(Answer page) =>
        Regex.Match(page.Text, "/link/[A-Za-z0-9_-]+").Value;

    private static async Task Take(World world, string place, string email)
    {
        var address = $"/beheer/mensen/{World.Village}_{place}";
        var form = (await world.Fatima().Open(address)).ShouldHave(200).Form();
        (form["naam"], form["email"], form["iemand-anders"]) = ("Sanne Bos", email, "ja");
        (await world.Fatima().Send(address, form)).ShouldHave(200);
        (await world.Gijs().Send($"{address}/vaststellen", (await world.Gijs().Open(address)).Form())).ShouldHave(200);
        await world.Work();
    }
}
