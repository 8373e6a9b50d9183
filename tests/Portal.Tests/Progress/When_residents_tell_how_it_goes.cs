using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Progress;

public sealed class When_residents_tell_how_it_goes
{
    [Fact]
    public async Task What_they_tell_stands_in_the_story_of_the_idea()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var link = world.Mailbox.LastTo(Submitter).Link();

        var page = (await world.Browser.Press(link, new { verslag = "Het hout is er." })).ShouldHave(200);

        page.Words.ShouldContain("Het hout is er.");
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>().Reports.ShouldBe(1);
    }

    [Fact]
    public async Task Nothing_written_is_no_report()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Post(page.Path)).ShouldHave(400).Words.ShouldContain("Schrijf op hoe het gaat.");

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Released>().Reports.ShouldBe(0);
    }

    [Fact]
    public async Task When_the_plan_is_done_there_is_nothing_more_to_tell()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        var link = world.Mailbox.LastTo(Submitter).Link();
        await world.Happens(idea, at => new IdeaEvent.PlanCompleted(at, new Smederijen.Domain.Money.Euro(45_000)));

        var page = (await world.Browser.Open(link)).ShouldHave(200);

        page.Text.ShouldNotContain("<form");
        (await world.Browser.Post(page.Path, new { verslag = "Nog iets." })).ShouldHave(409);
    }
}
