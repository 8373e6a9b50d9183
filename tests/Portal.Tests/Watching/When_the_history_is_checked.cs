using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Watching;

public sealed class When_the_history_is_checked
{
    private const string Check = "/medewerkers/geschiedenis";

    [Fact]
    public async Task A_healthy_store_is_whole()
    {
        var (world, _) = await Everything();
        await using var _1 = world;

        var report = await world.Get<LogVerifier>().Verify();

        report.Broken.ShouldBeEmpty();
        report.Logs.ShouldBe(
            new Dictionary<string, int> { ["idee"] = 1, ["ronde"] = 24, ["plan"] = 1, ["besluit"] = 1, ["instellingen"] = 26,
                ["plek"] = 0, ["verleden"] = 0, ["jaarherinnering"] = 1, ["overleg"] = 0, ["betaling"] = 0, ["betaalopdracht"] = 0,
                ["bankbestand"] = 0, ["bankregel"] = 0 }, ignoreOrder: true);
        report.Lines.ShouldBeGreaterThan(30);
    }

    [Theory]
    [InlineData("idea")]
    [InlineData("round")]
    [InlineData("plan")]
    [InlineData("resolution")]
    public async Task A_line_that_was_changed_or_left_out_is_seen(string kind)
    {
        var (world, items) = await Everything();
        await using var _ = world;
        var (item, last) = items[kind];

        var row = (await world.Store.Get(item.Smederij, last)).ShouldNotBeNull();
        await world.Store.Commit(item.Smederij, [new Write.Put(row.Row, row.Data.Replace("\"at\":\"2026", "\"at\":\"2025", StringComparison.Ordinal))]);
        var changed = (await world.Get<LogVerifier>().Verify()).Broken.Single(finding => finding.What == Trouble.Line);
        changed.Item.ShouldBe(item);

        await world.Store.Commit(item.Smederij, [new Write.Put(row.Row, "{ broken")]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldContain(changed);

        await world.Store.Commit(item.Smederij, [new Write.Delete(row.Row)]);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldContain(changed);
    }

    [Fact]
    public async Task Staff_read_on_a_page_what_came_of_it()
    {
        var (world, items) = await Everything();
        await using var _ = world;
        (await world.Anna().Get(Check)).ShouldHave(200).Words.ShouldContain("Reken alles na");
        (await world.Anna().Post(Check)).ShouldHave(200).Words.ShouldContain("Alles klopt Nagerekend: 1 idee, 24 rondes, 1 plan en 1 besluit");

        var (plan, last) = items["plan"];
        await world.Store.Commit(plan.Smederij, [new Write.Delete(last)]);

        var page = (await world.Anna().Post(Check)).ShouldHave(200);
        page.Text.ShouldContain(" <a href=\"/medewerkers/plannen", customMessage: "the sentence before it ends with a full stop");
        var words = page.Words;
        words.ShouldContain("De geschiedenis klopt niet");
        words.ShouldContain($"{plan}: regel");
        words.ShouldContain("Naar het plan");
    }

    [Fact]
    public async Task Somebody_who_tampers_with_an_idea_is_seen_on_its_page_too()
    {
        var (world, items) = await Everything();
        await using var _ = world;
        var (idea, last) = items["idea"];
        await world.Store.Commit(idea.Smederij, [new Write.Delete(last)]);
        (await world.Anna().Get($"/medewerkers/ideeen/{idea.Smederij}/{idea.Item}")).ShouldHave(200).Words.ShouldContain("De geschiedenis klopt niet");
    }

    /// <summary>One item of each kind, with the row of the last line of its log.</summary>
    private static async Task<(World, IReadOnlyDictionary<string, (WorkKey, string)>)> Everything()
    {
        var world = await World.Begin();
        var idea = await Colleagues.Granted(world);
        var plan = await world.BeginPlan();
        await world.PutToSeats();
        var round = new RoundKey(World.Village, world.Settings().Round.Period);
        var revision = (await world.Get<RoundItems>().Load(round)).ShouldNotBeNull().Item.Revision;
        return (world, new Dictionary<string, (WorkKey, string)>
        {
            ["idea"] = (new WorkKey(idea.Smederij, idea.Id), IdeaKeys.Log(idea.Id, (await world.Idea(idea)).Revision)),
            ["round"] = (round.Work, RoundKeys.Log(round.Period, revision)),
            ["plan"] = (plan.Work, $"plan|{plan.Id}|log|{(await world.Plan(plan)).Revision:D6}"),
            ["resolution"] = ((WorkKey)new ResolutionKey(ADivision.Id), $"besluit|{ADivision.Id}|log|{(await world.Resolution()).Revision:D6}"),
        });
    }
}
