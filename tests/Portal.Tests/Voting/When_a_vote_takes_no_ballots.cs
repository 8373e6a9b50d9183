using System.Text.RegularExpressions;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Voting;

/// <summary>Before it opens, after it closed, and where there is none: each page says so, once, and what was sent does not count.</summary>
public sealed class When_a_vote_takes_no_ballots
{
    private const string Closed = "De stemming is gesloten. Wat u nu verstuurt, telt niet mee.";
    private const string Smederij = $"/smederijen/{AVote.Smederij}";

    [Fact]
    public async Task Whatever_stood_open_until_after_the_close_hears_that_and_nothing_else()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var closes = ((RoundState.VoteOpen)(await vote.Round()).State).ClosesAt;
        await world.Until(closes.AddMinutes(-5));
        var (one, other) = (new Voter(vote, vote.Codes[0]), new Voter(vote, vote.Codes[1], world.BrowserWithoutCookies()));
        var (choosing, review) = (await one.EnterCode(), await one.Choose(0));
        var (theirs, theirReview) = (await other.EnterCode(), await other.Choose(0));
        var letter = (await one.Browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[2]}")).Hidden("brief");
        // After the second moment what was sealed is too old as well.
        foreach (var late in (DateTimeOffset[])[closes, closes.AddHours(3)])
        {
            world.Clock.MoveTo(late);
            foreach (var (voter, form, ballot) in ((Voter, Answer, Answer)[])[(one, choosing, review), (other, theirs, theirReview)])
            {
                SaysOnce(await voter.Choose(0));
                SaysOnce(await voter.CastAndSee(ballot));
                SaysOnce(await voter.Browser.Send(Voter.FormOf(form, "nakijken"), new { pas = "onzin" }));
                SaysOnce(await voter.Browser.Send(AVote.Page, new { code = vote.Codes[2].ToString() }));
                SaysOnce(await voter.Browser.Send(AVote.Page, new { code = "7K3M" }));
                SaysOnce(await voter.Browser.Send(AVote.Page, new { brief = letter }));
                SaysOnce(await voter.Browser.Open($"{AVote.Page}/0123456789abcdef/kiezen"));
            }
            SaysOnce(await one.Browser.Open(choosing.Path));
            SaysOnce(await one.Browser.Open(Voter.FormOf(review, "bewijs").Replace("bewijs", "nakijken", StringComparison.Ordinal)));
        }
        await world.After(1);
        var decided = await world.Browser.Send(AVote.Page, new { code = vote.Codes[1].ToString() });
        decided.ShouldHave(409).Words.ShouldContain(Closed);
        decided.Text.ShouldContain($"href=\"{Smederij}/rondes/2027/uitslag\">Bekijk de uitslag</a>");
    }

    [Fact]
    public async Task Before_the_opening_a_form_hears_when_that_is()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Sealed(world);
        foreach (var form in (object[])[new { code = vote.Codes[0].ToString() }, new { code = "7K3M" }, new { brief = "onzin" }])
        {
            var answer = (await world.Browser.Send(AVote.Page, form)).ShouldHave(409);
            answer.Words.ShouldContain("De stemming is nog niet open. Wat u nu verstuurt, telt niet mee. U kunt stemmen vanaf vrijdag 9 juli 2027.");
            Regex.Count(answer.Words, "nog niet open").ShouldBe(1);
            answer.Words.ShouldNotContain("niet goed ingevuld");
        }
        (await world.Browser.Send($"{AVote.Page}/0123456789abcdef/bewijs", new { stembiljet = "onzin" })).ShouldHave(409)
            .Words.ShouldContain("nog niet open");
    }

    [Fact]
    public async Task Where_there_is_none_a_form_hears_that()
    {
        await using var world = await World.Begin();
        foreach (var (path, form) in ((string, object)[])[(AVote.Page, new { code = "7K3M" }), ($"{AVote.Page}/0123456789abcdef/nakijken", new { pas = "onzin" })])
        {
            var answer = (await world.Browser.Send(path, form)).ShouldHave(409);
            Regex.Count(answer.Words, "Er is nu geen stemming in deze Smederij.").ShouldBe(1);
            answer.Words.ShouldNotContain("niet goed ingevuld");
            answer.Text.ShouldContain($"href=\"{Smederij}\"");
        }
    }

    [Fact]
    public async Task Its_page_speaks_of_voting_as_fits_the_time()
    {
        await using var world = await World.Begin();
        await AVote.Sealed(world);
        var coming = (await world.Browser.Get(AVote.Page)).Words;
        coming.ShouldContain("Straks kiest de buurt.");
        coming.ShouldContain("Zo werkt het straks");
        await world.After(8);
        var open = (await world.Browser.Get(AVote.Page)).Words;
        open.ShouldContain("Kiest u mee?");
        open.ShouldContain("Zo werkt het Kies de ideeën die u goed vindt: hoogstens 5.");
        foreach (var words in (string[])[coming, open])
            words.ShouldContain("Met elke code kan één keer worden gestemd");
        var closes = new DateTimeOffset(2027, 7, 22, 22, 0, 0, TimeSpan.Zero);
        world.Clock.MoveTo(closes);
        var atOnce = (await world.Browser.Get(AVote.Page)).Words;
        await world.After(20);
        var later = (await world.Browser.Get(AVote.Page)).Words;
        foreach (var words in (string[])[atOnce, later])
        {
            words.ShouldContain("De buurt koos uit 4 goede ideeën. De stemming is gesloten Stemmen kan niet meer.");
            words.ShouldContain("Zo werkte het U kon hoogstens 5 ideeën kiezen.");
            words.ShouldNotContain("Kiest u mee?");
            words.ShouldNotContain("Kies de ideeën");
        }
    }

    private static void SaysOnce(Answer answer)
    {
        answer.ShouldHave(409).Words.ShouldContain(Closed);
        Regex.Count(answer.Words, "gesloten").ShouldBe(1, answer.Words);
        Regex.Count(answer.Words, "telt niet mee").ShouldBe(1);
        answer.Words.ShouldNotContain("Typ de code");
        answer.Words.ShouldNotContain("niet goed ingevuld");
        answer.Text.ShouldContain($"href=\"{Smederij}\">Naar Centrum</a>");
    }
}
