using Smederijen.Portal.Guidance;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Guidance;

public sealed class When_somebody_wants_help_with_an_idea
{
    private const string Form = $"/smederijen/{World.Village}/hulp";
    private const string Desk = "/medewerkers/regisseur";
    private const string Regisseur = "regisseur.zuid@voorbeeld.example";

    private static readonly Dictionary<string, string> Filled = new()
    {
        ["naam"] = "Geert Bos",
        ["telefoon"] = "06 12 34 56 78",
        ["dag"] = "2026-03-04",
        ["dagdeel"] = "middag",
        ["onderwerp"] = "Een jeu-de-boulesbaan",
        ["opdracht"] = "bel-mij",
    };

    [Fact]
    public async Task The_gebiedsregisseur_hears_that_somebody_waits_but_not_who()
    {
        await using var world = await World.Begin();

        (await world.Browser.Send(Form, Filled)).ShouldHave(200).Words.ShouldContain("Wij bellen u");
        await world.Work();

        var mail = world.Mailbox.LastTo(Regisseur);
        mail.Text.ShouldContain("woensdag 4 maart 2026, in de middag");
        mail.Text.ShouldNotContain("Geert");
        mail.Text.ShouldNotContain("06 12");
    }

    [Fact]
    public async Task It_stands_on_the_page_of_the_gebiedsregisseur_until_somebody_called()
    {
        await using var world = await World.Begin();
        await world.Browser.Post(Form, Filled);
        await world.Browser.Post(Form, Filled);
        var staff = world.BrowserOf("regisseur-zuid", "regisseur");

        var page = (await staff.Open(Desk)).ShouldHave(200);
        page.Words.ShouldContain("Geert Bos");
        page.Words.Split("Geert Bos").Length.ShouldBe(2, "pressing twice asks once");
        (await world.BrowserOf("regisseur-noord", "regisseur").Open(Desk)).Words.ShouldNotContain("Geert Bos");

        var request = (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldHaveSingleItem().Row.Split('|')[^1];
        await Calls(staff, request);
        await Calls(staff, request);
        (await staff.Open(Desk)).Words.ShouldNotContain("Geert Bos");
        await world.After(days: 2);
        (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Colleagues_read_a_note_until_somebody_called()
    {
        await using var world = await World.Begin();
        await world.Browser.Post(Form, Filled);
        var staff = world.BrowserOf("regisseur-zuid", "regisseur");
        var request = (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldHaveSingleItem().Row.Split('|')[^1];
        var note = $"{Desk}/hulp/{World.Village}/{request}/notitie";

        (await staff.Post(note, new { notitie = " " })).ShouldHave(400).Words.ShouldContain("Schrijf uw notitie op.");
        (await staff.Post(note, new { notitie = "Geen gehoor." })).ShouldHave(303);
        (await staff.Post(note, new { notitie = "Geen gehoor." })).ShouldHave(303);

        var words = (await world.BrowserOf("anna", "medewerker").Open(Desk + "?wie=regisseur-zuid")).Words;
        words.Split("Geen gehoor.").Length.ShouldBe(2, "pressing twice writes once");
        words.ShouldContain("Notitie van Sander Zuid");
        (await world.BrowserOf("kijker", "beheerder").Post(note, new { notitie = "Ik kijk alleen." })).ShouldHave(403);
        await Calls(staff, request);
        await world.After(days: 2);
        (await staff.Get(note)).ShouldHave(404);
        (await staff.Post(note, new { notitie = "Te laat." })).ShouldHave(303);
        (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_gebiedsregisseur_is_asked_again_until_somebody_called()
    {
        await using var world = await World.Begin();
        await world.Browser.Post(Form, Filled);
        await world.Until(new DateTimeOffset(2026, 3, 5, 7, 59, 0, TimeSpan.Zero));
        world.Mailbox.Mails.Count.ShouldBe(1);
        await world.Until(new DateTimeOffset(2026, 3, 5, 8, 0, 0, TimeSpan.Zero));
        await world.Work();
        world.Mailbox.LastTo(Regisseur).Subject.ShouldContain("wacht nog op een telefoontje");
        await world.Until(new DateTimeOffset(2026, 3, 12, 8, 0, 0, TimeSpan.Zero));
        await world.Work();
        world.Mailbox.Mails.Count.ShouldBe(3);

        var request = (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldHaveSingleItem().Row.Split('|')[^1];
        await Calls(world.BrowserOf("regisseur-zuid", "regisseur"), request);
        await world.After(days: 60);
        world.Mailbox.Mails.Count.ShouldBe(3);
        (await world.Store.Query(World.Village, Keys.AllEffects)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task Saying_that_somebody_called_asks_once_more_and_can_be_taken_back_for_a_day()
    {
        await using var world = await World.Begin();
        await world.Browser.Post(Form, Filled);
        var staff = world.BrowserOf("regisseur-zuid", "regisseur");
        var request = (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldHaveSingleItem().Row.Split('|')[^1];
        var called = $"{Desk}/hulp/{World.Village}/{request}/gebeld";

        (await staff.Get(called)).ShouldHave(200).Words.ShouldContain("Ja, verwijder deze gegevens");
        (await staff.Post(called)).ShouldHave(303);
        (await staff.Open(Desk)).Words.ShouldContain("Geert Bos", customMessage: "a press that answers no question changes nothing");

        (await staff.Send(called, new { stap = "ja" })).Words.ShouldContain("Toch niet");
        (await staff.Open(Desk)).Words.ShouldNotContain("Geert Bos");
        await world.Until(World.Monday.AddHours(23));
        (await staff.Send(called, new { stap = "terug" })).Words.ShouldContain("Geert Bos");
        await world.Until(World.Monday.AddDays(3));
        await world.Work();
        world.Mailbox.Mails.Count.ShouldBe(1);
        await world.After(days: 3);
        await world.Work();
        world.Mailbox.LastTo(Regisseur).Subject.ShouldContain("wacht nog op een telefoontje");
    }

    [Theory]
    [InlineData("telefoon", "12", "Dit is geen goed telefoonnummer.")]
    [InlineData("dag", "morgen", "Deze datum kunnen wij niet lezen.")]
    [InlineData("dag", "2026-03-01", "Kies een dag na vandaag")]
    [InlineData("dag", "2026-03-07", "Wij bellen op werkdagen.")]
    [InlineData("dagdeel", "nacht", "Kies wanneer wij u kunnen bellen.")]
    public async Task What_cannot_be_is_asked_again(string field, string value, string message)
    {
        await using var world = await World.Begin();

        (await world.Browser.Post(Form, new Dictionary<string, string>(Filled) { [field] = value })).ShouldHave(400).Words.ShouldContain(message);

        (await world.Store.Query(World.Village, HelpKeys.All)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_of_the_gebiedsregisseur_is_for_staff()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get(Desk)).ShouldHave(401);
    }

    private static async Task Calls(Browser staff, string request) =>
        (await staff.Send($"{Desk}/hulp/{World.Village}/{request}/gebeld", new { stap = "ja" })).ShouldHave(200).Words.ShouldContain("Toch niet");
}
