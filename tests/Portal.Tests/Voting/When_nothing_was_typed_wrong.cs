using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Only what somebody typed or chose wrong is called an error of theirs.</summary>
public sealed class When_nothing_was_typed_wrong
{
    [Fact]
    public async Task A_code_that_was_used_too_many_wrong_ones_or_an_empty_page_are_told_as_news()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        await vote.Cast(vote.Codes[0], 0);
        var browser = world.NewBrowser();
        News(await browser.Send(AVote.Page, new { code = vote.Codes[0].ToString() }), 409, "Deze code is al gebruikt");
        News(await browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}"), 409, "Deze code is al gebruikt");
        News(await browser.Open($"/stem/{AVote.Smederij}/7K3M"), 400, "De code in deze link klopt niet");
        News(await browser.Open($"{AVote.Page}/0123456789abcdef/nakijken"), 404, "staat geen code klaar");
        for (var i = 0; i < 30; i++)
            Error(await browser.Send(AVote.Page, new { code = VoteCode.Of($"7K3M{i:D11}").ToString() }), "Deze code kennen wij niet");
        News(await browser.Send(AVote.Page, new { code = VoteCode.Of("7K3M9QXT0AB1CDE").ToString() }), 429, "heel vaak verkeerde codes");
        foreach (var typed in (string[])["", "7K3M", vote.Codes[1].ToString()[..^1] + "U"])
            Error(await browser.Send(AVote.Page, new { code = typed }), "ode");
    }

    [Fact]
    public async Task A_form_that_is_too_old_or_of_another_vote_is_told_as_news()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var (voter, other) = (new Voter(vote, vote.Codes[0]), new Voter(vote, vote.Codes[1]));
        var (choosing, theirs) = (await voter.EnterCode(), await other.EnterCode());
        News(await voter.Browser.Send(Voter.FormOf(choosing, "nakijken"), new { pas = theirs.Hidden("pas") }), 400, "hoort bij een andere stem");
        var at = VoterPlace.New(AVote.Smederij);
        var ballot = new VoterStep.Ballot(
            at, "2027", await world.Get<BallotBox>().HashOf(AVote.Key, vote.Codes[0]), "7K3M", "another manifest", "0123456789", "1000");
        News(await world.Browser.Post($"{at.Address}/bewijs", new { stembiljet = world.Get<VoterSeals>().Seal(ballot) }), 409, "hoort bij een andere stemming");
        var letter = (await voter.Browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}")).Hidden("brief");
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddHours(2));
        News(await voter.Choose(0), 410, "langer dan twee uur geleden");
        News(await voter.Browser.Get(choosing.Path), 410, "langer dan twee uur geleden");
        News(await voter.Browser.Send(AVote.Page, new { brief = letter }), 410, "langer dan twee uur geleden");
    }

    [Fact]
    public async Task An_idea_that_has_left_is_told_as_news_and_too_many_choices_are_an_error()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world, 20, 9_000, 6_000, 4_000, 3_000, 2_000, 1_000);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        Error(await voter.Choose(0, 1, 2, 3, 4, 5), "hoogstens 5");
        var review = await voter.Choose(0, 1);
        await world.Happens(vote.Ideas[1], at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        IsNews(await voter.CastAndSee(review), 409, "Een idee dat u koos, doet niet meer mee");
    }

    /// <summary>And there is a field for a code to go on with.</summary>
    private static void News(Answer answer, int status, string words)
    {
        IsNews(answer, status, words);
        answer.Text.ShouldContain("name=\"code\"");
    }

    private static void IsNews(Answer answer, int status, string words)
    {
        answer.ShouldHave(status).Words.ShouldContain(words);
        answer.Words.ShouldNotContain("niet goed ingevuld");
        answer.Text.ShouldNotContain("<title>Fout");
        answer.Text.ShouldNotContain("aria-invalid");
        answer.Text.ShouldContain("utrecht-alert--warning");
    }

    private static void Error(Answer answer, string words)
    {
        answer.ShouldHave(400).Words.ShouldContain(words);
        answer.Words.ShouldContain("niet goed ingevuld");
        answer.Text.ShouldContain("<title>Fout");
    }
}
