using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_a_resident_votes
{
    [Fact]
    public async Task The_code_from_the_letter_leads_to_a_ballot_a_review_and_a_tracking_number()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        (await voter.EnterCode()).Words.ShouldContain("hoogstens 5");
        var review = await voter.Choose(1, 3);
        review.Words.ShouldContain("€ 9.000");
        (await Ballots(world)).ShouldBeEmpty();
        Voter.NumberOn((await voter.CastAndSee(review)).ShouldHave(200)).Replace("-", "").ShouldBe((await Ballots(world)).Single());
    }

    [Fact]
    public async Task The_QR_code_brings_the_code_out_of_the_address_and_changes_nothing()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var browser = world.NewBrowser();
        var commits = 0;
        world.Store.After = (_, _) => commits++;
        foreach (var method in (string[])["HEAD", "GET"])
            (await browser.Ask(method, $"/stem/{AVote.Smederij}/{vote.Codes[0]}")).ShouldHave(303).Location.ShouldMatch($"^{AVote.Page}/[0-9a-f]{{16}}$");
        var page = await browser.Open($"/stem/{AVote.Smederij}/{vote.Codes[0]}");
        page.Words.ShouldContain($"Uw code die begint met {vote.Codes[0].FirstGroup} staat klaar");
        page.Text.ShouldNotContain(vote.Codes[0].ToString());
        commits.ShouldBe(0);
        (await browser.Send(AVote.Page, new { brief = page.Hidden("brief") })).ShouldHave(200).Path.ShouldBe($"{page.Path}/kiezen");
    }

    [Fact]
    public async Task A_link_that_was_cut_off_leads_to_the_field_for_the_code()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var page = await world.NewBrowser().Open($"/stem/{AVote.Smederij}/{vote.Codes[0].ToString()[..^3]}");
        page.ShouldHave(400).Words.ShouldContain("Typ de code uit uw brief");
        page.Text.ShouldContain("name=\"code\"");
    }

    /// <summary>One that led to the page without it lost a code that was scanned.</summary>
    [Fact]
    public async Task The_only_way_from_the_choice_to_the_field_for_a_code_is_to_ask_for_another_code()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var choosing = await new Voter(vote, vote.Codes[0]).Scan();
        choosing.Words.ShouldNotContain("Terug naar het begin");
        choosing.Text.Split($"href=\"{AVote.Page}\"").Length.ShouldBe(2);
        choosing.Text.ShouldContain($"href=\"{AVote.Page}\">Een andere code gebruiken</a>");
    }

    [Fact]
    public async Task Ideas_that_cost_too_much_together_are_told_with_what_they_cost_and_how_much_that_is_too_much()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var at = VoterPlace.New(AVote.Smederij);
        var pass = new VoterStep.Pass(
            at, "2027", await world.Get<BallotBox>().HashOf(AVote.Key, vote.Codes[0]), vote.Codes[0].FirstGroup, "1100", BallotRefusal.AboveTheMoney);
        (await world.Browser.Get($"{at.Address}/kiezen", ("Cookie", $"stem-{at.Reference}={world.Get<VoterSeals>().Seal(pass)}"))).ShouldHave(400)
            .Words.ShouldContain("kosten samen te veel: € 15.000. Er is € 14.397. Dat is € 603 te veel. Haal een of meer ideeën weg.");
    }

    [Fact]
    public async Task Sending_the_form_twice_or_in_two_tabs_at_once_gives_one_ballot_and_the_same_receipt()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        var review = await voter.Choose(0);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => (await voter.Cast(review)).ShouldHave(303)));
        var number = Voter.NumberOn(await voter.CastAndSee(review));
        Voter.NumberOn(await voter.CastAndSee(review)).ShouldBe(number);
        number.Replace("-", "").ShouldBe((await Ballots(world)).Single());
        (await Ballots(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_tabs_with_other_choices_give_one_ballot()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        var (one, other) = (await voter.Choose(0), await voter.Choose(1));
        (await voter.Cast(one)).ShouldHave(303);
        var number = Voter.NumberOn(await voter.CastAndSee(one));
        var late = (await voter.CastAndSee(other)).ShouldHave(409);
        late.Words.ShouldContain("Wat u daarna koos, telt niet mee. ");
        late.Words.ShouldContain("al gebruikt, via internet");
        Voter.NumberOn(late).ShouldBe(number);
        Voter.NumberOn(await voter.CastAndSee(one)).ShouldBe(number, "the receipt is still there");
        (await Ballots(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Two_devices_with_one_code_at_the_same_moment_give_one_ballot_and_the_other_hears_that_the_code_is_used()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voters = Enumerable.Range(0, 8).Select(_ => new Voter(vote, vote.Codes[0])).ToList();
        var reviews = new List<(Voter Voter, Answer Review)>();
        foreach (var voter in voters)
        {
            await voter.EnterCode();
            reviews.Add((voter, await voter.Choose(0, 1)));
        }
        var answers = await Task.WhenAll(reviews.Select(pair => Task.Run(() => pair.Voter.CastAndSee(pair.Review))));
        answers.Count(answer => answer.Status == 200).ShouldBe(1);
        foreach (var answer in answers.Where(answer => answer.Status != 200))
            answer.ShouldHave(409).Words.ShouldContain("Deze code is al gebruikt");
        (await Ballots(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task What_is_not_on_the_ballot_too_much_or_double_is_refused_with_the_reason()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world, 20, 9_000, 6_000, 4_000, 3_000, 2_000, 1_000);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        (await voter.Choose("0000000000000z")).ShouldHave(400).Words.ShouldContain("niet op het stembiljet");
        (await voter.Choose(vote.Ideas[0].Id, vote.Ideas[0].Id)).ShouldHave(400).Words.ShouldContain("twee keer");
        (await voter.Choose(0, 1, 2, 3, 4, 5)).ShouldHave(400).Words.ShouldContain("hoogstens 5");
        (await Ballots(world)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_idea_withdrawn_between_review_and_casting_is_refused()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var voter = new Voter(vote, vote.Codes[0]);
        await voter.EnterCode();
        var review = await voter.Choose(0, 1);
        await world.Happens(vote.Ideas[1], at => new IdeaEvent.Withdrawn(at));
        await world.Work();
        (await voter.CastAndSee(review)).ShouldHave(409).Words.ShouldContain("doet niet meer mee");
        (await voter.Cast(await voter.Choose(0))).ShouldHave(303);
    }

    [Fact]
    public async Task Nobody_votes_before_the_opening_or_from_the_closing_on_to_the_millisecond()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Sealed(world);
        (await new Voter(vote, vote.Codes[0]).EnterCode()).ShouldHave(409).Words.ShouldContain("nog niet open");
        await world.After(8);
        var closes = ((RoundState.VoteOpen)(await vote.Round()).State).ClosesAt;
        var (inTime, late) = (new Voter(vote, vote.Codes[0]), new Voter(vote, vote.Codes[1]));
        await world.Until(closes.AddMinutes(-5));
        await inTime.EnterCode();
        await late.EnterCode();
        var (first, second) = (await inTime.Choose(0), await late.Choose(0));
        world.Clock.MoveTo(closes.AddMilliseconds(-1));
        (await inTime.Cast(first)).ShouldHave(303);
        world.Clock.MoveTo(closes);
        (await late.CastAndSee(second)).ShouldHave(409).Words.ShouldContain("gesloten");
        (await Ballots(world)).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Everybody_sees_the_ideas_in_another_order_and_each_in_the_same_one_again()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world, 20, 9_000, 6_000, 4_000, 3_000, 2_000, 1_000);
        var orders = new HashSet<string>();
        foreach (var code in vote.Codes.Take(6))
        {
            var voter = new Voter(vote, code);
            var page = await voter.EnterCode();
            var seen = Order(page, vote);
            Order(await voter.Browser.Get(page.Path), vote).ShouldBe(seen);
            orders.Add(seen);
        }
        orders.Count.ShouldBeGreaterThan(1);
    }

    private static string Order(Answer page, AVote vote) =>
        string.Join(' ', vote.Ideas.OrderBy(idea => page.Text.IndexOf(idea.Id, StringComparison.Ordinal)).Select(idea => idea.Id));

    private static async Task<string[]> Ballots(World world) =>
        [.. (await AVote.InBox(world, BoxRow.Ballot)).Select(ballot => ballot.Name)];
}
