using Smederijen.Portal.Layout;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>A browser may be anybody's: the form that somebody sends decides who votes, and its page says with which code.</summary>
public sealed class When_people_share_a_browser
{
    [Fact]
    public async Task Somebody_who_scanned_a_letter_and_walked_away_leaves_no_code_for_the_next()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.NewBrowser();
        var left = await browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}");
        left.Words.ShouldContain($"Uw code die begint met {vote.Codes[0].FirstGroup} staat klaar");
        left.Text.ShouldContain($"href=\"{AVote.Page}\">Een andere code gebruiken</a>");

        var begin = await browser.Open(AVote.Page);
        begin.Words.ShouldNotContain("staat klaar");
        begin.Text.ShouldContain("name=\"code\"");
        begin.Text.ShouldNotContain("name=\"brief\"");
        (await browser.Send(AVote.Page)).ShouldHave(400).Words.ShouldContain("Typ de code uit uw brief.");
        await new Voter(vote, vote.Codes[1], browser).Vote(0);
        (await Free(vote, 0)).ShouldBeTrue();
        (await Free(vote, 1)).ShouldBeFalse();
    }

    [Fact]
    public async Task Somebody_who_chose_and_walked_away_leaves_no_ballot_for_the_next()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.NewBrowser();
        var first = new Voter(vote, vote.Codes[0], browser);
        await first.Scan();
        (await first.Choose(0)).Words.ShouldContain($"U stemt met de code die begint met {vote.Codes[0].FirstGroup}");
        var second = new Voter(vote, vote.Codes[1], browser);
        (await second.EnterCode()).Words.ShouldContain($"U stemt met de code die begint met {vote.Codes[1].FirstGroup}");
        (await second.CastAndSee(await second.Choose(1))).ShouldHave(200);
        (await Free(vote, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task Two_tabs_with_two_codes_never_mix_in_whatever_order()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.NewBrowser();
        var (one, other) = (new Voter(vote, vote.Codes[0], browser), new Voter(vote, vote.Codes[1], browser));
        var firstPage = await one.EnterCode();
        await other.Scan();
        var (first, second) = (await one.Choose(0), await other.Choose(1));
        (await browser.Get(firstPage.Path)).Words.ShouldContain($"begint met {vote.Codes[0].FirstGroup}");
        var secondNumber = Voter.NumberOn((await other.CastAndSee(second)).ShouldHave(200));
        (await Free(vote, 0)).ShouldBeTrue();
        var firstNumber = Voter.NumberOn((await one.CastAndSee(first)).ShouldHave(200));
        firstNumber.ShouldNotBe(secondNumber);
        Voter.NumberOn(await browser.Get(first.Path)).ShouldBe(firstNumber);
        Voter.NumberOn(await browser.Get(second.Path)).ShouldBe(secondNumber);
    }

    [Fact]
    public async Task The_next_one_votes_at_once_with_a_code_of_their_own()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.NewBrowser();
        var receipt = await new Voter(vote, vote.Codes[0], browser).Vote(0);
        receipt.Text.ShouldContain($"href=\"{AVote.Page}\">Met een andere code stemmen</a>");
        var next = await new Voter(vote, vote.Codes[1], browser).Vote(1);
        Voter.NumberOn(next).ShouldNotBe(Voter.NumberOn(receipt));
        Voter.NumberOn(await browser.Get(receipt.Path)).ShouldBe(Voter.NumberOn(receipt));
    }

    [Fact]
    public async Task After_casting_only_the_receipt_is_left_in_the_browser()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.Browser.Open(AVote.Page);
        var wrong = await voter.Browser.Send(AVote.Page, new { code = vote.Codes[0].ToString()[..^1] });
        wrong.Text.ShouldContain(vote.Codes[0].ToString()[..^1], customMessage: "what was typed is there to be corrected");
        wrong.Headers.SetCookie.ShouldBeEmpty("what was typed is nowhere else");
        var choosing = await voter.Browser.Send(AVote.Page, new { code = vote.Codes[0].ToString() });
        var review = await voter.Browser.Send(Voter.FormOf(choosing, "nakijken"), new { pas = choosing.Hidden("pas"), idee = vote.Ideas[0].Id });
        await voter.CastAndSee(review);
        var left = voter.Browser.CookiesFor(review.Path).Single(cookie => cookie.Name != "stemproef");
        world.Get<VoterSeals>().Open(left.Value, AVote.Smederij, null).Step.ShouldBeOfType<VoterStep.Receipt>();
    }

    [Fact]
    public async Task A_form_of_another_vote_in_progress_is_refused_in_words_whatever_cookies_are_there()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        foreach (var browser in (Browser[])[world.NewBrowser(), world.BrowserWithoutCookies()])
        {
            var (one, other) = (new Voter(vote, vote.Codes[0], browser), new Voter(vote, vote.Codes[1], browser));
            var (onePage, otherPage) = (await one.EnterCode(), await other.EnterCode());
            var (first, second) = (await one.Choose(0), await other.Choose(1));
            (await browser.Send(Voter.FormOf(first, "bewijs"), new { stembiljet = second.Hidden("stembiljet") }))
                .ShouldHave(400).Words.ShouldContain("Dit formulier hoort bij een andere stem");
            (await browser.Send(Voter.FormOf(onePage, "nakijken"), new { pas = otherPage.Hidden("pas") })).ShouldHave(400);
        }
        (await Free(vote, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task What_was_forged_changed_or_sealed_for_another_button_or_Smederij_is_refused_in_words()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        var choosing = await voter.EnterCode();
        var review = await voter.Choose(0);
        var (form, pass, ballot) = (Voter.FormOf(review, "bewijs"), choosing.Hidden("pas"), review.Hidden("stembiljet"));
        foreach (var forged in (string[])["", "onzin", pass, ballot[..^2], $"{ballot}A", $"{ballot},{ballot}", new('A', 30_000)])
            (await voter.Browser.Send(form, new { stembiljet = forged })).ShouldHave(400).Words.ShouldContain("Typ de code uit uw brief");
        (await voter.Browser.Send(form)).ShouldHave(400);
        (await voter.Browser.Send(form.Replace(AVote.Smederij, "krakeel"), new { stembiljet = ballot })).ShouldHave(409);
        (await voter.Browser.Send(Voter.FormOf(choosing, "nakijken"), new { pas = ballot })).ShouldHave(400);
        (await voter.Browser.Send(AVote.Page, new { brief = pass })).ShouldHave(400);
        (await voter.Browser.Send("/smederijen/krakeel/stemmen", new { brief = pass })).ShouldHave(409);
        (await Free(vote, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_pass_or_a_ballot_of_another_period_is_refused_in_words()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var seals = world.Get<VoterSeals>();
        var (at, hash) = (VoterPlace.New(AVote.Smederij), await world.Get<BallotBox>().HashOf(AVote.Key, vote.Codes[0]));
        foreach (var period in (string[])["2026", "1999"])
        {
            (await world.Browser.Post($"{at.Address}/nakijken", new { pas = seals.Seal(new VoterStep.Pass(at, period, hash, "7K3M")) }))
                .Status.ShouldBeOneOf(404, 409);
            (await world.Browser.Post(
                $"{at.Address}/bewijs", new { stembiljet = seals.Seal(new VoterStep.Ballot(at, period, hash, "7K3M", "x", "0123456789", "1000")) }))
                .Status.ShouldBeOneOf(404, 409);
        }
        (await world.Browser.Post(
            $"{at.Address}/bewijs", new { stembiljet = seals.Seal(new VoterStep.Ballot(at, "2027", hash, "7K3M", "another manifest", "0123456789", "1000")) }))
            .ShouldHave(409).Words.ShouldContain("hoort bij een andere stemming");
        (await Free(vote, 0)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_pass_holds_for_two_hours_and_then_says_so_with_the_way_back()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        foreach (var browser in (Browser[])[world.NewBrowser(), world.BrowserWithoutCookies()])
        {
            var voter = new Voter(vote, vote.Codes[0], browser);
            var choosing = await voter.EnterCode();
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddHours(2).AddSeconds(-1));
            var review = (await voter.Choose(0)).ShouldHave(200);
            world.Clock.MoveTo(world.Clock.GetUtcNow().AddHours(2));
            foreach (var late in (Answer[])[await voter.Choose(0), await voter.CastAndSee(review)])
            {
                late.ShouldHave(410).Words.ShouldContain("langer dan twee uur geleden");
                late.Text.ShouldContain("name=\"code\"");
            }
            if (browser.KeepsCookies)
                (await browser.Get(choosing.Path)).ShouldHave(410).Words.ShouldContain("langer dan twee uur geleden");
        }
        (await new Voter(vote, vote.Codes[0]).Vote(0)).ShouldHave(200);
    }

    private static async Task<bool> Free(AVote vote, int code)
    {
        var box = vote.World.Get<BallotBox>();
        return await box.Standing(AVote.Key, await box.HashOf(AVote.Key, vote.Codes[code])) == CodeStanding.Free;
    }
}
