using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_a_browser_keeps_no_cookies
{
    [Fact]
    public async Task The_whole_vote_works_and_ends_with_the_receipt()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0], world.BrowserWithoutCookies());
        (await voter.Browser.Open(AVote.Page)).ShouldHave(200);
        (await voter.Browser.Post(AVote.Page, new { code = "7K3M" })).ShouldHave(400).Words.ShouldContain("U typte 4 tekens");
        await voter.EnterCode();
        var review = (await voter.Choose(0, 1)).ShouldHave(200);
        var again = (await voter.Browser.Post(Voter.FormOf(review, "kiezen"), new { stembiljet = review.Hidden("stembiljet") })).ShouldHave(200);
        System.Text.RegularExpressions.Regex.Count(again.Text, "checked").ShouldBe(2);
        var receipt = (await voter.Cast(await voter.Choose(2))).ShouldHave(200);
        receipt.Words.ShouldContain("U hebt gestemd");
        Voter.NumberOn(receipt).ShouldNotBeEmpty();
        (await new Voter(vote, vote.Codes[0]).EnterCode()).ShouldHave(409).Words.ShouldContain("al gebruikt, via internet");
    }

    [Fact]
    public async Task Sending_a_form_again_says_that_one_has_voted()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0], world.BrowserWithoutCookies());
        await voter.EnterCode();
        var review = await voter.Choose(0);
        var receipt = await voter.Cast(review);
        Voter.NumberOn((await voter.Cast(review)).ShouldHave(200)).ShouldBe(Voter.NumberOn(receipt));
        (await voter.Choose(1)).ShouldHave(409).Words.ShouldContain("U hebt gestemd");
    }

    [Fact]
    public async Task The_page_behind_the_QR_code_takes_a_typed_code_and_says_that_cookies_are_not_needed()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.BrowserWithoutCookies();
        (await browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}")).ShouldHave(404).Words.ShouldContain("Ook zonder cookies kunt u dan gewoon stemmen.");
        (await browser.Post(AVote.Page, new { code = vote.Codes[0].ToString() })).ShouldHave(200).Words.ShouldContain("Kies ideeën");
    }

    /// <summary>A page cannot know whether cookies are off or nothing was begun there, so it claims neither.</summary>
    [Fact]
    public async Task The_address_of_a_page_opened_by_itself_says_what_to_do_and_the_same_to_every_browser()
    {
        await using var world = await World.Begin();
        await AVote.Open(world);
        var visitor = world.NewBrowser();
        await visitor.Open(AVote.Page);
        foreach (var browser in (Browser[])[world.BrowserWithoutCookies(), world.NewBrowser(), visitor])
        {
            foreach (var page in (string[])["", "/kiezen", "/nakijken", "/bewijs"])
            {
                var answer = (await browser.Open($"{AVote.Page}/0123456789abcdef{page}")).ShouldHave(404);
                answer.Words.ShouldContain("Op deze pagina staat geen code klaar. Typ de code uit uw brief. Ook zonder cookies kunt u dan gewoon stemmen.");
                answer.Words.ShouldNotContain("bewaart geen cookies");
                answer.Text.ShouldContain("name=\"code\"");
            }
        }
    }
}
