using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>An idea that was found not suitable by mistake, and whose submitter was told so: two members of the staff can put that right.</summary>
public sealed class When_an_idea_is_reviewed_again
{
    [Fact]
    public async Task Two_people_have_to_agree_and_the_reason_stands_on_the_page()
    {
        await using var world = await World.Begin();
        var idea = await Declined(world);
        var old = world.ReviewLink(Wijkagent);
        (await world.Anna().Send(idea.Case("heropenen"), new { reden = "" })).ShouldHave(400);
        var first = (await world.Anna().Send(idea.Case("heropenen"), new { reden = "Er is op de verkeerde knop gedrukt" })).ShouldHave(200);
        first.Words.ShouldContain("Nu moet een andere medewerker akkoord geven");
        (await world.Anna().Send(idea.Case("heropenen"), new { reden = "Ik vind het nog steeds" })).ShouldHave(409)
            .Words.ShouldContain("Een andere medewerker moet het tweede akkoord geven");
        (await world.Idea(idea)).State.Phase.ShouldBe(IdeaPhase.Declined);
        await world.Work();
        world.Mailbox.To("vrijgave@voorbeeld.example").ShouldHaveSingleItem("a colleague hears that a second one is needed").Subject
            .ShouldStartWith("Akkoord nodig om opnieuw te beoordelen");

        (await world.Bert().Get(idea.Case("heropenen"))).ShouldHave(200).Words.ShouldContain("Er is op de verkeerde knop gedrukt");
        (await world.Bert().Send(idea.Case("heropenen"), new { reden = "" })).ShouldHave(200)
            .Words.ShouldContain("Het wijkteam beoordeelt het idee opnieuw");
        await world.Work();
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Version.ShouldBe(2);
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Er is op de verkeerde knop gedrukt");
        world.Mailbox.LastTo(Residents.Submitter).Subject.ShouldStartWith("Het wijkteam kijkt opnieuw naar uw idee");

        (await world.NewBrowser().Open(old)).ShouldHave(200).Words.ShouldContain("Open de link in de nieuwste mail");
        (await world.NewBrowser().Open(world.ReviewLink(Wijkagent))).ShouldHave(200).Words.ShouldContain("Reden: Er is op de verkeerde knop gedrukt");
    }

    [Fact]
    public async Task Who_may_only_look_opens_nothing_again()
    {
        await using var world = await World.Begin();
        var idea = await Declined(world);
        (await world.BrowserOf("kijker").Post(idea.Case("heropenen"), new { reden = "Toch" })).Status.ShouldBeOneOf(401, 403);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Ended>().ReopenedFirstBy.ShouldBeNull();
    }

    private static async Task<IdeaKey> Declined(World world)
    {
        var idea = await world.InReview();
        foreach (var reviewer in (string[])[Opbouwwerker, Wijkagent])
            await world.Advise(reviewer, "niet-geschikt", "Te dicht bij de weg.");
        await world.AfterMinutes(10);
        return idea;
    }
}
