using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SkiaSharp;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Styling;
using Smederijen.Portal.Tests.Attachments;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Work;
using static Smederijen.Portal.Tests.Governing.Administrators;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_the_municipality_has_a_look_of_its_own
{
    private const string Municipality = "gemeente";

    private static readonly byte[] Picture = Photos.Quarters(900, 300).Write(SKEncodedImageFormat.Png);

    private static readonly byte[] Another = Photos.Quarters(600, 300).Write(SKEncodedImageFormat.Png);

    private static MunicipalitySettings Now(World world) => world.Get<SettingsBook>().Municipality;

    private static async Task<Answer> Draft(World world, byte[]? logo, params (string Name, string Value)[] fields)
    {
        var form = (await world.Fatima().Open($"{PageOf(Municipality)}/wijzigen")).ShouldHave(200).Form();
        form["reden"] = "De huisstijl";
        foreach (var (name, value) in fields)
            form[name] = value;
        (string, string, byte[])[] files = logo is null ? [] : [("logo", "logo.png", logo)];
        return await world.Fatima().PostWithFiles($"{PageOf(Municipality)}/wijzigen", form, files);
    }

    private static async Task<HouseLogo> Choose(World world, byte[] logo)
    {
        (await Draft(world, logo)).ShouldHave(303);
        (await world.Fatima().Agree(Municipality)).ShouldHave(200);
        return Now(world).Logo.ShouldNotBeNull();
    }

    private static async Task<bool> IsStored(World world, string file)
    {
        await using var stored = await world.Attachments.Open(file);
        return stored is not null;
    }

    [Fact]
    public async Task Colours_show_as_before_and_after_and_count_on_every_page_once_they_are_agreed_on()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get("/")).Text.ShouldNotContain("/huisstijl/");

        (await Draft(world, null, ("colours.main", "7B1E5E"), ("colours.accent", "#c04000"))).ShouldHave(303);
        var page = (await world.Fatima().Get(PageOf(Municipality))).ShouldHave(200);
        page.Words.ShouldContain("Hoofdkleur Niet ingevuld #7b1e5e");
        page.Text.ShouldContain("fill=\"#7b1e5e\"");
        (await world.Browser.Get("/")).Text.ShouldNotContain("/huisstijl/");
        (await world.Fatima().Agree(Municipality)).ShouldHave(200);

        var home = (await world.Browser.Get("/")).ShouldHave(200).Text;
        var sheet = HouseSheet.Of(Now(world).Colours).ShouldNotBeNull();
        home.ShouldContain($"<link rel=\"stylesheet\" href=\"{sheet.Path}\" />");
        home.IndexOf(sheet.Path, StringComparison.Ordinal).ShouldBeGreaterThan(home.IndexOf(StyleFile.Sheet.Path, StringComparison.Ordinal));
        home.ShouldNotContain(" style=");
        var css = (await world.Browser.Get(sheet.Path)).ShouldHave(200);
        css.Text.ShouldStartWith(":root{--smederij-petrol:#7b1e5e;");
        css.Headers.ContentType.ToString().ShouldBe("text/css; charset=utf-8");
        css.Headers.CacheControl.ToString().ShouldBe(StyleFile.CacheControl);
        css.Headers.XContentTypeOptions.ToString().ShouldBe("nosniff");
        (await world.Browser.Ask("HEAD", sheet.Path)).ShouldHave(200).Body.ShouldBeEmpty();
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_a_process_that_knew_other_colours_gets_those_of_now_not_to_be_kept()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get("/huisstijl/0123456789abcdef.css")).ShouldHave(404);
        await Draft(world, null, ("colours.main", "#7b1e5e"));
        await world.Fatima().Agree(Municipality);
        var css = (await world.Browser.Get("/huisstijl/0123456789abcdef.css")).ShouldHave(200);
        css.Text.ShouldContain("#7b1e5e");
        css.Headers.CacheControl.ToString().ShouldBe("no-store");
    }

    [Fact]
    public async Task They_count_in_another_process_within_seconds()
    {
        await using var world = await World.Begin();
        await using var other = await World.Begin(services => services.AddSingleton(new PlainStore(world.Store)));
        await Draft(world, null, ("colours.main", "#7b1e5e"));
        await world.Fatima().Agree(Municipality);
        other.Clock.MoveTo(other.Clock.GetUtcNow().AddSeconds(6));
        (await other.Browser.Get("/")).Text.ShouldContain(HouseSheet.Of(Now(world).Colours)!.Path);
    }

    [Theory]
    [InlineData("colours.main", "#ffcc00", "Hoofdkleur: #ffcc00 valt te weinig op bij wit: het contrast is 1,5, en moet minstens 4,5 zijn.")]
    [InlineData("colours.main", "#767676", "#767676 valt te weinig op bij lichtgrijs, zoals boven een tabel: het contrast is 4")]
    [InlineData("colours.dark", "#eeeeee", "#eeeeee valt te weinig op bij wit: het contrast is 1,1, en moet minstens 4,5 zijn.")]
    [InlineData("colours.pale", "#0b4a5a", "#0b4a5a valt te weinig op bij gewone letters")]
    [InlineData("colours.pale", "#8f8f8f", "#8f8f8f valt te weinig op bij de hoofdkleur, zoals een link")]
    [InlineData("colours.accent", "#ffcc00", "#ffcc00 valt te weinig op bij wit: het contrast is 1,5, en moet minstens 3 zijn.")]
    public async Task What_people_cannot_read_is_refused_with_the_pair_and_the_nearest_colour_that_will_do(
        string field, string colour, string sentence)
    {
        await using var world = await World.Begin();
        var refused = (await Draft(world, null, (field, colour), ("hours", "Op dinsdag"))).ShouldHave(400);
        refused.Words.ShouldContain(sentence);
        refused.Form().ShouldSatisfyAllConditions(form => form[field].ShouldBe(colour), form => form["hours"].ShouldBe("Op dinsdag"));
        var offered = Regex.Match(refused.Words, "Vul (#[0-9a-f]{6}) in: dat lijkt er het meest op, en kan wel.").Groups[1].Value;
        (await Draft(world, null, (field, offered))).ShouldHave(303);
    }

    [Theory]
    [InlineData("rood")]
    [InlineData("#12345")]
    [InlineData("#000;} body{display:none")]
    public async Task What_is_no_colour_is_refused_at_its_field(string typed)
    {
        await using var world = await World.Begin();
        var refused = (await Draft(world, null, ("colours.main", typed))).ShouldHave(400);
        refused.Words.ShouldContain("Hoofdkleur: dit is geen kleur. Schrijf een # met zes tekens erachter");
        refused.Form()["colours.main"].ShouldBe(typed);
    }

    [Fact]
    public async Task A_logo_is_seen_before_it_is_agreed_on_and_then_stands_before_the_name_on_every_page()
    {
        await using var world = await World.Begin();
        (await Draft(world, Picture)).ShouldHave(303);
        var page = await world.Fatima().Get(PageOf(Municipality));
        page.Words.ShouldContain("Logo Niet ingevuld Plaatje van 600 bij 200 pixels, kenmerk");
        var shown = Regex.Match(page.Text, "<img class=\"smederij-sample__picture\" src=\"(/huisstijl/logo[0-9a-f]{32}\\.png)\"").Groups[1].Value;
        shown.ShouldNotBeEmpty();
        (await world.Browser.Get("/")).Text.ShouldNotContain(shown);
        await world.Fatima().Agree(Municipality);

        (await world.Browser.Get($"/smederijen/{World.Village}")).ShouldHave(200).Text.ShouldContain(
            $"<img class=\"smederij-brand__logo\" src=\"{shown}\" alt=\"Hoogeveen\" width=\"600\" height=\"200\" />");
        var logo = (await world.Browser.Get(shown)).ShouldHave(200);
        logo.Body.ShouldNotBe(Picture);
        Photos.Seen(logo.Body).ShouldBe("RGBW");
        logo.Headers.ContentType.ToString().ShouldBe("image/png");
        logo.Headers.CacheControl.ToString().ShouldBe(StyleFile.CacheControl);
        logo.Headers.ContentSecurityPolicy.ToString().ShouldBe("sandbox; default-src 'none'");
    }

    [Fact]
    public async Task A_logo_stays_with_other_changes_and_goes_when_somebody_ticks_that()
    {
        await using var world = await World.Begin();
        var logo = await Choose(world, Picture);
        await Draft(world, null, ("hours", "Op dinsdag"));
        await world.Fatima().Agree(Municipality);
        Now(world).ShouldSatisfyAllConditions(now => now.Logo.ShouldBe(logo), now => now.Hours.ShouldBe("Op dinsdag"));

        await Draft(world, null, ("logo.weg", "ja"));
        (await world.Fatima().Get(PageOf(Municipality))).Words.ShouldContain("pixels, kenmerk");
        await world.Fatima().Agree(Municipality);
        Now(world).Logo.ShouldBeNull();
        (await world.Browser.Get("/")).Text.ShouldNotContain("smederij-brand__logo");
        // A mail of before shows it.
        (await world.Browser.Get(HouseSheet.AddressOf(logo))).ShouldHave(200);
    }

    [Fact]
    public async Task Going_back_to_a_version_brings_its_logo_back()
    {
        await using var world = await World.Begin();
        var first = await Choose(world, Picture);
        (await Choose(world, Another)).ShouldNotBe(first);
        var form = (await world.Fatima().Open($"{PageOf(Municipality)}/wijzigen?versie=2")).Form();
        form["reden"] = "Toch het oude";
        (await world.Fatima().Post($"{PageOf(Municipality)}/wijzigen", form)).ShouldHave(303);
        await world.Fatima().Agree(Municipality);
        Now(world).Logo.ShouldBe(first);
    }

    [Fact]
    public async Task A_picture_that_nothing_names_is_thrown_away_after_a_day_and_one_of_a_version_is_not()
    {
        await using var world = await World.Begin();
        var kept = await Choose(world, Picture);
        (await Draft(world, Another)).ShouldHave(303);
        var page = await world.Fatima().Get(PageOf(Municipality));
        var dropped = Regex.Match(page.Text, "/huisstijl/(logo[0-9a-f]{32}\\.png)\"[^>]*>\\s*<span[^>]*>Plaatje van 400").Groups[1].Value;
        (await IsStored(world, dropped)).ShouldBeTrue();
        // As long as it is drafted it stays, however long that takes.
        await Sweep(world, days: 3);
        (await IsStored(world, dropped)).ShouldBeTrue();
        await world.Fatima().Post($"{PageOf(Municipality)}/weggooien", (await world.Fatima().Get(PageOf(Municipality))).Form());
        (await IsStored(world, dropped)).ShouldBeTrue();
        await Sweep(world, days: 2);
        (await IsStored(world, dropped)).ShouldBeFalse();
        (await IsStored(world, kept.File)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_hostile_logo_is_refused_with_what_to_do_and_what_was_typed_stays()
    {
        await using var world = await World.Begin();
        (byte[] File, string Sentence)[] hostile =
        [
            ("<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "Sla het op als PNG, en kies dat."),
            (new byte[2 * 1024 * 1024], "Dit logo is groter dan 1 MB. Maak het kleiner"),
            (new byte[11 * 1024 * 1024], "Dit logo is groter dan 1 MB. Maak het kleiner"),
            (Pngs.OfSize(9000, 9000), "Maak het hoogstens 4000 pixels breed en hoog"),
            (Picture[..400], "Sla het opnieuw op of kies een ander bestand."),
        ];
        foreach (var (file, sentence) in hostile)
        {
            var refused = (await Draft(world, file, ("hours", "Op dinsdag"), ("colours.main", "#7b1e5e"))).ShouldHave(400);
            refused.Words.ShouldContain(sentence);
            refused.Form().ShouldSatisfyAllConditions(
                form => form["hours"].ShouldBe("Op dinsdag"), form => form["colours.main"].ShouldBe("#7b1e5e"));
        }
        (await world.Fatima().Get(PageOf(Municipality))).Words.ShouldNotContain("Voorstel van");
    }

    [Fact]
    public async Task A_logo_that_is_fine_stays_with_a_form_that_is_not()
    {
        await using var world = await World.Begin();
        var refused = (await Draft(world, Picture, ("colours.main", "#ffcc00"))).ShouldHave(400);
        refused.Words.ShouldContain("logo.png weghalen");
        var form = refused.Form();
        form["colours.main"] = "#7b1e5e";
        (await world.Fatima().Post($"{PageOf(Municipality)}/wijzigen", form)).ShouldHave(303);
        await world.Fatima().Agree(Municipality);
        Now(world).Logo.ShouldNotBeNull().Width.ShouldBe(600);
    }

    [Fact]
    public async Task No_file_of_a_resident_is_served_or_taken_as_a_logo()
    {
        await using var world = await World.Begin();
        await world.Attachments.Save("k3v9x1.png", new MemoryStream(Picture));
        (await world.Browser.Get("/huisstijl/k3v9x1.png")).ShouldHave(404);
        (await Draft(world, null, ("logo", "k3v9x1.png"))).ShouldHave(400).Words.ShouldContain("Kies het plaatje opnieuw.");
        (await Draft(world, null, ("logo", "logo0123456789abcdef0123456789abcdef.png"))).ShouldHave(400).Words.ShouldContain("Kies het plaatje opnieuw.");
        (await world.Browser.Get("/huisstijl/logo0123456789abcdef0123456789abcdef.png")).ShouldHave(404);
    }

    [Fact]
    public async Task The_file_holds_it_whole_and_brings_it_to_another_installation()
    {
        await using var world = await World.Begin();
        await Draft(world, Picture, ("colours.main", "#7b1e5e"), ("colours.pale", "#f4eaf1"));
        await world.Fatima().Agree(Municipality);
        var file = (await world.Fatima().Get("/beheer/bestand.json")).ShouldHave(200);
        var wrote = JsonNode.Parse(file.Body)![Municipality]!;
        ((string?)wrote["colours"]!["main"]).ShouldBe("#7b1e5e");
        Photos.Seen(Convert.FromBase64String((string)wrote["logo"]!["content"]!)).ShouldBe("RGBW");
        (await Import(world, file.Body)).ShouldHave(409).Words.ShouldContain("Alles in dit bestand is al zo.");

        await using var other = await World.Begin(services => services.AddSingleton(SettingsFile.None));
        (await Import(other, file.Body)).ShouldHave(303);
        (await other.Fatima().Post("/beheer/voorstellen", (await other.Fatima().Get("/beheer/voorstellen")).Form())).ShouldHave(303);
        Now(other).ShouldSatisfyAllConditions(
            now => now.Colours.ShouldBe(Now(world).Colours),
            now => now.Logo.ShouldNotBeNull().ShouldSatisfyAllConditions(
                logo => (logo.Width, logo.Height).ShouldBe((600, 200)), logo => logo.Content.ShouldBeNull("what is stored names the picture")));
        Photos.Seen((await other.Browser.Get(HouseSheet.AddressOf(Now(other).Logo!))).ShouldHave(200).Body).ShouldBe("RGBW");
    }

    [Theory]
    [InlineData("{\"content\":\"geen base64!\"}", "gemeente.logo.content", "Dit is geen base64.")]
    [InlineData("{\"content\":\"PHN2Zy8+\"}", "gemeente.logo.content", "Sla het op als PNG, en kies dat.")]
    [InlineData("{\"file\":\"logo0123456789abcdef0123456789abcdef.png\",\"width\":60,\"height\":20}", "gemeente.logo", "Wij hebben dit logo niet.")]
    [InlineData("{\"src\":\"https://elders.example/logo.png\"}", "gemeente.logo.src", "Deze naam kennen wij hier niet.")]
    public async Task A_logo_in_a_file_that_cannot_be_taken_is_told_with_its_place(string logo, string place, string sentence)
    {
        await using var world = await World.Begin();
        var file = JsonNode.Parse((await world.Fatima().Get("/beheer/bestand.json")).Body)!;
        file[Municipality]!["logo"] = JsonNode.Parse(logo);
        var refused = (await Import(world, Encoding.UTF8.GetBytes(file.ToJsonString()))).ShouldHave(400);
        refused.Text.ShouldContain($"<strong>{place}</strong>");
        refused.Words.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_file_with_colours_that_cannot_be_read_is_told_in_the_words_of_the_form()
    {
        await using var world = await World.Begin();
        var file = JsonNode.Parse((await world.Fatima().Get("/beheer/bestand.json")).Body)!;
        file[Municipality]!["colours"] = new JsonObject { ["main"] = "#ffcc00", ["accent"] = "geel" };
        var refused = (await Import(world, Encoding.UTF8.GetBytes(file.ToJsonString()))).ShouldHave(400);
        refused.Words.ShouldContain("gemeente.colours.accent Opvallende kleur: dit is geen kleur.");
        file[Municipality]!["colours"] = new JsonObject { ["main"] = "#ffcc00" };
        (await Import(world, Encoding.UTF8.GetBytes(file.ToJsonString()))).ShouldHave(400).Words.ShouldContain(
            "gemeente.colours.main Hoofdkleur: #ffcc00 valt te weinig op bij wit");
    }

    [Fact]
    public async Task The_schema_tells_what_a_colour_and_a_logo_are()
    {
        await using var world = await World.Begin();
        var schema = JsonNode.Parse((await world.Fatima().Get("/beheer/schema.json")).ShouldHave(200).Body)!["properties"]![Municipality]!["properties"]!;
        var main = schema["colours"]!["properties"]!["main"]!;
        ((string?)main["title"]).ShouldBe("Hoofdkleur");
        Regex.IsMatch("#0b4a5a", (string)main["pattern"]!).ShouldBeTrue();
        Regex.IsMatch("rood", (string)main["pattern"]!).ShouldBeFalse();
        schema["logo"]!["properties"]!.AsObject().Select(part => part.Key).ShouldBe(["file", "width", "height", "content"]);
    }

    [Fact]
    public void Settings_of_before_read_as_they_were_and_settings_without_a_look_are_written_as_before()
    {
        const string Before = """
            {"version":3,"name":"Hoogeveen","phone":"0528 00 00 00","email":"","address":"","hours":"","securityContact":"","controller":"",
            "complaints":"","accessibilityStatement":"","mailClosing":"","themes":[{"id":"overig","name":"Iets anders","email":"info@voorbeeld.example"}]}
            """;
        var read = (MunicipalitySettings)SettingsDocument.Read(Municipality, new Entity("x", Before, "1"));
        (read.Logo, read.Colours, read.Name).ShouldBe((null, null, "Hoogeveen"));
        SettingsDocument.Of(read).Json.ShouldBe(Before.Replace("\n", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Mails_have_the_main_colour_and_the_logo_with_words_for_who_sees_no_pictures()
    {
        await using var world = await World.Begin();
        await Draft(world, Picture, ("colours.main", "#7b1e5e"));
        await world.Fatima().Agree(Municipality);
        await world.SubmitAndConfirm();
        var mail = world.Mailbox.Mails[0];
        mail.Html.ShouldContain("background:#7b1e5e");
        mail.Html.ShouldNotContain("#0b4a5a");
        mail.Html.ShouldContain(
            $"<img src=\"http://127.0.0.1:7071{HouseSheet.AddressOf(Now(world).Logo!)}\" alt=\"Hoogeveen\" width=\"192\" height=\"64\" style=\"border:0\" />");
        mail.Text.ShouldNotContain("huisstijl");
    }

    [Fact]
    public async Task Without_a_look_a_mail_is_as_it_was()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        world.Mailbox.Mails[0].Html.ShouldSatisfyAllConditions(
            html => html.ShouldContain("background:#0b4a5a"), html => html.ShouldNotContain("<img"));
    }

    [Fact]
    public async Task Pages_that_say_what_went_wrong_have_it_too_and_do_without_the_store()
    {
        var store = new StoreThatMayBeGone();
        await using var world = await World.Begin(services => services.AddSingleton(new PlainStore(store)));
        var logo = await Choose(world, Picture);
        store.IsGone = true;
        world.Clock.MoveTo(world.Clock.GetUtcNow().AddMinutes(1));
        var failed = (await world.Browser.Get("/")).ShouldHave(503);
        failed.Text.ShouldContain(HouseSheet.AddressOf(logo));
        failed.Words.ShouldContain("Probeer het over een paar minuten nog een keer.");
    }

    /// <summary>Days later, everything that has effects.</summary>
    private static async Task Sweep(World world, int days)
    {
        await world.After(days);
        var waiting = (await world.Store.Query(Partitions.Settings, Keys.AllEffects)).Rows;
        waiting.ShouldNotBeEmpty();
        foreach (var row in waiting)
            await world.Get<WorkList>().PerformDue(new WorkKey(Partitions.Settings, row.Row.Split('|')[1]));
        (await world.Store.Query(Partitions.Settings, Keys.AllEffects)).Rows.ShouldBeEmpty();
    }

    private static Task<Answer> Import(World world, byte[] file) =>
        world.Fatima().PostWithFiles("/beheer/inlezen", new { reden = "Huisstijl" }, "bestand", ("instellingen.json", file));

    private sealed class StoreThatMayBeGone : IEntityStore
    {
        private readonly InMemoryEntityStore _store = new();

        public bool IsGone { get; set; }

        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
            There().Get(partition, row, cancellation);

        public ValueTask<Page> Query(
            string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default) =>
            There().Query(partition, range, limit, cancellation);

        public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
            There().Commit(partition, writes, cancellation);

        private InMemoryEntityStore There() => IsGone ? throw new StoreUnavailableException("The store does not answer.", new IOException()) : _store;
    }
}
