using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Governing;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>
/// The rows of a village and of the stuurgroep as the release before left them, with the keys they are bound by: an idea with money, one that the
/// wijkteam looks at, a division that is being voted on, and the settings where they lay then.
/// </summary>
public sealed class When_a_store_of_layout_3_is_opened
{
    private static async Task<InMemoryEntityStore> Before(Func<string, string>? changed = null)
    {
        var store = new InMemoryEntityStore();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Upgrades", "store-of-layout-3.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            var (key, data) = ((string)row["row"]!, (string)row["data"]!);
            await store.Commit(
                (string)row["partition"]!,
                [new Write.Insert(key, changed is not null && key.StartsWith("instelling|", StringComparison.Ordinal) ? changed(data) : data)]);
        }
        return store;
    }

    private static async Task<World> Begin(InMemoryEntityStore store) =>
        await World.Begin(services => services.AddSingleton(new PlainStore(store)));

    [Fact]
    public async Task The_settings_that_ideas_came_in_under_are_versions_now_and_all_goes_on()
    {
        var store = await Before();
        await using var world = await Begin(store);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        var settings = (await world.Get<SettingsItems>().Load(SettingsKind.KeyOf(World.Village))).ShouldNotBeNull().Item;
        settings.Versions.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            version => version.Number.ShouldBe(1), version => version.CountsFrom.ShouldBe(DateTimeOffset.MinValue));
        await world.Fatima().Change(World.Village, "Meer mensen", ("supportThreshold", "9"));
        (await world.Fatima().Agree(World.Village)).ShouldHave(200);
        var row = (await store.Query(World.Village, IdeaKeys.InPhase(IdeaPhase.InReview))).Rows[0].Row;
        var idea = new IdeaKey(World.Village, IdeaKeys.IdeaOfPhase(row));
        (await world.Browser.Open(idea.Page())).ShouldHave(200);
        (await world.Get<SettingsBook>().Version(World.Village, (await world.Idea(idea)).SettingsVersion)).SupportThreshold.ShouldBe(5);
    }

    [Fact]
    public async Task It_may_stop_anywhere() => await StoppedStart.IsBegunAgain(() => Before(), Begin, step: 7, most: 120);

    /// <summary>What somebody changed in the store before the upgrade does not become a version.</summary>
    [Fact]
    public async Task Settings_that_were_tampered_with_are_not_taken_over()
    {
        var store = await Before(data => data.Replace("\"supportThreshold\":5", "\"supportThreshold\":1", StringComparison.Ordinal));
        await using var world = await Begin(store);
        world.Settings().SupportThreshold.ShouldBe(5);
    }
}
