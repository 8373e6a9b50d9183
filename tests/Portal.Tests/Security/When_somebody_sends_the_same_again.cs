using System.Net.Http.Json;
using Smederijen.Portal.Tests.Api;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;

namespace Smederijen.Portal.Tests.Security;

/// <summary>A repeat under the same id is answered as the first time, however often it comes, and counts for no limit.</summary>
public sealed class When_somebody_sends_the_same_again
{
    private const string Piet = "piet@voorbeeld.example";

    [Fact]
    public async Task A_program_gets_the_same_idea_each_time_and_the_mailbox_stays_free_for_others()
    {
        await using var world = await World.Begin();
        var first = (await ByProgram(world, Programs.Ideas, Programs.AnIdea())).ShouldHave(201);
        for (var times = 0; times < 15; times++)
            (await ByProgram(world, Programs.Ideas, Programs.AnIdea())).ShouldHave(201).Location.ShouldBe(first.Location);
        (await world.Browser.PostJson(Programs.Ideas, Programs.AnIdea("titel", "Een pleintje"))).ShouldHave(201);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_answers_to_a_program_do_not_tell_whether_somebody_supports_already(bool supports)
    {
        await using var world = await World.Begin();
        var idea = await world.ConfirmedIdea();
        if (supports)
            await world.Support(idea, Piet);
        var form = new Dictionary<string, object?> { ["naam"] = "Piet Buurman", ["email"] = Piet, ["postcode"] = "7927AA" };
        for (var times = 0; times < 15; times++)
            (await ByProgram(world, $"{Programs.Ideas}/{idea.Id}/steunbetuigingen", form)).ShouldHave(202);
    }

    public static TheoryData<string> Forms => ["idee", "steun", "plan", "meedoen", "plansteun", "initiatiefgroep", "hulp", "melden"];

    [Theory]
    [MemberData(nameof(Forms))]
    public async Task A_form_counts_once(string form)
    {
        await using var world = await World.Begin();
        var idea = form is "steun" or "melden" ? await world.SubmitAndConfirm() : default;
        var plan = form is "meedoen" or "plansteun" ? await world.BeginPlan() : default;
        var smederij = $"/smederijen/{World.Village}";
        (string Path, object Form) sent = form switch
        {
            "idee" => ($"{smederij}/ideeen/nieuw", Residents.AnIdea with { opdracht = "zelfde" }),
            "steun" => ($"{idea.Page()}/steun", new { naam = "Piet Buurman", email = Piet, postcode = "7927 AA", opdracht = "zelfde" }),
            "plan" => ($"{smederij}/plannen/nieuw", Builders.APlan.With("opdracht", "zelfde")),
            "meedoen" => ($"{plan.PublicPath}/meedoen", new { naam = "Piet Buurman", email = Piet, rol = "Resident", opdracht = "zelfde" }),
            "plansteun" => ($"{plan.PublicPath}/steun", new { naam = "Piet Buurman", email = Piet, postcode = "7927 AA", opdracht = "zelfde" }),
            "initiatiefgroep" => ($"{smederij}/initiatiefgroep", new { naam = "Piet Buurman", email = Piet, opdracht = "zelfde" }),
            "hulp" => ($"{smederij}/hulp", new
            {
                naam = "Geert Bos", telefoon = "06 12 34 56 78", dag = "2026-03-04", dagdeel = "middag", onderwerp = "Een baan", opdracht = "zelfde",
            }),
            _ => ($"{idea.Page()}/melden", new { reden = "misbruik", opdracht = "zelfde" }),
        };
        var first = (await world.Browser.Post(sent.Path, sent.Form)).ShouldHave(303).Location;
        for (var times = 0; times < 70; times++)
            (await world.Browser.Post(sent.Path, sent.Form)).ShouldHave(303).Location.ShouldBe(first);
    }

    [Fact]
    public async Task Pressing_for_the_mail_once_more_counts_once_as_well()
    {
        await using var world = await World.Begin();
        var page = await world.Browser.Send($"/smederijen/{World.Village}/ideeen/nieuw", Residents.AnIdea);
        for (var times = 0; times < 15; times++)
            (await world.Browser.Post(page.Path, new { wat = "opnieuw", opdracht = page.Hidden("opdracht") })).ShouldHave(303);
    }

    private static Task<Answer> ByProgram(World world, string path, object body) =>
        world.Browser.Ask("POST", path, JsonContent.Create(body), ("Idempotency-Key", "\"zelfde\""));
}
