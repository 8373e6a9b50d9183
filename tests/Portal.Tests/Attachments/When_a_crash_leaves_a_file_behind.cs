using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Attachments;

public sealed class When_a_crash_leaves_a_file_behind
{
    [Fact]
    public async Task It_is_erased_a_day_later()
    {
        await using var world = await World.Begin();
        world.Store.Before = (_, writes) => writes.Any(write => write.Row.StartsWith("idee|", StringComparison.Ordinal))
            ? throw new StoreUnavailableException("De stroom viel uit.", new IOException())
            : null;
        (await HandIn(world)).ShouldHave(503);
        world.Attachments.Names.Count().ShouldBe(2, "the one that the crash left, and a sealed copy for the form that came back");

        await PerformAll(world);
        world.Attachments.Names.Count().ShouldBe(2);
        world.Clock.MoveTo(World.Monday.AddHours(25));
        await PerformAll(world);
        world.Attachments.Names.ShouldBeEmpty();
        (await world.Store.Query(World.Village, Keys.AllEffects)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_belongs_to_an_idea_stays_and_nothing_waits_for_it()
    {
        await using var world = await World.Begin();
        (await HandIn(world)).ShouldHave(303);
        await world.Work();
        (await world.Store.Query(World.Village, Keys.AllEffects)).Rows.ShouldBeEmpty();
        world.Attachments.Names.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task The_same_press_again_leaves_one_file()
    {
        await using var world = await World.Begin();
        (await HandIn(world)).ShouldHave(303);
        (await HandIn(world)).ShouldHave(303);
        world.Attachments.Names.ShouldHaveSingleItem();
        await world.Work();
        (await world.Store.Query(World.Village, Keys.AllEffects)).Rows.ShouldBeEmpty();
    }

    private static Task<Answer> HandIn(World world) => world.Browser.PostWithFiles(
        $"/smederijen/{World.Village}/ideeen/nieuw", AnIdea with { opdracht = "een-druk-op-de-knop" }, "bijlagen", ("foto.jpg", Sample.Read("plain.jpg")));

    /// <summary>What a driver does after a restart: everything that has effects.</summary>
    private static async Task PerformAll(World world)
    {
        foreach (var row in (await world.Store.Query(World.Village, Keys.AllEffects)).Rows)
            await world.Get<WorkList>().PerformDue(new WorkKey(World.Village, row.Row.Split('|')[1]));
    }
}
