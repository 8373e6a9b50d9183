using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_everyone_reads_an_idea
{
    [Fact]
    public async Task The_page_tells_where_it_stands_what_happened_and_what_comes_next()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var words = (await world.Browser.Get(idea.Page())).ShouldHave(200).Words;

        words.ShouldContain("Een bankje bij de vijver");
        words.ShouldContain("Zoekt steun");
        words.ShouldContain("0 van 5 supporters");
        words.ShouldContain("Bedrag € 450");
        words.ShouldContain("Wacht op steun uit de buurt");
        words.ShouldContain("Uiterlijk maandag 30 maart 2026");
        words.ShouldContain("2 maart 2026, 10.00 uur Het idee is ingediend voor € 450");
        words.ShouldContain("De buurt steunt het idee Er zijn nog 5 supporters nodig. Lukt dat niet op tijd, dan stopt het idee.");
    }

    [Fact]
    public async Task It_names_nobody()
    {
        await using var world = await World.Begin();
        var text = (await world.Browser.Get((await world.SubmitAndConfirm()).Page())).Text;
        text.ShouldNotContain("Jannie");
        text.ShouldNotContain(Submitter);
        text.ShouldNotContain("7927 AB");
    }

    [Fact]
    public async Task What_nobody_confirmed_reads_as_what_is_not_there_also_after_it_expired()
    {
        await using var world = await World.Begin();
        var idea = await world.Submit();
        var hidden = (await world.Browser.Get(idea.Page())).ShouldHave(404);
        hidden.Words.ShouldBe((await world.Browser.Get($"/smederijen/{World.Village}/ideeen/00000000000000")).ShouldHave(404).Words);

        await world.After(days: 10);
        (await world.Browser.Get(idea.Page())).ShouldHave(404);
        (await world.Browser.Get($"/smederijen/{World.Village}?fase=verlopen")).ShouldHave(200).Words.ShouldContain("Hier staan geen ideeën.");
    }

    [Fact]
    public async Task A_kept_page_is_shown_again_until_the_idea_changes()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var first = await world.Browser.Get(idea.Page());
        var etag = first.Headers.ETag.ToString();
        (await world.Browser.Get(idea.Page())).Text.ShouldBe(first.Text);
        (await world.Browser.Get(idea.Page(), ("If-None-Match", etag))).ShouldHave(304).Body.ShouldBeEmpty();
        (await world.Browser.Ask("HEAD", idea.Page())).ShouldHave(200).Body.ShouldBeEmpty();

        await world.Happens(idea, at => new IdeaEvent.Paused(at, "anna", "De zaal is dicht"));
        var paused = (await world.Browser.Get(idea.Page(), ("If-None-Match", etag))).ShouldHave(200);
        paused.Words.ShouldContain("Dit idee staat op pauze");
        paused.Words.ShouldContain("Reden: De zaal is dicht");
        paused.Words.ShouldNotContain("anna");
        paused.Words.ShouldNotContain("Uiterlijk");
    }

    [Fact]
    public async Task An_idea_that_ended_says_why()
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        await world.Happens(idea, at => new IdeaEvent.SignatureListEntered(at, "anna", 5, "scan", "Lijst van het dorpsfeest"));
        await world.Happens(idea, at => new IdeaEvent.SignatureListCounted(at, "bert", 5, "scan"));
        foreach (var reviewer in new[] { "opbouwwerker", "wijkagent" })
            await world.Happens(idea, at => new IdeaEvent.Advised(at, 1, reviewer, Advice.NotSuitable, "Er staat al een bankje."));
        await world.AfterMinutes(10);

        var words = (await world.Browser.Get(idea.Page())).Words;
        words.ShouldContain("Waarom dit idee is gestopt Er staat al een bankje.");
        words.ShouldContain("De wijkagent (politie) vindt het idee niet geschikt");
        words.ShouldContain("Twee medewerkers telden hetzelfde: 5 handtekeningen op papier tellen mee");
        words.ShouldContain("Steun 5 supporters");
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    public async Task What_residents_type_stays_text(string title)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm(AnIdea with { titel = title, beschrijving = title + " en nog wat" });
        var page = await world.Browser.Get(idea.Page());
        page.Text.ShouldNotContain("<script>");
        page.Text.ShouldNotContain("<img src=x");
        page.Words.ShouldContain(title);
        page.Headers.ContentSecurityPolicy.ToString().ShouldStartWith("default-src 'none'");
    }
}
