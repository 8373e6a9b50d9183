using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using static Smederijen.Portal.Tests.Residents;
using static Smederijen.Portal.Tests.Wijkteam;

namespace Smederijen.Portal.Tests.Links;

public sealed class When_a_link_does_not_count
{
    [Theory]
    [InlineData("x")]
    [InlineData("CfDJ8AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("%C3%A9%7C")]
    public async Task A_made_up_one_says_so_and_what_to_do(string token)
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.Get($"/link/{token}")).ShouldHave(404);
        answer.Words.ShouldContain("Deze link klopt niet");
        answer.Words.ShouldContain("Open de mail en klik nog een keer op de link.");
    }

    /// <summary>To blame the link would send people back to the mail without end.</summary>
    [Fact]
    public async Task In_a_browser_without_cookies_the_page_says_that_those_are_what_is_missing()
    {
        await using var world = await World.Begin();
        await world.Released();
        await world.Asked();
        await world.InReview();
        var pages = new HashSet<string>();
        foreach (var link in world.Mailbox.Mails.SelectMany(mail => mail.Links()))
        {
            var browser = world.BrowserWithoutCookies();
            var page = (await browser.Open(link)).ShouldHave(404);
            foreach (var answer in (Answer[])[page, (await browser.Post(page.Path)).ShouldHave(404)])
            {
                answer.Words.ShouldContain("Deze pagina gaat alleen open vanuit onze mail.");
                answer.Words.ShouldContain("Sta cookies toe voor deze website, of gebruik een andere browser.");
                answer.Words.ShouldNotContain("klopt niet");
            }
            pages.Add(page.Path.Split('/')[1]);
        }
        pages.Count.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_changed_one_is_not_ours()
    {
        await using var world = await World.Begin();
        await world.InReview();
        var link = world.ReviewLink(Wijkagent);
        var changed = link[..^8] + (link[^8] == 'A' ? 'B' : 'A') + link[^7..];

        (await world.Browser.Get(changed)).ShouldHave(404);
    }

    [Fact]
    public async Task One_that_is_too_old_says_that_its_time_is_over()
    {
        await using var world = await World.Begin();
        await world.InReview();
        var link = world.ReviewLink(Wijkagent);
        var page = await world.Browser.Open(link);
        world.Clock.MoveTo(World.Monday.AddDays(401));

        (await world.Browser.Get(link)).ShouldHave(410).Words.ShouldContain("De tijd om deze link te gebruiken is voorbij.");
        (await world.Browser.Get(page.Path)).ShouldHave(410);
        (await world.Browser.Post(page.Path, new { keuze = "geschikt" })).ShouldHave(410);
    }

    [Fact]
    public async Task The_page_of_somebody_else_stays_shut_also_for_who_has_a_link_of_their_own()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        var agent = world.NewBrowser();
        var theirs = await agent.Open(world.ReviewLink(Wijkagent));
        var worker = world.NewBrowser();
        var own = await worker.Open(world.ReviewLink(Opbouwwerker));
        own.Path.ShouldNotBe(theirs.Path);

        (await worker.Get(theirs.Path)).ShouldHave(404).Words.ShouldContain("Open de mail en klik op de link.");
        (await worker.Post(theirs.Path, new { keuze = "geschikt" })).ShouldHave(404);

        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.InReview>().Panel.Open.Count().ShouldBe(3);
    }

    /// <summary>Also when the cookie of one's own link is put under the name that belongs to the other page.</summary>
    [Fact]
    public async Task A_borrowed_cookie_opens_nothing()
    {
        await using var world = await World.Begin();
        await world.InReview();
        var theirs = await world.NewBrowser().Open(world.ReviewLink(Wijkagent));
        var reference = theirs.Path.Split('/')[^1];
        var token = world.ReviewLink(Opbouwwerker).Split('/')[^1];

        (await world.NewBrowser().Get(theirs.Path, ("Cookie", $"link-{reference}={token}"))).ShouldHave(404).Words.ShouldContain("Deze link klopt niet");
    }

    [Theory]
    [InlineData("antwoorden")]
    [InlineData("betaalgegevens")]
    [InlineData("mijn-idee")]
    [InlineData("voortgang")]
    public async Task A_link_opens_the_page_of_its_own_purpose_and_no_other(string other)
    {
        await using var world = await World.Begin();
        await world.InReview();
        var page = await world.Browser.Open(world.ReviewLink(Wijkagent));
        var reference = page.Path.Split('/')[^1];
        var token = world.ReviewLink(Wijkagent).Split('/')[^1];

        (await world.NewBrowser().Get($"/{other}/{reference}", ("Cookie", $"link-{reference}={token}"))).ShouldHave(404);
    }

    [Fact]
    public async Task The_token_leaves_the_address_at_once_and_no_script_can_read_it()
    {
        await using var world = await World.Begin();
        await world.Granted();
        var link = world.Mailbox.LastTo(Submitter).Link();

        var answer = (await world.Browser.Get(link)).ShouldHave(303);

        answer.Location.ShouldMatch("^/betaalgegevens/[0-9a-f]{12}$");
        answer.Headers.SetCookie.ToString().ShouldContain("httponly", Case.Insensitive);
        (await world.Browser.Open(link)).Text.ShouldNotContain(link.Split('/')[^1]);
    }

    [Theory]
    [InlineData("text/plain", "keuze=geschikt", 415)]
    [InlineData("application/json", "{\"keuze\":\"geschikt\"}", 415)]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nhalf", 400)]
    public async Task What_is_no_form_is_refused(string type, string body, int status)
    {
        await using var world = await World.Begin();
        await world.InReview();
        var page = await world.Browser.Open(world.ReviewLink(Wijkagent));
        var content = new StringContent(body);
        content.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type);

        (await world.Browser.Ask("POST", page.Path, content)).ShouldHave(status);
    }
}
