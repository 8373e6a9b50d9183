using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Managing;

public sealed class When_the_submitter_looks_after_the_idea
{
    [Fact]
    public async Task The_page_tells_how_it_is()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.Work();

        var page = (await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link())).ShouldHave(200);

        page.Words.ShouldContain("Zoekt steun");
        page.Words.ShouldContain("Steun 0 van de 5 supporters");
        page.Words.ShouldContain("Uiterlijk maandag 30 maart 2026");
    }

    [Fact]
    public async Task It_leads_to_what_is_asked_now_also_when_that_mail_is_lost()
    {
        await using var world = await World.Begin();
        var idea = await world.Asked();
        var manage = world.Mailbox.LastTo(Submitter).Links()[^1];
        var page = (await world.Browser.Open(manage)).ShouldHave(200);
        var way = System.Text.RegularExpressions.Regex.Match(page.Text, "/link/[A-Za-z0-9_-]+").Value;

        (await world.Browser.Press(way, new { antwoord = "Dat doen wij zelf." })).ShouldHave(200);

        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.InReview);
    }

    [Fact]
    public async Task Withdrawing_takes_a_tick_as_well_as_the_button()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        var manage = world.Mailbox.LastTo(Submitter).Links()[^1];
        var page = (await world.Browser.Open(manage)).ShouldHave(200);
        page.Text.ShouldNotContain("checked");

        (await world.Browser.Post(page.Path)).ShouldHave(400).Words.ShouldContain("Zet een vinkje");
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Granted);

        var gone = (await world.Browser.Press(manage, new { zeker = "ja" })).ShouldHave(200);
        gone.Words.ShouldContain("De indiener is met dit idee gestopt.");
        gone.Text.ShouldNotContain("<form");
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Withdrawn);
        (await world.Browser.Post(page.Path, new { zeker = "ja" })).ShouldHave(303);
    }

    [Fact]
    public async Task After_the_money_is_paid_there_is_no_way_out_here()
    {
        await using var world = await World.Begin();
        await world.Granted();
        var manage = world.Mailbox.LastTo(Submitter).Links()[^1];
        var idea = await world.LastIn(IdeaPhase.Granted);
        await world.Happens(idea, at => new IdeaEvent.AccountGiven(at));
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "anna", 0));
        await world.Happens(idea, at => new IdeaEvent.ReleaseApproved(at, "bert", 0));

        var page = (await world.Browser.Open(manage)).ShouldHave(200);

        page.Text.ShouldNotContain("<form");
        page.Words.ShouldContain("Vertellen hoe het gaat");
        (await world.Browser.Post(page.Path, new { zeker = "ja" })).ShouldHave(409).Words.ShouldContain("Het geld is al uitbetaald.");
    }
}
