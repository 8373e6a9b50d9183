using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>
/// The rows of a village and of the stuurgroep as the release before left them: an idea with money, one that was refused with reasons, a
/// plan with news, and a division that is being voted on.
/// </summary>
public sealed class When_a_store_of_layout_1_is_opened
{
    private static IEnumerable<JsonNode> Sample =>
        File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Upgrades", "store-of-layout-1.jsonl")).Select(line => JsonNode.Parse(line)!);

    private static async Task<InMemoryEntityStore> Before()
    {
        var store = new InMemoryEntityStore();
        foreach (var row in Sample)
            await store.Commit((string)row["partition"]!, [new Write.Insert((string)row["row"]!, (string)row["data"]!)]);
        return store;
    }

    private static async Task<World> Begin(InMemoryEntityStore store)
    {
        var world = await World.Begin(services => services.AddSingleton(new PlainStore(store)));
        world.Clock.MoveTo(World.Monday.AddDays(30));
        return world;
    }

    private static async Task<IdeaKey> Idea(IEntityStore store, IdeaPhase phase) =>
        new(World.Village, IdeaKeys.IdeaOfPhase((await store.Query(World.Village, IdeaKeys.InPhase(phase))).Rows[0].Row));

    [Fact]
    public async Task Every_history_is_whole_and_every_row_can_be_read()
    {
        await using var world = await Begin(await Before());
        var report = await world.Get<LogVerifier>().Verify();
        report.Broken.ShouldBeEmpty();
        (report.Logs["idee"], report.Logs["plan"], report.Logs["besluit"]).ShouldBe((2, 1, 1));
        await world.Get<UnreadableList>().Check(CancellationToken.None);
        (await world.Get<UnreadableList>().Current(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_show_what_they_showed_and_items_go_on()
    {
        var store = await Before();
        await using var world = await Begin(store);
        var declined = await Idea(store, IdeaPhase.Declined);
        var words = (await world.Browser.Get(declined.Page())).ShouldHave(200).Words;
        words.ShouldContain("Te duur voor één straat.");
        words.ShouldContain("De groep vindt dit \"mooi\", maar duur.");
        var plan = (await store.Query(World.Village, PlanKeys.AllSummaries)).Rows[0].Row.Split('|')[1];
        (await world.Browser.Get($"/smederijen/{World.Village}/plannen/{plan}")).ShouldHave(200).Words.ShouldContain("De fundering ligt er.");
        await world.Get<PlanItems>().Handle(new PlanKey(World.Village, plan), CommandId.Fresh(), at => new PlanEvent.NewsPosted(at, "Het dak ook."));
        var resolution = (await world.Get<ResolutionArchive>().List())[0].Id;
        foreach (var seat in world.Get<SettingsBook>().Stuurgroep.Seats.Skip(1).Take(6))
            await world.Get<ResolutionItems>()
                .Handle(new ResolutionKey(resolution), CommandId.Fresh(), at => new ResolutionEvent.VoiceGiven(at, seat.Id, false, Voice.For));
        await world.Work();
        (await world.Get<ResolutionItems>().Find(resolution)).ShouldNotBeNull().State.ShouldBeOfType<ResolutionState.Decided>()
            .Sitting.Seats[0].Reason.ShouldBe("Te veel naar de dorpen.");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        (await store.RowsFrom(World.Village, "effect|plan-")).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_typed_stands_in_no_item_and_no_log_any_more()
    {
        var store = await Before();
        await using var world = await Begin(store);
        List<Entity> rows = [.. await store.Everything(World.Village), .. await store.Everything(Partitions.Stuurgroep)];
        foreach (var text in (string[])["Te duur", "De groep vindt", "De fundering", "Dak erop", "Te veel naar"])
        {
            rows.Where(row =>
                JsonNode.Parse(row.Data is "" ? "{}" : row.Data.StartsWith('{') ? row.Data : "{}")!.ToJsonString(Readable)
                .Contains(text, StringComparison.Ordinal))
                .Select(row => row.Row.Split('|')[2]).Distinct().ShouldBe(["gezegd"], text);
        }
    }

    [Fact]
    public Task A_start_that_stops_after_whichever_commit_is_begun_again() =>
        StoppedStart.IsBegunAgain(Before, Begin, step: 1, most: 12);

    [Theory]
    [InlineData("{ kapot")]
    [InlineData("[]")]
    [InlineData("{\"event\":7,\"phase\":7,\"hash\":7}")]
    [InlineData("{\"idea\":7,\"logHead\":7,\"effects\":\"veel\",\"title\":7,\"published\":\"ja\"}")]
    public async Task What_cannot_be_read_stays_and_keeps_nothing_else_from_its_upgrade(string text)
    {
        var store = await Before();
        var (bad, good) = (await Idea(store, IdeaPhase.Granted), await Idea(store, IdeaPhase.Declined));
        await store.Commit(bad.Smederij, [new Write.Put(IdeaKeys.Idea(bad.Id), text), new Write.Put(IdeaKeys.Log(bad.Id, 2), text)]);
        await using var world = await Begin(store);
        (await store.Get(bad.Smederij, IdeaKeys.Idea(bad.Id))).ShouldNotBeNull().Data.ShouldBe(text);
        (await world.Get<LogVerifier>().Verify()).Broken.Select(finding => finding.Item).Distinct().ShouldBe([bad]);
        (await world.Browser.Get(good.Page())).ShouldHave(200).Words.ShouldContain("Te duur voor één straat.");
    }

    [Fact]
    public async Task The_second_start_changes_nothing()
    {
        var store = await Before();
        await (await Begin(store)).DisposeAsync();
        var after = (await store.Everything(World.Village)).Select(row => (row.Row, row.ETag)).ToList();
        await (await Begin(store)).DisposeAsync();
        (await store.Everything(World.Village)).Select(row => (row.Row, row.ETag)).ShouldBe(after);
    }

    private static readonly System.Text.Json.JsonSerializerOptions Readable =
        new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
