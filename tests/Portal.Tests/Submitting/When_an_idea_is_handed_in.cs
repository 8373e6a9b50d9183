using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Submitting;

public sealed class When_an_idea_is_handed_in
{
    [Fact]
    public async Task It_waits_for_the_link_in_the_mail_and_looking_confirms_nothing()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        var link = world.Mailbox.LastTo(Submitter).Link();

        (await world.Browser.Open(link)).ShouldHave(200).Words.ShouldContain("Ja, dit is mijn idee");
        (await world.Browser.Open(link)).ShouldHave(200);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.AwaitingConfirmation);

        (await world.Browser.Press(link)).ShouldHave(200).Words.ShouldContain("Uw idee is bevestigd");
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.GatheringSupport);
    }

    [Fact]
    public async Task The_same_button_pressed_twice_gives_one_idea_and_one_mail()
    {
        await using var world = await World.Begin();
        var form = AnIdea with { opdracht = "een-druk-op-de-knop" };
        await world.Submit(form);
        await world.Submit(form);
        world.Mailbox.Mails.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_week_to_confirm_does_not_run_while_staff_paused_the_idea()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        await world.Happens(idea, at => new IdeaEvent.Paused(at, "anna", "Proef"));
        await world.After(days: 10);
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.AwaitingConfirmation);
    }

    [Fact]
    public async Task Another_browser_has_no_use_for_the_page_without_the_link()
    {
        await using var world = await World.Begin();
        await world.Submit();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());
        (await world.NewBrowser().Get(page.Path)).ShouldHave(404).Words.ShouldContain("Open de mail en klik op de link.");
    }
}
