using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Api;

public class When_a_program_reads_ideas
{
    [Fact]
    public async Task An_idea_that_nobody_confirmed_shows_only_where_it_stands()
    {
        await using var world = await World.Begin();
        var path = (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea())).ShouldHave(201).Location;
        var idea = (await world.Browser.Get(path)).ShouldHave(200).Json;
        idea.Names().ShouldBe(["id", "fase", "sinds", "wachtOp", "uiterlijk", "gepauzeerd", "url"]);
        idea.GetProperty("sinds").GetString().ShouldBe("2026-03-02T09:00:00Z");

        await world.After(days: 8);
        var lapsed = (await world.Browser.Get(path)).ShouldHave(200).Json;
        lapsed.Names().ShouldBe(["id", "fase", "sinds", "gepauzeerd", "url"]);
        lapsed.GetProperty("fase").GetString().ShouldBe("verlopen");
        (await world.Browser.Get(Programs.Ideas)).Json.GetProperty("ideeen").GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task A_confirmed_idea_tells_its_story_and_nobodys_name()
    {
        await using var world = await World.Begin();
        var key = await world.ConfirmedIdea();
        await world.Happens(key, at => new IdeaEvent.SupportConfirmed(at));
        var answer = (await world.Browser.Get($"{Programs.Ideas}/{key.Id}")).ShouldHave(200);
        var idea = answer.Json;
        idea.GetProperty("titel").GetString().ShouldBe("Een bankje bij de vijver");
        idea.GetProperty("bedrag").GetInt64().ShouldBe(45000);
        idea.GetProperty("wachtOp").GetString().ShouldBe("buurt");
        idea.GetProperty("uiterlijk").GetString().ShouldBe("2026-03-30T22:00:00Z");
        idea.GetProperty("steun").GetRawText().ShouldBe("""{"aantal":1,"nodig":5}""");
        Events(idea).ShouldBe(["ingediend", "bevestigd", "steun-bevestigd"]);
        foreach (var secret in new[] { "Jannie", "jannie", "7927" })
            answer.Text.ShouldNotContain(secret);
    }

    [Fact]
    public async Task What_reviewers_wrote_stands_beside_what_they_did()
    {
        await using var world = await World.Begin();
        var key = await world.ConfirmedIdea();
        for (var i = 0; i < 5; i++)
            await world.Happens(key, at => new IdeaEvent.SupportConfirmed(at));
        await world.Happens(key, at => new IdeaEvent.Advised(at, 1, world.Settings().Wijkteam.Members[0].Id, Advice.Question, "Waar komt het precies?"));
        var idea = (await world.Browser.Get($"{Programs.Ideas}/{key.Id}")).Json;
        var last = idea.GetProperty("tijdlijn").EnumerateArray().Last();
        last.GetProperty("gebeurtenis").GetString().ShouldBe("geadviseerd");
        last.GetProperty("toelichting").GetString()!.ShouldContain("Waar komt het precies?");
        last.GetProperty("fase").GetString().ShouldBe("vraag");
        idea.GetProperty("steun").GetProperty("aantal").GetInt32().ShouldBe(5);
    }

    [Fact]
    public async Task The_list_can_be_read_page_by_page_without_missing_or_repeating_any()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < 7; i++)
            await world.ConfirmedIdea($"Idee {i}");
        var titles = new List<string?>();
        for (var next = $"{Programs.Ideas}?fase=draagvlak&aantal=3"; next is not null;)
        {
            var page = (await world.Browser.Get(next)).ShouldHave(200);
            titles.AddRange(page.Json.GetProperty("ideeen").EnumerateArray().Select(idea => idea.GetProperty("titel").GetString()));
            next = page.Json.TryGetProperty("volgende", out var following) ? following.GetString() : null;
            page.Headers.Link.ToString().ShouldBe(next is null ? "" : $"<{next}>; rel=\"next\"");
        }
        titles.Order().ShouldBe(Enumerable.Range(0, 7).Select(i => $"Idee {i}"));
    }

    [Fact]
    public async Task The_phase_filters()
    {
        await using var world = await World.Begin();
        var stopped = await world.ConfirmedIdea("Gestopt");
        await world.ConfirmedIdea("Loopt");
        await world.Happens(stopped, at => new IdeaEvent.Withdrawn(at));
        Titles(await world.Browser.Get($"{Programs.Ideas}?fase=ingetrokken")).ShouldBe(["Gestopt"]);
        Titles(await world.Browser.Get($"{Programs.Ideas}?fase=draagvlak")).ShouldBe(["Loopt"]);
        Titles(await world.Browser.Get(Programs.Ideas)).ShouldBe(["Loopt", "Gestopt"]);
    }

    [Theory]
    [InlineData("fase=onbekend", "fase")]
    [InlineData("aantal=0", "aantal")]
    [InlineData("aantal=101", "aantal")]
    [InlineData("aantal=-1", "aantal")]
    [InlineData("aantal=99999999999999999999", "aantal")]
    [InlineData("aantal=1&aantal=2", "aantal")]
    [InlineData("vanaf=%20", "vanaf")]
    [InlineData("vanaf=!!", "vanaf")]
    [InlineData("vanaf=aWRlZXw", "vanaf")]
    [InlineData("fase=draagvlak&vanaf=ZmFzZXx2cmFhZ3wx", "vanaf")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string parameter)
    {
        await using var world = await World.Begin();
        (await world.Browser.Get($"{Programs.Ideas}?{query}")).ShouldBeProblem(400).ErrorsAt().ShouldBe([parameter]);
    }

    private static IEnumerable<string?> Events(JsonElement idea) =>
        idea.GetProperty("tijdlijn").EnumerateArray().Select(line => line.GetProperty("gebeurtenis").GetString());

    private static IEnumerable<string?> Titles(Answer list) =>
        list.ShouldHave(200).Json.GetProperty("ideeen").EnumerateArray().Select(idea => idea.GetProperty("titel").GetString());
}
