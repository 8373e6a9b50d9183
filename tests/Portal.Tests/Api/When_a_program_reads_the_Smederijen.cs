using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Api;

public class When_a_program_reads_the_Smederijen
{
    [Fact]
    public async Task The_list_holds_all_of_them_with_their_addresses()
    {
        await using var world = await World.Begin();
        var list = (await world.Browser.Get("/v1/smederijen")).ShouldHave(200).Json.GetProperty("smederijen");
        list.GetArrayLength().ShouldBe(24);
        list.EnumerateArray().Count(smederij => smederij.GetProperty("soort").GetString() == "wijk").ShouldBe(14);
        foreach (var smederij in list.EnumerateArray())
            (await world.Browser.Get(smederij.GetProperty("url").GetString()!)).ShouldHave(200);
    }

    [Fact]
    public async Task The_budget_tells_in_cents_where_the_money_is()
    {
        await using var world = await World.Begin();
        var idea = await Granted(world);
        var allotted = world.Settings().Round.Envelope.Cents;
        var json = (await world.Browser.Get($"/v1/smederijen/{World.Village}")).ShouldHave(200).Json;
        json.GetProperty("drempel").GetInt32().ShouldBe(5);
        json.GetProperty("doorlopend").GetBoolean().ShouldBeTrue();
        json.GetProperty("sluit").GetString().ShouldBe("2027-06-30");
        json.GetProperty("budget").GetRawText().ShouldBe(
            $$"""{"toegewezen":{{allotted}},"overgenomen":0,"meegenomen":0,"teruggegeven":0,"gereserveerd":45000,"vrijgegeven":0,"terugTeOntvangen":0,"beschikbaar":{{allotted - 45000}}}""");
        (await world.Browser.Get($"{Programs.Ideas}/{idea.Id}")).Json.GetProperty("fase").GetString().ShouldBe("toegekend");
    }

    [Fact]
    public async Task Every_answer_carries_the_version_and_opens_to_other_websites()
    {
        await using var world = await World.Begin();
        foreach (var path in new[] { "/v1/smederijen", "/v1/openapi.json", "/v1/smederijen/nergens", $"{Programs.Ideas}?aantal=0" })
        {
            var answer = await world.Browser.Get(path);
            answer.Headers["API-Version"].ToString().ShouldBe("1.0.0", path);
            answer.Headers.AccessControlAllowOrigin.ToString().ShouldBe("*", path);
            answer.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff", path);
        }
    }

    [Fact]
    public async Task What_it_holds_already_is_not_sent_again()
    {
        await using var world = await World.Begin();
        var tag = (await world.Browser.Get($"/v1/smederijen/{World.Village}")).Headers.ETag.ToString();
        var again = await world.Browser.Get($"/v1/smederijen/{World.Village}", ("If-None-Match", $"\"other\", W/{tag}"));
        again.ShouldHave(304).Body.ShouldBeEmpty();
        again.Headers.ETag.ToString().ShouldBe(tag);
        await Granted(world);
        (await world.Browser.Get($"/v1/smederijen/{World.Village}", ("If-None-Match", tag))).ShouldHave(200);
    }

