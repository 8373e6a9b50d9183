using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_settings_are_brought_in
{
    private const string Address = "/beheer/inlezen";

    private static readonly string[] s_smederijen = ["centrum", "wolfsbos"];

    /// <summary>The file of an installation with the example, of which only a few Smederijen stay.</summary>
    private static async Task<JsonObject> File()
    {
        await using var world = await World.Begin();
        var file = JsonNode.Parse((await world.Fatima().Get("/beheer/bestand.json")).ShouldHave(200).Body)!.AsObject();
        var kept = file["smederijen"]!.AsArray().Where(smederij => s_smederijen.Contains((string?)smederij!["id"])).Select(smederij => smederij!.DeepClone());
        file["smederijen"] = new JsonArray([.. kept]);
        return file;
    }

    private static Task<World> Empty() => World.Begin(services => services.AddSingleton(SettingsFile.None));

    private static Task<Answer> Send(Browser browser, byte[] file) =>
        browser.PostWithFiles(Address, new { reden = "Eerste vulling" }, "bestand", ("instellingen.json", file));

    private static Task<Answer> Send(Browser browser, JsonNode file) => Send(browser, Encoding.UTF8.GetBytes(file.ToJsonString()));

    [Fact]
    public async Task An_empty_installation_is_filled_from_one_file_by_one_person()
    {
        var file = await File();
        await using var world = await Empty();
        var fatima = world.Fatima();
        (await Send(fatima, file)).ShouldHave(303).Location.ShouldBe("/beheer/voorstellen");
        var drafts = (await fatima.Get("/beheer/voorstellen")).ShouldHave(200);
        drafts.Words.ShouldContain("De gemeente Nieuw. De stuurgroep Nieuw. Centrum Nieuw. Wolfsbos Nieuw.");
        world.Get<SettingsBook>().All.ShouldBeEmpty();

        var form = drafts.Form();
        (await fatima.Post("/beheer/voorstellen", form)).ShouldHave(303);
        (await fatima.Post("/beheer/voorstellen", form)).ShouldHave(303);
        await world.Work();
        world.Get<SettingsBook>().All.Select(smederij => (smederij.Id, smederij.Version)).ShouldBe([("centrum", 1), ("wolfsbos", 1)]);
        (await world.Browser.Get("/")).Words.ShouldContain("Hoogeveen heeft er 2.");
        (await world.Browser.Get("/smederijen/centrum")).ShouldHave(200).Words.ShouldContain("14.397");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_file_of_now_changes_nothing_and_the_same_file_twice_makes_one_draft_of_what_differs()
    {
        await using var world = await World.Begin();
        var whole = (await world.Fatima().Get("/beheer/bestand.json")).Body;
        (await Send(world.Fatima(), whole)).ShouldHave(409).Words.ShouldContain("Alles in dit bestand is al zo.");
        var file = JsonNode.Parse(whole)!;
        file["smederijen"]![0]!["supportThreshold"] = 21;
        file["smederijen"]![1]!["amountLimit"] = 1_250_000;
        (await Send(world.Fatima(), file)).ShouldHave(303);
        (await Send(world.Fatima(), file)).ShouldHave(303);
        var drafts = await world.Fatima().Get("/beheer/voorstellen");
        drafts.Words.ShouldContain("Steun die een idee nodig heeft.");
        drafts.Words.ShouldContain("Dit gaat over geld: een andere beheerder stelt dit vast.");
        drafts.Form().Count(field => field.Key.StartsWith("gezien.", StringComparison.Ordinal)).ShouldBe(1);

        file["smederijen"]![0]!["supportThreshold"] = 22;
        (await Send(world.Gijs(), file)).ShouldHave(409).Words.ShouldContain("Er ligt al een voorstel voor");
        (await world.BrowserOf("anna", "medewerker").Get("/beheer/voorstellen")).ShouldHave(200).Words.ShouldNotContain("Alles vaststellen");
        (await Send(world.BrowserOf("anna", "medewerker"), file)).ShouldHave(403);
    }

    [Fact]
    public async Task What_could_not_be_agreed_on_is_told_and_the_rest_is_done()
    {
        await using var world = await World.Begin();
        var file = JsonNode.Parse((await world.Fatima().Get("/beheer/bestand.json")).Body)!;
        file["smederijen"]![0]!["supportThreshold"] = 21;
        file["smederijen"]![1]!["amountLimit"] = 1_250_000;
        await Send(world.Fatima(), file);
        var form = (await world.Gijs().Get("/beheer/voorstellen")).Form();
        var answer = (await world.Fatima().Post("/beheer/voorstellen", form)).ShouldHave(409);
        answer.Words.ShouldContain("Niet alles kon worden vastgesteld.");
        answer.Words.ShouldContain("Vraag een andere beheerder om het vast te stellen.");
        (await world.Gijs().Post("/beheer/voorstellen", (await world.Gijs().Get("/beheer/voorstellen")).Form())).ShouldHave(303);
        (await world.Gijs().Get("/beheer/voorstellen")).Words.ShouldContain("Er ligt niets.");
    }

    [Fact]
    public async Task Twenty_four_errors_are_told_at_once_each_with_its_place()
    {
        var file = await File();
        var (gemeente, stuurgroep, centrum, wolfsbos) =
            (file["gemeente"]!, file["stuurgroep"]!, file["smederijen"]![0]!, file["smederijen"]![1]!);
        file["extra"] = 1;
        gemeente["naam"] = "Hoogeveen";
        gemeente["email"] = "geen adres";
        gemeente["accessibilityStatement"] = "http://onveilig.nl";
        gemeente["themes"]![0]!["email"] = "x";
        gemeente["phone"] = 528;
        stuurgroep["majorityPercent"] = 20;
        stuurgroep["dividesFrom"] = "28";
        stuurgroep["seats"]![0]!["from"] = "gisteren";
        stuurgroep["seats"]![1]!["kind"] = "Baas";
        centrum["inhabitants"] = "veel";
        centrum["area"]![0] = "79";
        centrum["kind"] = 7;
        centrum["supportThreshold"] = 0;
        centrum["amountLimit"] = -1;
        centrum["wijkteam"]!["quorum"] = 99;
        centrum["round"]!["closesOn"] = "30-6-2027";
        centrum["round"]!["vote"]!["draw"]!["days"] = 0;
        centrum["looksFirst"] = "ja";
        wolfsbos["id"] = "Wolfs Bos";
        wolfsbos.AsObject().Remove("conditions");
        wolfsbos["wijkteam"]!["members"]![1]!["function"] = "";
        wolfsbos["round"]!["envelop"] = 5;
        wolfsbos["terms"]!["supportDays"] = 900;
        await using var world = await Empty();
        var page = (await Send(world.Fatima(), file)).ShouldHave(400);
        page.Words.ShouldContain("Wolfsbos: smederijen[1].conditions");
        Regex.Matches(page.Text, "<strong>([^<]*)</strong>").Select(place => place.Groups[1].Value).Order(StringComparer.Ordinal).ShouldBe(
        [
            "extra",
            "gemeente.accessibilityStatement",
            "gemeente.email",
            "gemeente.naam",
            "gemeente.phone",
            "gemeente.themes[0].email",
            "smederijen[0].amountLimit",
            "smederijen[0].area[0]",
            "smederijen[0].inhabitants",
            "smederijen[0].kind",
            "smederijen[0].looksFirst",
            "smederijen[0].round.closesOn",
            "smederijen[0].round.vote.draw",
            "smederijen[0].supportThreshold",
            "smederijen[0].wijkteam.quorum",
            "smederijen[1].conditions",
            "smederijen[1].id",
            "smederijen[1].round.envelop",
            "smederijen[1].terms.supportDays",
            "smederijen[1].wijkteam.members[1].function",
            "stuurgroep.dividesFrom",
            "stuurgroep.majorityPercent",
            "stuurgroep.seats[0].from",
            "stuurgroep.seats[1].kind",
        ]);
        page.Words.ShouldNotContain("signsAs");
        page.Words.ShouldContain("In het bestand moeten 24 dingen anders. Er is niets veranderd.");
        (await world.Fatima().Get("/beheer/voorstellen")).Words.ShouldContain("Er ligt niets.");
    }

    [Fact]
    public async Task A_mark_of_the_program_that_wrote_it_does_no_harm()
    {
        var file = (await File()).ToJsonString();
        foreach (var encoding in (Encoding[])[Encoding.UTF8, Encoding.Unicode])
        {
            await using var world = await Empty();
            (await Send(world.Fatima(), [.. encoding.GetPreamble(), .. encoding.GetBytes(file)])).ShouldHave(303);
        }
    }

    [Fact]
    public async Task It_can_be_pasted_too()
    {
        var file = (await File()).ToJsonString();
        await using var world = await Empty();
        (await world.Fatima().Post(Address, new { reden = "Eerste vulling", tekst = file })).ShouldHave(303);
        (await world.Fatima().Post(Address, new { reden = "", tekst = "" })).ShouldHave(400).Words.ShouldContain("Kies een bestand, of plak de inhoud.");
    }

    [Theory]
    [InlineData("", "Kies een bestand, of plak de inhoud.")]
    [InlineData("{}", "Dit is geen bestand met instellingen van De Smederijen.")]
    [InlineData("[1, 2]", "Dit is geen bestand met instellingen van De Smederijen.")]
    [InlineData("null", "Dit is geen bestand met instellingen van De Smederijen.")]
    [InlineData("{\"name\": \"package\", \"version\": \"1.0.0\"}", "Dit is geen bestand met instellingen van De Smederijen.")]
    [InlineData("{\"schema\": \"iets-anders\"}", "Schrijf hier \"smederijen-instellingen-1\".")]
    [InlineData("{\"schema\": \"smederijen-instellingen-1\",\n \"gemeente\": {", "Op regel 2, teken")]
    [InlineData("{\"schema\": \"smederijen-instellingen-1\", \"gemeente\": {\"name\": \"A\", \"name\": \"B\"}}", "twee keer")]
    [InlineData("{\"schema\": \"smederijen-instellingen-1\", \"gemeente\": null, \"stuurgroep\": 3, \"smederijen\": [null, 4, {}]}", "smederijen[2].name")]
    [InlineData("{\"schema\": \"smederijen-instellingen-1\", \"smederijen\": {}}", "Hier hoort een lijst")]
    public async Task What_is_no_such_file_is_refused_in_words(string file, string sentence)
    {
        await using var world = await Empty();
        (await Send(world.Fatima(), Encoding.UTF8.GetBytes(file))).ShouldHave(400).Words.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_file_that_was_cut_off_or_is_no_text_changes_nothing()
    {
        var file = Encoding.UTF8.GetBytes((await File()).ToJsonString());
        await using var world = await Empty();
        foreach (var length in (int[])[1, 100, file.Length / 2, file.Length - 1])
            (await Send(world.Fatima(), file[..length])).ShouldHave(400).Words.ShouldContain("geen JSON meer");
        (await Send(world.Fatima(), [0x7B, 0x22, 0xC3, 0x28])).ShouldHave(400).Words.ShouldContain("Bewaar het als tekst in UTF-8.");
    }

    [Fact]
    public async Task What_is_far_too_large_is_refused()
    {
        await using var world = await Empty();
        var large = new byte[50 * 1024 * 1024];
        large.AsSpan().Fill((byte)' ');
        (await Send(world.Fatima(), large)).ShouldHave(400).Words.ShouldContain("heeft hoogstens 2 MB");
        var pasted = (await world.Fatima().Post(Address, new { reden = "x", tekst = new string('7', 3 * 1024 * 1024) })).ShouldHave(400);
        pasted.Words.ShouldContain("heeft hoogstens 2 MB");
        pasted.Body.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task The_schema_knows_every_name_of_the_file_and_the_bounds_of_numbers()
    {
        await using var world = await World.Begin();
        var schema = (await world.Fatima().Get("/beheer/schema.json")).ShouldHave(200).Json;
        var smederij = schema.GetProperty("properties").GetProperty("smederijen").GetProperty("items").GetProperty("properties");
        var file = (await world.Fatima().Get("/beheer/bestand.json")).Json;
        foreach (var name in file.GetProperty("smederijen")[0].EnumerateObject().Select(part => part.Name))
            smederij.TryGetProperty(name, out _).ShouldBeTrue(name);
        smederij.GetProperty("supportThreshold").GetProperty("maximum").GetInt32().ShouldBe(10_000);
        smederij.GetProperty("round").GetProperty("properties").GetProperty("vote").GetProperty("properties").GetProperty("days").GetProperty("minimum")
            .GetInt32().ShouldBe(1);
        smederij.GetProperty("amountLimit").GetProperty("type").GetString().ShouldBe("integer");
        file.GetRawText().ShouldNotContain("Olga Bouwman");
    }
}
