using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Serving;

/// <summary>What a browser says of the page that a form comes from, where a proxy asks for us by another name than residents do.</summary>
public sealed class When_a_form_comes_from_a_page
{
    private const string Site = "https://smederijen.example.nl";

    private static Task<World> Begin() => World.Begin(services => services.Configure<PortalOptions>(portal => portal.PublicUrl = new Uri(Site)));

    private static Task<Answer> HandIn(Browser browser, params (string Name, string Value)[] headers) =>
        browser.Post($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea, headers);

    [Theory]
    [InlineData("http://127.0.0.1:7071", Site, 303)]
    [InlineData("http://127.0.0.1:7071", "HTTPS://Smederijen.Example.NL", 303)]
    [InlineData("https://smederijen.example.nl", Site, 303)]
    [InlineData("http://127.0.0.1:7071", "http://127.0.0.1:7071", 303)]
    [InlineData("http://127.0.0.1:7071", "https://kwaad.example", 403)]
    [InlineData("http://127.0.0.1:7071", "http://smederijen.example.nl", 403)]
    [InlineData("https://smederijen.example.nl", "http://smederijen.example.nl", 403)]
    [InlineData("http://127.0.0.1:7071", "https://smederijen.example.nl:8443", 403)]
    [InlineData("http://127.0.0.1:7071", "https://smederijen.example.nl.kwaad.example", 403)]
    [InlineData("http://127.0.0.1:7071", "https://kwaad.example#https://smederijen.example.nl", 403)]
    [InlineData("http://127.0.0.1:7071", "https://smederijen.example.nl, https://kwaad.example", 403)]
    [InlineData("http://127.0.0.1:7071", "null", 403)]
    [InlineData("http://127.0.0.1:7071", "geen adres", 403)]
    public async Task It_is_taken_from_the_site_of_residents_and_from_no_other(string asked, string from, int status)
    {
        await using var world = await Begin();
        (await HandIn(new Browser(world.Services) { Origin = asked }, ("Origin", from))).ShouldHave(status);
    }

    [Theory]
    [InlineData("http://127.0.0.1:7071/smederijen/alteveer/ideeen/nieuw", 303)]
    [InlineData("https://kwaad.example/formulier", 403)]
    [InlineData("http://127.0.0.1:7071.kwaad.example/", 403)]
    public async Task A_browser_that_says_only_which_page_it_came_from_is_believed_in_that(string page, int status)
    {
        await using var world = await Begin();
        (await HandIn(world.Browser, ("Referer", page))).ShouldHave(status);
    }

    [Theory]
    [InlineData("same-origin", 303)]
    [InlineData("none", 303)]
    [InlineData("same-site", 403)]
    [InlineData("cross-site", 403)]
    [InlineData("iets", 403)]
    public async Task What_a_browser_says_of_it_counts_before_the_address(string site, int status)
    {
        await using var world = await Begin();
        (await HandIn(world.Browser, ("Sec-Fetch-Site", site), ("Origin", status == 303 ? "https://kwaad.example" : Site))).ShouldHave(status);
    }
}