    /// <summary>With no-store there would be nothing to ask about again.</summary>
    [Fact]
    public async Task It_may_keep_an_answer_and_asks_each_time_whether_it_holds()
    {
        await using var world = await World.Begin();
        var first = (await world.Browser.Get($"/v1/smederijen/{World.Village}")).ShouldHave(200);
        var again = (await world.Browser.Get($"/v1/smederijen/{World.Village}", ("If-None-Match", first.Headers.ETag.ToString()))).ShouldHave(304);
        foreach (var answer in new[] { first, again })
            answer.Headers.CacheControl.ToString().ShouldBe("no-cache");
        again.Headers.Vary.ToString().ShouldBe(first.Headers.Vary.ToString());
        (await world.Browser.Get("/v1/smederijen/nergens")).ShouldHave(404).Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    [Theory]
    [InlineData("/v1/openapi.json")]
    [InlineData("/v1/smederijen")]
    [InlineData("/v1/smederijen/alteveer/ideeen")]
    [InlineData("/v1/besluiten/0123456789abcd")]
    public async Task A_page_of_another_website_may_ask_with_its_tag(string path)
    {
        await using var world = await World.Begin();
        var answer = (await Ask(world, path, "GET")).ShouldHave(204);
        answer.Headers.AccessControlAllowOrigin.ToString().ShouldBe("*");
        answer.Headers.AccessControlAllowHeaders.ToString().ShouldBe("If-None-Match");
        answer.Headers.AccessControlAllowMethods.ToString().ShouldBe("GET, HEAD");
        (await world.Browser.Get("/v1/openapi.json")).Headers.AccessControlExposeHeaders.ToString().ShouldContain("ETag");
    }

    [Theory]
    [InlineData("/v1/smederijen/alteveer/ideeen", "POST", 405)]
    [InlineData("/v1/smederijen/alteveer/ideeen/0123456789abcd/steunbetuigingen", "POST", 405)]
    [InlineData("/v1/smederijen/alteveer/ideeen/0123456789abcd/steunbetuigingen", "GET", 405)]
    [InlineData("/v1/bestaat/niet", "GET", 404)]
    [InlineData("/smederijen/alteveer", "GET", 405)]
    public async Task A_page_of_another_website_may_do_nothing_else(string path, string method, int status)
    {
        await using var world = await World.Begin();
        (await Ask(world, path, method)).ShouldHave(status).Headers.AccessControlAllowHeaders.ShouldBeEmpty();
    }

    /// <summary>As a browser asks before it sends what a page of another website wants to.</summary>
    private static Task<Answer> Ask(World world, string path, string method) => world.Browser.Ask(
        "OPTIONS", path, null, ("Origin", "https://elders.example"), ("Access-Control-Request-Method", method),
        ("Access-Control-Request-Headers", "if-none-match"));

    [Fact]
    public async Task HEAD_tells_the_size_and_sends_nothing()
    {
        await using var world = await World.Begin();
        var head = (await world.Browser.Ask("HEAD", "/v1/smederijen")).ShouldHave(200);
        head.Body.ShouldBeEmpty();
        head.Headers.ContentLength.ShouldBe((await world.Browser.Get("/v1/smederijen")).Body.Length);
    }

    [Theory]
    [InlineData("/v1/smederijen/")]
    [InlineData("/v1/smederijen/alteveer/")]
    [InlineData("/v1/smederijen/alteveer/ideeen/")]
    [InlineData("/v1/smederijen/nergens")]
    [InlineData("/v1/smederijen/nergens/ideeen")]
    [InlineData("/v1/smederijen/nergens/ideeen/0123456789abcd")]
    [InlineData("/v1/smederijen/~installatie")]
    [InlineData("/v1/smederijen/%7F%C3%A9/ideeen")]
    [InlineData("/v1/smederijen/alteveer/ideeen/0123456789abcd")]
    [InlineData("/v1/smederijen/alteveer/ideeen/..%7Cpersoon")]
    public async Task What_is_not_there_is_not_found(string path)
    {
        await using var world = await World.Begin();
        (await world.Browser.Get(path)).ShouldBeProblem(404);
    }

    private static async Task<IdeaKey> Granted(World world)
    {
        var idea = await world.ConfirmedIdea();
        for (var i = 0; i < 5; i++)
            await world.Happens(idea, at => new IdeaEvent.SupportConfirmed(at));
        foreach (var reviewer in world.Settings().Wijkteam.Members)
            await world.Happens(idea, at => new IdeaEvent.Advised(at, 1, reviewer.Id, Advice.Suitable, null));
        await world.Work();
        var round = (await world.Store.Get(World.Village, RoundKeys.Round(world.Settings().Round.Period)))!.Read(LedgerJson.Default.StoredRound);
        round.Item.Ledger.Reserved.ShouldBe(new Euro(45000));
        return idea;
    }
}
