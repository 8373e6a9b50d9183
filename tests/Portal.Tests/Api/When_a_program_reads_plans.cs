using System.Text.Json;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Domain.Tests;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Work;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Portal.Tests.Api;

public sealed class When_a_program_reads_plans
{
    private const string Plans = $"/v1/smederijen/{World.Village}/plannen";

    [Fact]
    public async Task A_plan_tells_its_milestones_money_support_and_decisions_and_nobodys_name()
    {
        await using var world = await World.Begin();
        var plan = await Carried(world);

        var answer = (await world.Browser.Get($"{Plans}/{plan.Id}")).ShouldHave(200);

        foreach (var secret in (string[])["Trijntje", "trijntje", "Femke", "fonds@", "anna"])
            answer.Text.ShouldNotContain(secret);
        Approved.Matches(Readable(answer.Json).Replace(plan.Id, "{id}", StringComparison.Ordinal), "plan");
    }

    [Fact]
    public async Task The_described_example_looks_like_a_real_answer()
    {
        await using var world = await World.Begin();
        var plan = await Carried(world);
        var example = (await world.Browser.Get("/v1/openapi.json")).Json.GetProperty("paths").GetProperty("/smederijen/{smederij}/plannen/{id}")
            .GetProperty("get").GetProperty("responses").GetProperty("200").GetProperty("content").GetProperty("application/json").GetProperty("example");
        (await world.Browser.Get($"{Plans}/{plan.Id}")).Json.NamesInside().ShouldBe(example.NamesInside());
    }

    [Fact]
    public async Task A_list_of_plans_shows_where_each_stands()
    {
        await using var world = await World.Begin();
        var plan = await world.BeginPlan();

        var answer = (await world.Browser.Get((await world.Browser.Get($"/v1/smederijen/{World.Village}")).Json.GetProperty("plannen").GetString()!)).ShouldHave(200);

        Approved.Matches(Readable(answer.Json).Replace(plan.Id, "{id}", StringComparison.Ordinal), "plans");
    }

    [Fact]
    public async Task A_list_comes_in_pages()
    {
        await using var world = await World.Begin();
        for (var i = 0; i < 3; i++)
            await world.BeginPlan();
        var found = new List<string?>();
        for (string? next = $"{Plans}?aantal=2"; next is not null;)
        {
            var page = (await world.Browser.Get(next)).ShouldHave(200);
            found.AddRange(page.Json.GetProperty("plannen").EnumerateArray().Select(plan => plan.GetProperty("id").GetString()));
            next = page.Json.TryGetProperty("volgende", out var following) ? following.GetString() : null;
            page.Headers.Link.ToString().ShouldBe(next is null ? "" : $"<{next}>; rel=\"next\"");
        }
        found.Count.ShouldBe(3);
        found.ShouldBeUnique();
    }

    [Fact]
    public async Task What_nobody_confirmed_is_not_there()
    {
        await using var world = await World.Begin();
        (await world.Browser.Post($"/smederijen/{World.Village}/plannen/nieuw", Builders.APlan)).ShouldHave(303);
        var plan = await world.LastPlan();

        (await world.Browser.Get(Plans)).ShouldHave(200).Json.GetProperty("plannen").GetArrayLength().ShouldBe(0);
        (await world.Browser.Get($"{Plans}/{plan.Id}")).ShouldBeProblem(404);
    }

    [Theory]
    [InlineData("aantal=0", "aantal")]
    [InlineData("vanaf=!!", "vanaf")]
    [InlineData("vanaf=ZmFzZXx2cmFhZ3wx", "vanaf")]
    public async Task A_question_that_makes_no_sense_is_refused(string query, string parameter)
    {
        await using var world = await World.Begin();
        (await world.Browser.Get($"{Plans}?{query}")).ShouldBeProblem(400).ErrorsAt().ShouldBe([parameter]);
    }

    /// <summary>With a milestone reached and one to come, a partner that promised and one that refused, supporters, and a decision.</summary>
    private static async Task<PlanKey> Carried(World world)
    {
        var plan = await world.BeginPlan();
        await world.AskPartner();
        var fund = (await world.Plan(plan)).Partners[0].Id;
        Func<DateTimeOffset, PlanEvent>[] events =
        [
            at => new MilestoneSet(at, WorkingGroup, "tekening", "De tekening is klaar", new DateOnly(2026, 3, 20)),
            at => new MilestoneReached(at, "anna", "tekening", new DateOnly(2026, 3, 2)),
            at => new MilestoneSet(at, WorkingGroup, "dak", "Het dak ligt erop", new DateOnly(2028, 5, 1)),
            at => new MoneyPromised(at, fund, new Euro(4_000_000)),
            at => new PartnerSpoke(at, fund, true, "Goed voor ouderen."),
            at => new MoneyReceived(at, "anna", fund, new Euro(1_000_000), "afschrift.pdf"),
            at => new PlanEvent.PartnerAsked(at, WorkingGroup, "gemeente", PartnerKind.Municipality, "Gemeente", new Euro(2_000_000)),
            at => new MoneyRefused(at, "gemeente", "Geen budget"),
            at => new SupportConfirmed(at),
            at => new MomentNamed(at, WorkingGroup, "bouw", "Voor de bouw", new DateOnly(2027, 5, 1)),
            at => new DecisionAsked(at, WorkingGroup, "start"),
        ];
        foreach (var happening in events)
            (await world.Happens(plan, happening)).ShouldBeOfType<Outcome<PlanRefusal>.Done>();
        await world.Work();
        await world.StuurgroepSays(Voice.GoOn);
        return plan;
    }

    private static readonly JsonSerializerOptions Indented =
        new() { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Readable(JsonElement json) => JsonSerializer.Serialize(json, Indented);
}
