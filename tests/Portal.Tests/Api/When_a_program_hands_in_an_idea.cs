using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Api;

public class When_a_program_hands_in_an_idea
{
    [Fact]
    public async Task It_learns_where_the_idea_is_and_the_submitter_is_mailed()
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea())).ShouldHave(201);
        var id = answer.Json.GetProperty("id").GetString();
        answer.Location.ShouldBe($"{Programs.Ideas}/{id}");
        answer.Headers["API-Version"].ToString().ShouldBe("1.0.0");
        answer.Json.GetProperty("fase").GetString().ShouldBe("wacht-op-bevestiging");
        answer.Json.GetProperty("wachtOp").GetString().ShouldBe("indiener");
        (await world.Browser.Get(answer.Location)).Text.ShouldBe(answer.Text);

        await world.Work();
        (await world.Browser.Press(world.Mailbox.LastTo(Residents.Submitter).Link())).ShouldHave(200);
        (await world.Browser.Get(answer.Location)).Json.GetProperty("fase").GetString().ShouldBe("draagvlak");
    }

    [Fact]
    public async Task The_same_command_again_gives_the_same_idea()
    {
        await using var world = await World.Begin();
        var idea = Programs.AnIdea("opdracht", "9f1c");
        var first = (await world.Browser.PostJson(Programs.Ideas, idea)).ShouldHave(201);
        var second = (await world.Browser.PostJson(Programs.Ideas, idea)).ShouldHave(201);
        second.Location.ShouldBe(first.Location);
        (await world.Store.Query(World.Village, IdeaKeys.AllPhases)).Rows.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_form_of_the_website_is_welcome_with_files_and_euros()
    {
        await using var world = await World.Begin();
        var photo = await File.ReadAllBytesAsync("Attachments/samples/phone.jpg");
        var form = new IdeaFields(bedrag: "1.250,50");
        var answer = (await world.Browser.PostWithFiles(Programs.Ideas, form, "bijlagen", ("vakantie.jpg", photo))).ShouldHave(201);
        await world.Work();
        await world.Browser.Press(world.Mailbox.LastTo(Residents.Submitter).Link());
        var idea = (await world.Browser.Get(answer.Location)).Json;
        idea.GetProperty("bedrag").GetInt64().ShouldBe(125050);
        var file = idea.GetProperty("bijlagen").EnumerateArray().ShouldHaveSingleItem();
        file.GetProperty("mediatype").GetString().ShouldBe("image/jpeg");
        file.GetProperty("url").GetString().ShouldBe($"/smederijen/alteveer/ideeen/{idea.GetProperty("id").GetString()}/bijlagen/{world.Attachments.Names.Single()}");

        (await world.Browser.Post(Programs.Ideas, new IdeaFields())).ShouldHave(201);
    }

    [Fact]
    public async Task All_errors_come_at_once_and_nothing_is_kept()
    {
        await using var world = await World.Begin();
        var empty = (await world.Browser.PostText(Programs.Ideas, "{}")).ShouldBeProblem(400);
        empty.ErrorsAt().ShouldBe(["#/titel", "#/beschrijving", "#/bijdrage", "#/bedrag", "#/naam", "#/email", "#/postcode"]);
        empty.Json.GetProperty("errors")[0].GetProperty("in").GetString().ShouldBe("body");

        var mixed = Programs.AnIdea("titel", 7);
        mixed["bedrag"] = "450";
        mixed["postcode"] = "hier";
        (await world.Browser.PostJson(Programs.Ideas, mixed)).ShouldBeProblem(400).ErrorsAt().ShouldBe(["#/titel", "#/bedrag", "#/postcode"]);
        (await world.Store.Query(World.Village, IdeaKeys.AllPhases)).Rows.ShouldBeEmpty();
        world.Attachments.Names.ShouldBeEmpty();
    }

    [Fact]
    public async Task Too_often_is_refused_with_when_to_try_again()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < 10; i++)
            (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea())).ShouldHave(201);
        var refused = (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea())).ShouldBeProblem(429);
        int.Parse(refused.Headers.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture).ShouldBeInRange(1, 3600);
        await world.After(days: 1);
        (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea())).ShouldHave(201);
    }

    [Fact]
    public async Task A_browser_on_another_website_is_refused()
    {
        await using var world = await World.Begin();
        var form = new FormUrlEncodedContent([]);
        (await world.Browser.Ask("POST", Programs.Ideas, form, ("Sec-Fetch-Site", "cross-site"))).ShouldBeProblem(403);
        (await world.Browser.Ask("POST", Programs.Ideas, form, ("Origin", "https://elders.example"))).ShouldBeProblem(403);
    }
}
