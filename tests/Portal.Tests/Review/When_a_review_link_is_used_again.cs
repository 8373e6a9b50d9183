using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Staff;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Review;

public sealed class When_a_review_link_is_used_again
{
    [Fact]
    public async Task It_shows_what_was_decided_by_whom_and_when()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Advise(Wijkagent, "niet-geschikt", "Te dicht bij de weg.");
        var before = await world.Idea(idea);

        var again = (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).ShouldHave(200);

        again.Words.ShouldContain("Advies Niet geschikt");
        again.Words.ShouldContain("Toelichting Te dicht bij de weg.");
        again.Words.ShouldContain("Door Ahmed Kaya, wijkagent");
        again.Words.ShouldContain("Wanneer 2 maart 2026, 10.00 uur");
        again.Text.ShouldNotContain("name=\"toelichting\"");
        (await world.Idea(idea)).ShouldBe(before);
    }

    [Fact]
    public async Task The_same_advice_once_more_is_fine_and_another_one_is_refused()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Advise(Wijkagent, "geschikt");
        var before = await world.Idea(idea);
        var browser = world.NewBrowser();
        var page = await browser.Open(world.ReviewLink(Wijkagent));

        (await browser.Post(page.Path, new { keuze = "geschikt" })).ShouldHave(303).Location.ShouldBe(page.Path);
        var refused = (await browser.Post(page.Path, new { keuze = "niet-geschikt", toelichting = "Toch niet." })).ShouldHave(409);

        refused.Words.ShouldContain("U hebt al een ander advies gegeven. Dat advies geldt.");
        refused.Words.ShouldContain("Advies Geschikt");
        (await world.Idea(idea)).ShouldBe(before);
    }

    [Fact]
    public async Task An_advice_by_a_wrong_press_is_taken_back_and_given_anew()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        await world.Advise(Opbouwwerker, "niet-geschikt", "Te dicht bij de weg.");
        await world.Advise(Wijkagent, "niet-geschikt", "Verkeerd.");
        var mails = world.Mailbox.To(Residents.Submitter).Count;
        await world.AfterMinutes(9);
        var browser = world.NewBrowser();
        var page = (await browser.Open(world.ReviewLink(Wijkagent))).ShouldHave(200);
        page.Words.ShouldContain("Tot dan kunt u uw advies nog terugnemen");
        page.Words.ShouldNotContain("nog bezig");
        await ShouldTellNobody(world, idea);
        (await world.Anna().Get(idea.Case())).Words.ShouldContain("Tot dan kan een lid van het wijkteam het advies terugnemen");

        var back = (await browser.Send(page.Path, new { keuze = "terugnemen", opdracht = page.Hidden("opdracht") })).ShouldHave(200);
        back.Words.ShouldContain("U hebt uw advies teruggenomen");
        back.Text.ShouldContain("Verkeerd.</textarea>", customMessage: "what was typed is there to go on with");
        await world.AfterMinutes(30);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>();
        world.Mailbox.To(Residents.Submitter).Count.ShouldBe(mails, "nobody was told that it ends");

        (await browser.Send(page.Path, new { keuze = "geschikt" })).ShouldHave(200).Words.ShouldContain("Advies Geschikt");
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("nam het advies terug");
        await ShouldTellNobody(world, idea);
        await world.Advise(Opbouwwerker, "terugnemen", "");
        await world.Advise(Opbouwwerker, "geschikt", "Toch mooi.");
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Words.ShouldContain("Toelichting: Toch mooi.");
        await ShouldTellNobody(world, idea);
    }

    /// <summary>What is not decided yet, or was taken back, is told to nobody but the wijkteam and staff.</summary>
    private static async Task ShouldTellNobody(World world, IdeaKey idea)
    {
        foreach (var address in (string[])[idea.Page(), $"/v1{idea.Page()}"])
        {
            var page = (await world.Browser.Get(address)).ShouldHave(200);
            page.Text.ShouldContain("heeft advies gegeven");
            page.Text.ShouldNotContain("niet geschikt", Case.Insensitive, address);
            page.Text.ShouldNotContain("Verkeerd.", Case.Insensitive, address);
            page.Text.ShouldNotContain("Te dicht bij de weg.", Case.Insensitive, address);
        }
        (await world.Anna().Get(idea.Case())).Words.ShouldContain("Verkeerd.");
    }

    [Fact]
    public async Task After_the_mail_an_advice_stands()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        foreach (var reviewer in (string[])[Opbouwwerker, Wijkagent])
            await world.Advise(reviewer, "niet-geschikt", "Te dicht bij de weg.");
        await world.AfterMinutes(10);
        var browser = world.NewBrowser();
        var page = (await browser.Open(world.ReviewLink(Wijkagent))).ShouldHave(200);
        page.Words.ShouldNotContain("terugnemen");
        (await browser.Post(page.Path, new { keuze = "terugnemen" })).ShouldHave(409);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>();
    }

    [Fact]
    public async Task Pressing_the_button_twice_counts_once()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var browser = world.NewBrowser();
        var page = await browser.Open(world.ReviewLink(Wijkagent));
        var form = new { keuze = "vraag", toelichting = "Hoe groot wordt het?", opdracht = page.Hidden("opdracht") };

        (await browser.Post(page.Path, form)).ShouldHave(303);
        var revision = (await world.Idea(idea)).Revision;
        (await browser.Post(page.Path, form)).ShouldHave(303);

        (await world.Idea(idea)).Revision.ShouldBe(revision);
    }

    [Fact]
    public async Task An_older_version_tells_that_the_review_began_again_and_decides_nothing()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var old = world.ReviewLink(Wijkagent);
        await world.Happens(idea, at => new IdeaEvent.ReviewRestarted(at, "anna", "Het bedrag is veranderd."));
        await world.Work();
        var browser = world.NewBrowser();

        var page = (await browser.Open(old)).ShouldHave(200);

        page.Words.ShouldContain("Open de link in de nieuwste mail over dit idee.");
        page.Words.ShouldContain("Reden: Het bedrag is veranderd.");
        page.Text.ShouldNotContain("<form");
        (await browser.Post(page.Path, new { keuze = "geschikt" })).ShouldHave(409).Words.ShouldContain("Gebruik de link in de nieuwste mail.");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Open.Count().ShouldBe(3);

        (await browser.Open(world.ReviewLink(Wijkagent))).Words.ShouldContain("Reden: Het bedrag is veranderd.");
        (await world.Advise(Wijkagent, "geschikt")).ShouldHave(200).Words.ShouldContain("Uw advies is opgeslagen");
    }

    [Fact]
    public async Task Earlier_questions_and_answers_stand_in_the_new_version()
    {
        await using var world = await World.Begin();
        await world.Asked("Wie onderhoudt het bankje?");
        await world.Browser.Press(world.Mailbox.LastTo(Residents.Submitter).Link(), new { antwoord = "Dat doen wij zelf." });
        await world.Work();

        var page = (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).ShouldHave(200);

        page.Words.ShouldContain("Vraag van de wijkbeheerder (gemeente): Wie onderhoudt het bankje?");
        page.Words.ShouldContain("Antwoord van de indiener: Dat doen wij zelf.");
    }

    [Fact]
    public async Task When_the_idea_moved_on_it_tells_what_happened_since()
    {
        await using var world = await World.Begin();
        await world.Granted();
        var browser = world.NewBrowser();

        var page = (await browser.Open(world.ReviewLink(Wijkbeheerder))).ShouldHave(200);

        page.Words.ShouldContain("U hoeft niets meer te doen.");
        page.Words.ShouldContain("Er is geld voor dit idee");
        (await browser.Post(page.Path, new { keuze = "geschikt" })).ShouldHave(409).Words.ShouldContain("Deze stap is al voorbij.");
    }

    [Fact]
    public async Task Who_was_replaced_hears_so()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var link = world.ReviewLink(Wijkagent);
        await world.Happens(idea, at => new IdeaEvent.ReviewerReplaced(at, "anna", Wijkagent, "consulent-domesta", "Met vakantie"));
        var browser = world.NewBrowser();

        var page = (await browser.Open(link)).ShouldHave(200);

        page.Words.ShouldContain("Iemand anders adviseert nu in uw plaats.");
        (await browser.Post(page.Path, new { keuze = "geschikt" })).ShouldHave(409);
    }
}
