using Smederijen.Portal.Layout;
using Smederijen.Portal.Links;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Links;

/// <summary>Mail programs and people copy the end of a sentence along. The page opens all the same, and no other one does.</summary>
public sealed class When_an_address_is_copied_with_its_sentence
{
    public static TheoryData<string> Endings =>
        [".", ",", ")", ">", "\"", ";", "!", "?", ":", "'", "]", "%3E", "%253E", "&gt;", "%20", ").", "%E2%80%9D", "%E2%80%8B", "_", "*", ">%20Met%20groet"];

    [Theory]
    [MemberData(nameof(Endings))]
    public async Task A_mailed_link_still_opens(string ending)
    {
        await using var world = await World.Begin();
        await world.Submit();
        var link = world.Mailbox.LastTo(Submitter).Link();
        var right = (await world.NewBrowser().Get(link)).ShouldHave(303).Location;

        (await world.NewBrowser().Get(link + ending)).ShouldHave(303).Location.ShouldBe(right);
        (await world.NewBrowser().Open(link + ending)).ShouldHave(200).Words.ShouldContain("Ja, dit is mijn idee");
    }

    /// <summary>Chance decides what a token ends in, so this one is looked for.</summary>
    [Theory]
    [InlineData("_")]
    [InlineData("__")]
    [InlineData("-")]
    public async Task A_link_that_ends_in_such_a_mark_itself_opens_with_more_of_them(string marks)
    {
        await using var world = await World.Begin();
        var tokens = world.Get<LinkTokens>();
        var link = new Link(LinkPurpose.ConfirmSupport, World.Village, "idee", 0, "", world.Get<TimeProvider>().GetUtcNow().AddDays(1));
        var token = Enumerable.Range(0, 20_000).Select(i => tokens.Seal(link with { Person = new string('x', i % 48) }))
            .First(sealing => sealing is [.., '-' or '_']);
        (await world.Browser.Get($"/link/{token}{marks}")).ShouldHave(303);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(")")]
    [InlineData("%3E")]
    [InlineData("%22")]
    [InlineData(",")]
    public async Task The_page_behind_it_and_the_public_pages_still_open(string ending)
    {
        await using var world = await World.Begin();
        var idea = await world.SubmitAndConfirm();
        var page = await world.Browser.Open(world.Mailbox.LastTo(Submitter).Link());

        (await world.Browser.Open(page.Path + ending)).ShouldHave(200).Path.ShouldBe(page.Path);
        (await world.Browser.Open(idea.Page() + ending)).ShouldHave(200).Path.ShouldBe(idea.Page());
        (await world.Browser.Ask("HEAD", idea.Page() + ending)).ShouldHave(303);
    }

    [Fact]
    public async Task A_link_that_misses_its_end_or_has_letters_behind_it_opens_nothing()
    {
        await using var world = await World.Begin();
        await world.Submit();
        var link = world.Mailbox.LastTo(Submitter).Link();
        foreach (var wrong in (string[])[link[..^1], link[..^4] + ".", link + "A", link + "-A", link[..20] + "." + link[20..]])
            (await world.NewBrowser().Get(wrong)).ShouldHave(404);
    }

    /// <summary>Where no address of ours matches with its ending, both hosts lead on to the one without it.</summary>
    [Fact]
    public async Task An_address_that_is_there_only_without_its_ending_is_found()
    {
        await using var world = await World.Begin();
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext { RequestServices = world.Services };
        http.Request.Method = "GET";
        http.Request.Path = "/smederijen/alteveer/ideeen/1/steun).";
        await Portal.Http.UnknownAddress.Answer(http, 404).ExecuteAsync(http);
        http.Response.Headers.Location.ToString().ShouldBe("/smederijen/alteveer/ideeen/1/steun");
    }

    /// <summary>An address that begins with two slashes is that of another site.</summary>
    [Theory]
    [InlineData("//elders.example.")]
    [InlineData("/\\elders.example.")]
    [InlineData("/v1/smederijen.")]
    public void It_never_leads_to_another_site_nor_away_from_what_a_program_asked(string path)
    {
        var http = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = path;
        http.Response.Body = new MemoryStream();
        Portal.Http.UnknownAddress.Answer(http, 404).ShouldNotBeOfType<Portal.Http.SeeOther>();
    }
}
