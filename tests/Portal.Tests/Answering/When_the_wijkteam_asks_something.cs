using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Answering;

public sealed class When_the_wijkteam_asks_something
{
    [Fact]
    public async Task The_submitter_answers_and_everybody_reviews_again()
    {
        await using var world = await World.Begin();
        var idea = await world.Asked("Wie onderhoudt het bankje?");
        var link = world.Mailbox.LastTo(Submitter).Link();

        var page = (await world.Browser.Open(link)).ShouldHave(200);
        page.Words.ShouldContain("Wie onderhoudt het bankje?");
        page.Words.ShouldContain("Antwoorden kan tot en met maandag 16 maart 2026.");
        (await world.Browser.Press(link, new { antwoord = "Dat doen wij zelf." })).ShouldHave(200).Words.ShouldContain("Uw antwoord is verstuurd");

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Version.ShouldBe(2);
        var again = (await world.Browser.Open(link)).ShouldHave(200);
        again.Words.ShouldContain("U gaf dit antwoord op 2 maart 2026, 10.00 uur.");
        again.Words.ShouldContain("Dat doen wij zelf.");
        again.Text.ShouldNotContain("<form");
    }

    [Fact]
    public async Task An_empty_answer_is_no_answer()
    {
        await using var world = await World.Begin();
        var idea = await world.Asked();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Post(page.Path, new { antwoord = "  " })).ShouldHave(400).Words.ShouldContain("Schrijf uw antwoord op.");

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.AwaitingAnswer);
    }

    [Fact]
    public async Task The_link_in_the_reminder_works_as_well()
    {
        await using var world = await World.Begin();
        var idea = await world.Asked();
        await world.After(days: 10);
        var reminder = world.Mailbox.LastTo(Submitter);
        reminder.Subject.ShouldStartWith("Wij wachten op uw antwoord");

        (await world.Browser.Press(reminder.Link(), new { antwoord = "Dat doen wij zelf." })).ShouldHave(200);

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.InReview);
    }

    [Fact]
    public async Task After_two_weeks_it_is_too_late()
    {
        await using var world = await World.Begin();
        var idea = await world.Asked();
        var link = world.Mailbox.LastTo(Submitter).Link();
        await world.After(days: 15);

        var page = (await world.Browser.Open(link)).ShouldHave(200);

        page.Words.ShouldContain("Antwoorden kan niet meer");
        (await world.Browser.Post(page.Path, new { antwoord = "Toch nog." })).ShouldHave(409).Words.ShouldContain("Dit idee is afgesloten.");
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Expired);
    }
}
