using Smederijen.Domain.Rounds;
using Smederijen.Domain.Tally;
using Smederijen.Domain.Tally.Pabulib;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_the_result_is_published
{
    private const string Round = $"/smederijen/{AVote.Smederij}/rondes/2027";

    [Fact]
    public async Task Everybody_finds_the_number_and_counts_to_the_same_winners()
    {
        await using var world = await World.Begin();
        var (vote, numbers) = await Voted(world);
        await world.After(20);
        var list = (await world.Browser.Get($"{Round}/volgnummers.txt")).ShouldHave(200).Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        list.ShouldBe(numbers.Order(StringComparer.Ordinal));
        var page = (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200);
        page.Words.ShouldContain("Stemmen 5 van 20 codes");
        var election = PabulibFile.Parse((await world.Browser.Get($"{Round}/uitslag.pb")).ShouldHave(200).Text);
        election.Remarks.ShouldBeEmpty();
        var seed = System.Text.RegularExpressions.Regex.Match(page.Words, "--ties ([0-9a-f]{64})").Groups[1].Value;
        var decided = (RoundState.Decided)(await vote.Round()).State;
        EqualShares.Count(election, TieOrder.PublicDraw(seed)).Winners.Select(winner => winner.Project.Id).Order()
            .ShouldBe(decided.Verdicts.Where(verdict => verdict.Granted).Select(verdict => verdict.Idea).Order());
    }

    [Fact]
    public async Task The_receipt_says_where_the_numbers_will_be_and_leads_there()
    {
        await using var world = await World.Begin();
        var vote = await AVote.Open(world);
        var receipt = await new Voter(vote, vote.Codes[0]).Vote(0);
        receipt.Words.ShouldContain("Daarna staan alle volgnummers bij de uitslag, op de pagina van Centrum .");
        receipt.Text.ShouldContain($"href=\"/smederijen/{AVote.Smederij}\">Centrum</a>");
        await world.After(20);
        (await world.Browser.Get($"/smederijen/{AVote.Smederij}")).Text.ShouldContain($"href=\"{Round}/uitslag\"");
        (await world.Browser.Get($"{Round}/uitslag")).Text.ShouldContain($"href=\"{Round}/volgnummers.txt\"");
    }

    [Fact]
    public async Task What_only_a_computer_needs_stands_at_the_very_end()
    {
        await using var world = await World.Begin();
        await Voted(world);
        await world.After(20);
        var words = (await world.Browser.Get($"{Round}/uitslag")).Words.Split("Technische gegevens");
        words.Length.ShouldBe(2);
        foreach (var technical in (string[])["SHA-256", "./tally"])
        {
            words[1].ShouldContain(technical);
            words[0].ShouldNotContain(technical);
        }
        words[0].ShouldContain("Wat medewerkers deden");
        words[0].ShouldContain("Reken het zelf na");
        words[0].ShouldContain("De regels van deze stemming");
        string.Concat(words).ShouldNotContain("manifest");
    }

    [Fact]
    public async Task The_manifest_that_was_published_before_the_vote_is_the_same_after_it()
    {
        await using var world = await World.Begin();
        await AVote.Sealed(world);
        var before = (await world.Browser.Get($"{Round}/manifest.txt")).ShouldHave(200).Text;
        await world.After(30);
        (await world.Browser.Get($"{Round}/manifest.txt")).Text.ShouldBe(before);
    }

    [Fact]
    public async Task Who_stepped_in_and_why_stands_with_the_result()
    {
        await using var world = await World.Begin();
        var (vote, _) = await Voted(world);
        var desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        var strike = new { wat = "schrappen", idee = vote.Ideas[0].Id, reden = "De plek is verkocht.", opdracht = "o1" };
        (await anna.Post($"{desk}/voorstel", strike)).ShouldHave(303);
        (await anna.Post($"{desk}/akkoord", new { opdracht = "o2" })).ShouldHave(409).Words.ShouldContain("een andere medewerker");
        (await world.BrowserOf("bert", StaffRoles.Medewerker).Post($"{desk}/akkoord", new { opdracht = "o3" })).ShouldHave(303);
        await world.After(20);
        var page = await world.Browser.Get($"{Round}/uitslag");
        page.Words.ShouldContain("De plek is verkocht.");
        ((RoundState.Decided)(await vote.Round()).State).Verdicts.Single(verdict => verdict.Idea == vote.Ideas[0].Id).Granted.ShouldBeFalse();
    }

    [Fact]
    public async Task While_the_vote_is_open_there_is_no_result_anywhere()
    {
        await using var world = await World.Begin();
        await Voted(world);
        (await world.Browser.Get($"{Round}/uitslag.pb")).ShouldHave(404);
        (await world.Browser.Get($"{Round}/volgnummers.txt")).ShouldHave(404);
        (await world.Browser.Get($"{Round}/uitslag")).ShouldHave(200).Words.ShouldContain("geen tussenstand");
    }

    [Fact]
    public async Task Programs_read_the_vote_and_its_outcome_and_nothing_of_it_too_early()
    {
        await using var world = await World.Begin();
        await Voted(world);
        var during = (await world.Browser.Get($"/v1/smederijen/{AVote.Smederij}/rondes/2027")).ShouldHave(200).Json;
        during.GetProperty("fase").GetString().ShouldBe("stemming");
        during.GetProperty("stemming").TryGetProperty("stemmen", out _).ShouldBeFalse();
        during.TryGetProperty("besluiten", out _).ShouldBeFalse();
        await world.After(20);
        var after = (await world.Browser.Get($"/v1/smederijen/{AVote.Smederij}/rondes/2027")).Json;
        after.GetProperty("stemming").GetProperty("stemmen").GetInt32().ShouldBe(5);
        after.GetProperty("besluiten").GetArrayLength().ShouldBe(4);
        (await world.Browser.Get($"/v1/smederijen/{AVote.Smederij}/rondes/1999")).ShouldHave(404);
    }

    private static async Task<(AVote Vote, List<string> Numbers)> Voted(World world)
    {
        var vote = await AVote.Open(world);
        var numbers = new List<string>();
        int[][] ballots = [[0, 1], [1, 2], [2], [3], []];
        foreach (var (i, ballot) in ballots.Index())
            numbers.Add(Voter.NumberOn(await new Voter(vote, vote.Codes[i]).Vote(ballot)));
        return (vote, numbers);
    }
}
