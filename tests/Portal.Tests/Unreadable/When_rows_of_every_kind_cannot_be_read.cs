using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Governing;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Unreadable;

public sealed class When_rows_of_every_kind_cannot_be_read
{
    [Fact]
    public async Task Every_page_that_is_not_about_that_one_thing_still_answers()
    {
        await using var world = await Filled();
        var addresses = await Addresses(world);
        foreach (var (partition, row) in await OneOfEachKind(world))
        {
            foreach (var text in (string[])["{ kapot", "{}"])
            {
                var sound = await world.Store.Break(partition, row.Row, text);
                foreach (var address in addresses.Where(address => !IsAbout(address, row.Row)))
                {
                    (await world.Anna().Get(address)).Status.ShouldBeLessThan(500, $"{address} with a bad {row.Row}: {text}");
                }
                await world.Store.Mend(partition, sound);
            }
        }
        (await world.Anna().Get(Damage.List)).ShouldHave(200).Words.ShouldContain("kan alles lezen");
    }

    [Fact]
    public async Task Keys_that_nobody_knows_stop_no_page_and_no_work()
    {
        await using var world = await Filled();
        foreach (var prefix in world.Get<StoredRows>().Starts)
            await world.Store.Commit(World.Village, [new Write.Put($"{prefix}rommel", "{ kapot"), new Write.Put($"{prefix}0|1|2|3", "")]);
        foreach (var address in await Addresses(world))
            (await world.Anna().Get(address)).Status.ShouldBeLessThan(500, address);
        await world.Submit(Residents.AnIdea with { titel = "Gewoon door", email = "klaas@voorbeeld.example" });
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldContain("Gewoon door");
    }

    [Fact]
    public async Task The_page_of_the_one_idea_says_what_to_do()
    {
        await using var world = await Filled();
        var idea = await world.LastIn(IdeaPhase.Granted);
        await world.Store.Break(idea.Smederij, IdeaKeys.Idea(idea.Id));
        (await world.Browser.Get(idea.Page())).ShouldHave(500).Words.ShouldContain("Er is niets gewist. Onze medewerkers zien dit en herstellen het.");
        (await world.Anna().Get(idea.Case())).ShouldHave(500).Words.ShouldContain("Naar wat de computer niet kan lezen");
        (await world.Browser.Get($"/v1/smederijen/{idea.Smederij}/ideeen/{idea.Id}")).ShouldHave(500).Text.ShouldContain("Er is niets gewist");
        (await world.Anna().Get(Damage.List)).Words.ShouldContain($"idee|{idea.Id}");
    }

    [Fact]
    public async Task The_check_of_the_history_tells_of_the_item_and_of_every_other_row()
    {
        await using var world = await Filled();
        var idea = await world.LastIn(IdeaPhase.Granted);
        await world.Store.Break(idea.Smederij, IdeaKeys.Idea(idea.Id));
        await world.Store.Break(idea.Smederij, IdeaKeys.Phase(IdeaPhase.Granted, idea.Id), "null");
        (await world.Get<LogVerifier>().Verify()).Broken.Select(finding => finding.Item).Distinct().ShouldBe([new WorkKey(idea.Smederij, idea.Id)]);
        var words = (await world.Anna().Post("/medewerkers/geschiedenis")).ShouldHave(200).Words;
        words.ShouldContain("De geschiedenis klopt niet");
        words.ShouldContain("2 regels in de opslag zijn niet te lezen");
    }

    [Fact]
    public async Task Money_that_cannot_be_read_is_not_shown_as_nothing()
    {
        await using var world = await World.Begin();
        await world.Store.Break(World.Village, RoundKeys.Round(world.Settings().Round.Period));
        (await world.Browser.Get("/")).ShouldHave(200).Words.ShouldContain("Alteveer");
        (await world.Browser.Get($"/smederijen/{World.Village}")).ShouldHave(200).Words.ShouldContain("Wij kunnen de bedragen nu niet laten zien.");
        (await world.Browser.Get($"/v1/smederijen/{World.Village}")).ShouldHave(200).Text.ShouldNotContain("beschikbaar");
    }

