using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Every address that a browser keeps can be opened again, and tells how it stands.</summary>
public sealed class When_a_voter_goes_back_or_reloads
{
    [Fact]
    public async Task No_form_that_leads_on_leaves_a_page_that_only_sending_again_would_show()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world, 20, 9_000, 6_000, 4_000, 3_000, 2_000, 1_000);
        var browser = world.NewBrowser();
        await browser.Open(AVote.Page);
        foreach (var typed in (string[])["", "7K3M", Smederijen.Domain.Rounds.VoteCode.Of("00000000000000A").ToString()])
            await Answers(browser, AVote.Page, 400, ("code", typed));
        var choosing = await Redirects(browser, AVote.Page, 200, ("code", vote.Codes[0].ToString()));
        var pass = ("pas", choosing.Hidden("pas"));
        var tooMany = await Redirects(browser, Voter.FormOf(choosing, "nakijken"), 400, [pass, .. vote.Ideas.Select(idea => ("idee", idea.Id))]);
        tooMany.Words.ShouldContain("hoogstens 5");
        var review = await Redirects(browser, Voter.FormOf(tooMany, "nakijken"), 200, pass, ("idee", vote.Ideas[2].Id));
        var ballot = ("stembiljet", review.Hidden("stembiljet"));
        var again = await Redirects(browser, Voter.FormOf(review, "kiezen"), 200, ballot);
        System.Text.RegularExpressions.Regex.Matches(again.Text, "value=\"([^\"]+)\"[^>]*checked").Single().Groups[1].Value.ShouldBe(vote.Ideas[2].Id);
        await Redirects(browser, Voter.FormOf(review, "bewijs"), 200, ballot);
        await Redirects(browser, Voter.FormOf(review, "bewijs"), 200, ballot);
        await Answers(browser, AVote.Page, 409, ("code", vote.Codes[0].ToString()));
    }

    [Fact]
    public async Task Before_casting_each_page_comes_again_as_it_was()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        var choosing = await voter.EnterCode();
        (await voter.Browser.Open(choosing.Path.Replace("/kiezen", "/bewijs"))).Words.ShouldContain("Kies ideeën");
        var review = await voter.Choose(0);
        (await voter.Browser.Get(review.Path)).ShouldHave(200).Hidden("stembiljet").Length.ShouldBe(review.Hidden("stembiljet").Length);
        (await voter.Browser.Open(review.Path.Replace("/nakijken", "/bewijs"))).Words.ShouldContain("U hebt nog niet gestemd");
        (await voter.Browser.Get(choosing.Path)).ShouldHave(200).Text.ShouldContain("checked");
    }

    [Fact]
    public async Task After_casting_every_page_says_that_one_has_voted_with_the_tracking_number()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        var choosing = await voter.Scan();
        var review = await voter.Choose(0);
        var receipt = await voter.CastAndSee(review);
        foreach (var path in (string[])[choosing.Path, review.Path, receipt.Path, choosing.Path.Replace("/kiezen", "")])
        {
            var page = (await voter.Browser.Open(path)).ShouldHave(200);
            page.Words.ShouldContain("U hebt gestemd");
            Voter.NumberOn(page).ShouldBe(Voter.NumberOn(receipt));
        }
        var again = await voter.Choose(1);
        again.ShouldHave(409).Words.ShouldContain("U hebt gestemd");
        Voter.NumberOn(again).ShouldBe(Voter.NumberOn(receipt));
        Voter.NumberOn(await voter.CastAndSee(review)).ShouldBe(Voter.NumberOn(receipt));
        (await voter.EnterCode()).ShouldHave(409).Words.ShouldContain("al gebruikt, via internet");
        (await voter.Browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}")).ShouldHave(409).Words.ShouldContain("al gebruikt, via internet");
    }

    [Fact]
    public async Task Whoever_got_no_answer_to_the_last_button_still_sees_the_tracking_number()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        var review = await voter.Choose(0);
        var lost = (await world.BrowserWithoutCookies().Post(Voter.FormOf(review, "bewijs"), new { stembiljet = review.Hidden("stembiljet") })).ShouldHave(200);
        var commits = 0;
        world.Store.After = (_, _) => commits++;
        var back = (await voter.Browser.Get(review.Path)).ShouldHave(409);
        commits.ShouldBe(0);
        back.Words.ShouldContain("U hebt gestemd, of iemand anders met uw code.");
        Voter.NumberOn((await voter.CastAndSee(back)).ShouldHave(200)).ShouldBe(Voter.NumberOn(lost));
    }

    [Fact]
    public async Task Sending_the_form_again_after_the_close_shows_the_receipt_and_not_that_it_does_not_count()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var closes = ((Smederijen.Domain.Rounds.RoundState.VoteOpen)(await vote.Round()).State).ClosesAt;
        await world.Until(closes.AddMinutes(-5));
        var (voter, late) =
            (new Voter(vote, vote.Codes[0], world.BrowserWithoutCookies()), new Voter(vote, vote.Codes[1], world.BrowserWithoutCookies()));
        await voter.EnterCode();
        await late.EnterCode();
        var (review, tooLate) = (await voter.Choose(0), await late.Choose(0));
        var receipt = (await voter.Cast(review)).ShouldHave(200);
        world.Clock.MoveTo(closes);
        Voter.NumberOn((await voter.Cast(review)).ShouldHave(200)).ShouldBe(Voter.NumberOn(receipt));
        (await late.Cast(tooLate)).ShouldHave(409).Words.ShouldContain("Wat u nu verstuurt, telt niet mee");
    }

    /// <summary>A code that was not taken: Reload tries it again, and Back leads to the page before, which is a page of its own.</summary>
    private static async Task Answers(Browser browser, string path, int status, params (string Name, string Value)[] form)
    {
        for (var sent = 0; sent < 2; sent++)
        {
            var answer = (await Send(browser, path, form)).ShouldHave(status);
            answer.Text.ShouldContain("name=\"code\"");
            answer.Headers.SetCookie.ShouldBeEmpty();
        }
        (await browser.Get(path)).ShouldHave(200);
    }

    private static Task<Answer> Send(Browser browser, string path, (string Name, string Value)[] form) =>
        browser.Ask("POST", path, new FormUrlEncodedContent(form.Select(field => KeyValuePair.Create(field.Name, field.Value))));

    private static async Task<Answer> Redirects(Browser browser, string path, int status, params (string Name, string Value)[] form)
    {
        var answer = await Send(browser, path, form);
        var page = await browser.Get(answer.ShouldHave(303).Location);
        (await browser.Get(answer.Location)).ShouldHave(status).Words.ShouldBe(page.ShouldHave(status).Words);
        return page;
    }
}
