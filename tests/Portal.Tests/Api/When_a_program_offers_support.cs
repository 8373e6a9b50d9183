using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Api;

public class When_a_program_offers_support
{
    private static readonly Dictionary<string, object?> ASupporter = new()
    {
        ["naam"] = "Bert Jansen",
        ["email"] = "bert@voorbeeld.example",
        ["postcode"] = "7927AC",
    };

    [Fact]
    public async Task It_counts_when_the_supporter_confirms_from_the_mail()
    {
        await using var world = await World.Begin();
        var idea = $"{Programs.Ideas}/{(await world.ConfirmedIdea()).Id}";
        var taken = (await world.Browser.PostJson($"{idea}/steunbetuigingen", ASupporter)).ShouldHave(202);
        taken.Body.ShouldBeEmpty();
        taken.Headers["API-Version"].ToString().ShouldBe("1.0.0");
        (await Supporters(world, idea)).ShouldBe(0);

        await world.Work();
        await world.Browser.Press(world.Mailbox.LastTo("bert@voorbeeld.example").Link());
        (await Supporters(world, idea)).ShouldBe(1);

        (await world.Browser.PostJson($"{idea}/steunbetuigingen", ASupporter)).ShouldHave(202);
        (await world.Browser.Post($"{idea}/steunbetuigingen", new { naam = "Bert Jansen", email = "bert@voorbeeld.example", postcode = "7927 AC" })).ShouldHave(202);
        (await Supporters(world, idea)).ShouldBe(1);
    }

    [Fact]
    public async Task All_errors_come_at_once_and_nothing_is_kept()
    {
        await using var world = await World.Begin();
        var key = await world.ConfirmedIdea();
        var path = $"{Programs.Ideas}/{key.Id}/steunbetuigingen";
        (await world.Browser.PostText(path, "{}")).ShouldBeProblem(400).ErrorsAt().ShouldBe(["#/naam", "#/email", "#/postcode"]);
        var elsewhere = new Dictionary<string, object?>(ASupporter) { ["postcode"] = "1011 AB", ["naam"] = 7 };
        (await world.Browser.PostJson(path, elsewhere)).ShouldBeProblem(400).ErrorsAt().ShouldBe(["#/naam", "#/postcode"]);
        (await world.Browser.PostText(path, "naam", "text/plain")).ShouldBeProblem(415);
        (await world.Store.Query(World.Village, IdeaKeys.Supporters(key.Id))).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_an_idea_that_gathers_support_can_be_supported()
    {
        await using var world = await World.Begin();
        (await world.Browser.PostJson($"{Programs.Ideas}/0123456789abcd/steunbetuigingen", ASupporter)).ShouldBeProblem(404);
        var unconfirmed = (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea())).Location;
        (await world.Browser.PostJson($"{unconfirmed}/steunbetuigingen", ASupporter)).ShouldBeProblem(404);
        var stopped = await world.ConfirmedIdea();
        await world.Happens(stopped, at => new IdeaEvent.Withdrawn(at));
        (await world.Browser.PostJson($"{Programs.Ideas}/{stopped.Id}/steunbetuigingen", ASupporter)).ShouldBeProblem(409);
    }

    private static async Task<int> Supporters(World world, string idea) =>
        (await world.Browser.Get(idea)).Json.GetProperty("steun").GetProperty("aantal").GetInt32();
}
