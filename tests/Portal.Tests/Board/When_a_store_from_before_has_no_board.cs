using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Board;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Portal.Tests.Board;

/// <summary>
/// The rows of two Smederijen as the release before the shared board left them: ideas in four states, one of them ended with two
/// mails that were given up.
/// </summary>
public sealed class When_a_store_from_before_has_no_board
{
    private static async Task<World> Begin()
    {
        var store = new InMemoryEntityStore();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Board", "store-before-the-board.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            await store.Commit((string)row["partition"]!, [new Write.Insert((string)row["row"]!, (string)row["data"]!)]);
        }
        return await World.Begin(services =>
            services.Configure<PortalOptions>(options => options.KeepsBoard = true).AddSingleton(new PlainStore(store)));
    }

    [Fact]
    public async Task The_first_start_makes_it_and_the_pages_show_what_was_there()
    {
        await using var world = await Begin();
        await world.Get<BoardMaking>().MakeDaily();
        var board = await BoardSnapshot.Read(world.Get<IEntityStore>(), CancellationToken.None);
        board.Part(new(null, null, null, false), 50, world.Clock.GetUtcNow()).Lines.Select(line => line.Smederij)
            .ShouldBe(["wolfsbos", "alteveer", "alteveer", "alteveer"], ignoreOrder: true);
        board.Failed.ShouldBe(2);
        board.Rounds.Count.ShouldBe(world.Get<SettingsBook>().All.Count);
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain("2 berichten zijn niet aangekomen");
    }

    [Fact]
    public async Task Until_then_the_pages_read_the_partitions()
    {
        await using var world = await Begin();
        var words = (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words;
        words.ShouldContain("2 berichten zijn niet aangekomen");
        words.ShouldNotContain("achterlopen");
        (await world.Browser.Get("/")).ShouldHave(200);
    }

    [Fact]
    public async Task What_waited_in_it_goes_on()
    {
        await using var world = await Begin();
        await world.Get<BoardMaking>().MakeDaily();
        await world.After(400);
        var left = await BoardSnapshot.Read(world.Get<IEntityStore>(), CancellationToken.None);
        left.Part(new(null, null, null, false), 50, world.Clock.GetUtcNow()).Lines.ShouldBeEmpty();
    }
}
