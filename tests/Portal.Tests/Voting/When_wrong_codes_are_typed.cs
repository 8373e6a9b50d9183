using System.Net;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Who types wrong codes is slowed down; who types a right one never is.</summary>
public sealed class When_wrong_codes_are_typed
{
    [Fact]
    public async Task Thirty_of_them_that_begin_like_a_right_one_keep_nobody_from_voting()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.BrowserWithoutCookies();
        for (var i = 0; i < 31; i++)
            await Type(browser, Wrong(vote, i));
        var slow = (await Type(browser, Wrong(vote, 99))).ShouldHave(429);
        slow.Words.ShouldContain("een goede code werkt altijd");
        slow.Headers.RetryAfter.ToString().ShouldNotBeEmpty();
        (await Type(browser, vote.Codes[0])).ShouldHave(200).Words.ShouldContain("Kies ideeën");
        (await Type(world.NewBrowser(IPAddress.Parse("192.0.2.7")), Wrong(vote, 1))).ShouldHave(400);
    }

    [Fact]
    public async Task Three_thousand_of_them_from_everywhere_keep_nobody_from_voting()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        for (var i = 0; i < 3_001; i++)
            (await Type(world.NewBrowser(new IPAddress([198, 51, (byte)(i / 250), (byte)(i % 250)])), Wrong(vote, i))).ShouldHave(400);
        (await Type(world.NewBrowser(), vote.Codes[0])).ShouldHave(200);
        (await new Voter(vote, vote.Codes[1], world.NewBrowser(new IPAddress([198, 51, 0, 0]))).Vote(0)).ShouldHave(200);
    }

    [Fact]
    public async Task They_count_together_for_all_addresses_of_one_IPv6_network()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        for (var i = 0; i < 30; i++)
            (await Type(world.NewBrowser(IPAddress.Parse($"2001:db8:0:7:{i:x}::{i:x}")), Wrong(vote, i))).ShouldHave(400);
        (await Type(world.NewBrowser(IPAddress.Parse("2001:db8:0:7:ffff::1")), Wrong(vote, 30))).ShouldHave(429);
        (await Type(world.NewBrowser(IPAddress.Parse("2001:db8:0:8::1")), Wrong(vote, 31))).ShouldHave(400);
        (await Type(world.NewBrowser(IPAddress.Parse("2001:db8:0:7::1")), vote.Codes[0])).ShouldHave(200);
    }

    [Fact]
    public async Task They_count_together_for_the_many_networks_of_one_site()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        for (var i = 0; i < 300; i++)
            (await Type(world.NewBrowser(IPAddress.Parse($"2001:db8:0:{i:x}::1")), Wrong(vote, i))).ShouldHave(400);
        (await Type(world.NewBrowser(IPAddress.Parse("2001:db8:0:ffff::1")), Wrong(vote, 300))).ShouldHave(429);
        (await Type(world.NewBrowser(IPAddress.Parse("2001:db8:1::1")), Wrong(vote, 301))).ShouldHave(400);
        (await Type(world.NewBrowser(IPAddress.Parse("2001:db8:0:ffff::1")), vote.Codes[0])).ShouldHave(200);
    }

    [Fact]
    public async Task One_that_does_not_fit_its_check_character_is_told_apart_and_counts_for_nothing()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.BrowserWithoutCookies();
        var code = vote.Codes[0].ToString();
        var misread = code[..^1] + (code[^1] == '0' ? '1' : '0');
        var commits = 0;
        world.Store.After = (_, _) => commits++;
        for (var i = 0; i < 40; i++)
            (await browser.Post(AVote.Page, new { code = misread })).ShouldHave(400).Words.ShouldContain("Een teken is verkeerd");
        commits.ShouldBe(0);
        (await Type(browser, Wrong(vote, 0))).ShouldHave(400).Words.ShouldContain("Deze code kennen wij niet");
        (await browser.Post(AVote.Page, new { code = code[..^2] })).ShouldHave(400).Words.ShouldContain("U typte 14 tekens");
        (await browser.Post(AVote.Page)).ShouldHave(400).Words.ShouldContain("Typ de code uit uw brief.");
    }

    [Fact]
    public async Task A_used_one_does_not_count_either()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await vote.Cast(vote.Codes[0], 0);
        var browser = world.BrowserWithoutCookies();
        for (var i = 0; i < 40; i++)
            (await Type(browser, vote.Codes[0])).ShouldHave(409).Words.ShouldContain("al gebruikt, via internet");
        (await Type(browser, Wrong(vote, 0))).ShouldHave(400);
    }

    [Fact]
    public async Task They_leave_no_cookies_so_that_voting_sets_two_as_the_page_about_privacy_says()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.NewBrowser();
        await browser.Open(AVote.Page);
        for (var i = 0; i < 45; i++)
            (await Type(browser, Wrong(vote, i))).Headers.SetCookie.ShouldBeEmpty();
        var receipt = await new Voter(vote, vote.Codes[0], browser).Vote(0);
        browser.CookiesFor(receipt.Path).Select(cookie => cookie.Name.Split('-')[0]).ShouldBe(["stem", "stemproef"], ignoreOrder: true);
        (await browser.Get("/privacy")).Words.ShouldContain("Stemt u via internet? Dan zetten wij er twee");
    }

    private static Task<Answer> Type(Browser browser, VoteCode code) => browser.Post(AVote.Page, new { code = code.ToString() });

    /// <summary>A code that nobody got, with the first group of one that somebody got.</summary>
    private static VoteCode Wrong(AVote vote, int number) => VoteCode.Of($"{vote.Codes[0].FirstGroup}{number:D11}");
}