    [Fact]
    public async Task New_settings_reach_every_Smederij_but_the_bad_one_and_that_one_once_it_is_mended()
    {
        await using var before = await World.Begin();
        var (bad, other) = (before.Get<SettingsBook>().All[0].Id, before.Get<SettingsBook>().All[^1].Id);
        var sound = await before.Store.Break(Partitions.Settings, SettingsKind.Kind.RowOf(bad));

        await using var world = await World.Begin(services => services
            .AddSingleton(new PlainStore(before.Store)).AddSingleton(SecondVersions()));
        world.Settings(other).Version.ShouldBe(2);
        world.Settings(bad).Version.ShouldBe(1);

        await before.Store.Mend(Partitions.Settings, sound);
        await world.Get<SettingsPublishing>().PublishRest();
        world.Settings(bad).Version.ShouldBe(2);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    private static SettingsFile SecondVersions()
    {
        using var stream = typeof(SettingsFile).Assembly.GetManifestResourceStream("smederijen.json").ShouldNotBeNull();
        var readable = new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        var settings = JsonNode.Parse(stream, documentOptions: readable)!;
        foreach (var smederij in settings["smederijen"]!.AsArray())
            smederij!["version"] = 2;
        return SettingsFile.Read(settings.Deserialize<JsonElement>());
    }

    [Fact]
    public async Task People_are_forgotten_whatever_is_wrong_with_their_rows()
    {
        await using var world = await Filled();
        var idea = await world.LastIn(IdeaPhase.Granted);
        await world.Store.Break(idea.Smederij, IdeaKeys.Submitter(idea.Id));
        await world.Store.Commit(idea.Smederij, [new Write.Put(IdeaKeys.Receipt(idea.Id, "bon.jpg"), "{ kapot"), new Write.Put(Keys.Effect(idea.Id, 99), "{ kapot")]);
        await world.Get<IdeaErasure>().ErasePeople(idea);
        (await world.Store.RowsFrom(idea.Smederij, $"idee|{idea.Id}|persoon|")).ShouldBeEmpty();
        (await world.Store.RowsFrom(idea.Smederij, $"idee|{idea.Id}|uitgave|")).ShouldBeEmpty();
        (await world.Store.Get(idea.Smederij, Keys.Effect(idea.Id, 99))).ShouldNotBeNull();
    }

    private static async Task<World> Filled()
    {
        var world = await World.Begin(services => services.Configure<PortalOptions>(options => options.LimitRequests = false));
        await world.Granted();
        await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een jong idee", email = "klaas@voorbeeld.example" });
        await world.BeginPlan();
        await world.PutToSeats();
        return world;
    }

    /// <summary>Every page and list that can be opened without a link, about what is in the store.</summary>
    private static async Task<IReadOnlyList<string>> Addresses(World world)
    {
        var idea = await world.LastIn(IdeaPhase.Granted);
        var plan = (await world.Store.RowsFrom(World.Village, "plannen|"))[0].Row.Split('|')[1];
        var round = world.Settings().Round.Period;
        return
        [
            .. Endpoints.All.Where(endpoint => endpoint.Method == "GET" && !endpoint.Pattern.Contains("{token}", StringComparison.Ordinal))
                .Select(endpoint => endpoint.Pattern
                .Replace("{smederij}", World.Village, StringComparison.Ordinal).Replace("{periode}", round, StringComparison.Ordinal)
                .Replace("{id}", endpoint.Pattern.Contains("plannen", StringComparison.Ordinal) ? plan : endpoint.Pattern.Contains("ideeen", StringComparison.Ordinal)
                    ? idea.Id : ADivision.Id, StringComparison.Ordinal))
                .Where(address => !address.Contains('{', StringComparison.Ordinal)),
            $"/smederijen/{World.Village}?fase=toegekend", $"/smederijen/{World.Village}?fase=draagvlak", "/medewerkers?te-laat=ja",
        ];
    }

    /// <summary>A row for every form that a key can have: digits and ids left out.</summary>
    private static async Task<IReadOnlyList<(string Partition, Entity Row)>> OneOfEachKind(World world)
    {
        var rows = new List<(string Partition, Entity Row)>();
        foreach (var partition in (string[])[World.Village, Partitions.Stuurgroep])
            rows.AddRange((await world.Store.All(partition, new RowRange("", "~")).ToListAsync()).Select(row => (Partition: partition, Row: row)));
        return [.. rows.GroupBy(found => (found.Partition, KindOf(found.Row.Row))).Select(kind => kind.First())];
    }

    private static string KindOf(string row) => string.Join('|', row.Split('|').Select(part => part.Any(char.IsAsciiDigit) ? "#" : part));

    /// <summary>Whether an address is about the one idea, plan, resolution, round or set of rules that the row belongs to.</summary>
    private static bool IsAbout(string address, string row) => row.Split('|') switch
    {
        ["idee" or "plan" or "besluit", var id, ..] => address.Contains(id, StringComparison.Ordinal),
        ["ronde", ..] => address.Contains("/rondes/", StringComparison.Ordinal) || address.Contains("/geld/", StringComparison.Ordinal)
            || address.Contains("/stemmen", StringComparison.Ordinal),
        ["instelling", ..] => false,
        _ => false,
    };
}
