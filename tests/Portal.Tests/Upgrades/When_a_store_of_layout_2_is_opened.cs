using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ideas.Release;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Tests.Unreadable;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Upgrades;

/// <summary>
/// The rows of a village, of a neighbourhood that voted, and of the stuurgroep as the release before left them: an idea that waits for its
/// money, one that has it, one that gave it back, a plan, a decided vote, a mail that was given up, and a division that lapsed.
/// </summary>
public sealed class When_a_store_of_layout_2_is_opened
{
    private static readonly string[] Ibans = ["NL91ABNA0417164300", "NL02ABNA0123456789"];

    private static async Task<InMemoryEntityStore> Before(Func<JsonNode, JsonNode>? changed = null)
    {
        var store = new InMemoryEntityStore();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Upgrades", "store-of-layout-2.jsonl")))
        {
            var row = JsonNode.Parse(line)!;
            row = changed?.Invoke(row) ?? row;
            await store.Commit((string)row["partition"]!, [new Write.Insert((string)row["row"]!, (string)row["data"]!)]);
        }
        return store;
    }

    private static async Task<World> Begin(InMemoryEntityStore store)
    {
        var world = await World.Begin(services => services.AddSingleton(new PlainStore(store)));
        world.Clock.MoveTo(new DateTimeOffset(2027, 8, 10, 9, 0, 0, TimeSpan.Zero));
        return world;
    }

    private static async Task<IdeaKey> Idea(IEntityStore store, IdeaPhase phase) =>
        new(World.Village, IdeaKeys.IdeaOfPhase((await store.Query(World.Village, IdeaKeys.InPhase(phase))).Rows[0].Row));

    [Fact]
    public async Task All_of_it_fits_and_can_be_read_and_goes_on()
    {
        var store = await Before();
        await using var world = await Begin(store);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
        await world.Get<UnreadableList>().Check(CancellationToken.None);
        (await world.Get<UnreadableList>().Current(CancellationToken.None)).ShouldBeEmpty();
        var idea = await Idea(store, IdeaPhase.Granted);
        foreach (var by in (string[])["anna", "bert"])
        {
            var page = await world.BrowserOf(by, "medewerker").Get(idea.Case("vrijgeven"));
            page.Words.ShouldContain(Ibans[0]);
            (await world.BrowserOf(by, "medewerker").Send(
                idea.Case("vrijgeven"), new { gecontroleerd = "ja", rekening = page.Hidden("rekening"), opdracht = page.Hidden("opdracht") })).ShouldHave(200);
        }
        (await world.Get<IdeaItems>().Load(idea)).ShouldNotBeNull().Item.State.ShouldBeOfType<IdeaState.Released>();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_installation_that_begins_with_no_example_keeps_the_settings_that_it_had()
    {
        var store = await Before();
        await using var world = await World.Begin(services => services.AddSingleton(new PlainStore(store)).AddSingleton(SettingsFile.None));
        world.Get<SettingsBook>().All.Select(smederij => smederij.Id).ShouldBe([World.Village, Voting.AVote.Smederij], ignoreOrder: true);
        world.Get<SettingsBook>().Stuurgroep.Seats.ShouldNotBeEmpty();
        world.Get<SettingsBook>().Municipality.Themes.ShouldNotBeEmpty();
        world.Get<SettingsBook>().Municipality.Phone.ShouldBeEmpty();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_changed_afterwards_is_seen()
    {
        var store = await Before();
        await using var world = await Begin(store);
        foreach (var partition in (string[])[World.Village, Voting.AVote.Smederij, Partitions.Stuurgroep])
        {
            foreach (var row in (await store.Everything(partition)).Where(row => row.Data.Contains("\"amount\":45000", StringComparison.Ordinal)))
            {
                await store.Commit(partition, [new Write.Put(row.Row, row.Data.Replace("\"amount\":45000", "\"amount\":46000", StringComparison.Ordinal))]);
                (await world.Get<LogVerifier>().Verify()).Broken.ShouldNotBeEmpty(row.Row);
                await store.Commit(partition, [new Write.Put(row.Row, row.Data)]);
            }
        }
    }

    [Fact]
    public async Task No_account_number_lies_open_any_more()
    {
        var store = await Before();
        await using var world = await Begin(store);
        foreach (var iban in Ibans)
            (await store.Everything(World.Village)).ShouldNotContain(row => row.Data.Contains(iban, StringComparison.Ordinal));
        (await world.Get<PaymentAccounts>().Find(await Idea(store, IdeaPhase.Granted))).ShouldNotBeNull().Account.ShouldBe(new(Ibans[0], "J. de Vries"));
        (await world.Get<IdeaItems>().Load(await Idea(store, IdeaPhase.Released))).ShouldNotBeNull().Item.State.ShouldBeOfType<IdeaState.Released>()
            .Account.ShouldNotBeNull();
    }

    [Fact]
    public async Task Money_that_was_given_back_before_stays_as_it_was_booked()
    {
        var store = await Before();
        await using var world = await Begin(store);
        var round = (await store.LoadRound(new RoundKey(World.Village, "2027"), CancellationToken.None)).ShouldNotBeNull().Item;
        round.Ledger.ToReceive.ShouldBe(Euro.Zero);
        var ended = (await world.Get<IdeaItems>().Load(await Idea(store, IdeaPhase.GivenBack)))
            .ShouldNotBeNull().Item.State.ShouldBeOfType<IdeaState.Ended>();
        (ended.FlowsBack, ended.Refund).ShouldBe((new Euro(45_000), null));
    }

    [Fact]
    public async Task A_log_that_was_forged_before_stays_and_is_told_of()
    {
        var forged = "";
        var store = await Before(row =>
        {
            if (forged.Length == 0 && ((string)row["row"]!).EndsWith("|log|000004", StringComparison.Ordinal))
            {
                forged = ((string)row["row"]!).Split('|')[1];
                row["data"] = ((string)row["data"]!).Replace("\"at\":\"2026", "\"at\":\"2025", StringComparison.Ordinal);
            }
            return row;
        });
        await using var world = await Begin(store);
        var broken = (await world.Get<LogVerifier>().Verify()).Broken;
        broken.ShouldNotBeEmpty();
        broken.ShouldAllBe(finding => finding.Item == new WorkKey(World.Village, forged));
    }

    [Fact]
    public Task A_start_that_stops_after_whichever_commit_is_begun_again() =>
        StoppedStart.IsBegunAgain(() => Before(), Begin, step: 3, most: 60);

    [Fact]
    public async Task The_second_start_changes_nothing()
    {
        var store = await Before();
        await (await Begin(store)).DisposeAsync();
        var after = (await store.Everything(World.Village)).Select(row => (row.Row, row.ETag)).ToList();
        await (await Begin(store)).DisposeAsync();
        (await store.Everything(World.Village)).Select(row => (row.Row, row.ETag)).ShouldBe(after);
    }
}
