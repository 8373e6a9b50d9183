using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Plans;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Staff;

/// <summary>One page finds a person over all Smederijen, gives out what is known, and erases it; what was searched is in no address.</summary>
public sealed class When_somebody_asks_for_all_that_is_known
{
    private const string Desk = "/medewerkers/personen";
    private const string Piet = "piet@voorbeeld.example";
    private const string Elsewhere = "pesse";

    [Fact]
    public async Task They_are_found_in_all_Smederijen_however_their_address_is_written()
    {
        await using var world = await World.Begin();
        var idea = await Everywhere(world);
        var page = (await world.Anna().Post(Desk, new Search("Piet+werk@Voorbeeld.example"))).ShouldHave(200);
        page.Words.ShouldContain("Op 4 plekken");
        foreach (var place in (string[])["Indiener", "Supporter", "Lid van de werkgroep", "Initiatiefgroep", world.Settings(Elsewhere).Name])
            page.Words.ShouldContain(place);
        page.Words.ShouldNotContain("Jannie");
        page.Text.ShouldContain(idea.Case());
        page.Path.ShouldBe(Desk);
        page.Location.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_with_its_postcode_and_a_telephone_number_find_them_too()
    {
        await using var world = await World.Begin();
        await Everywhere(world);
        (await world.Anna().Post(Desk, new Search("", naam: "piet buurman", postcode: "7927 aa"))).ShouldHave(200).Words.ShouldContain("Op 1 plek");
        (await world.Anna().Post(Desk, new Search("", naam: "Piet Buurman"))).ShouldHave(400).Words.ShouldContain("een naam met de postcode");
        (await world.Browser.Post($"/smederijen/{World.Village}/hulp", new
        {
            naam = "Geert Bos", telefoon = "06 12 34 56 78", dag = "2026-03-04", dagdeel = "middag", onderwerp = "",
        })).ShouldHave(303);
        (await world.Anna().Post(Desk, new Search("", telefoon: "+31612345678"))).ShouldHave(200).Words.ShouldContain("Geert Bos");
    }

    [Fact]
    public async Task Every_place_is_a_look_and_the_address_is_in_none()
    {
        await using var world = await World.Begin();
        var idea = await Everywhere(world);
        (await world.Anna().Post(Desk, new Search(Piet))).ShouldHave(200);
        var looks = (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0])).ToList();
        looks.Select(row => row.Read(WorkJson.Default.Look)).ShouldContain(
            new Look(world.Clock.GetUtcNow(), "anna", LookKind.Person, idea.Smederij, idea.Id));
        looks.Count.ShouldBe(4);
        string.Concat(looks.Select(row => row.Row + row.Data)).ShouldNotContain("piet", Case.Insensitive);
    }

    [Fact]
    public async Task Who_may_not_act_finds_nobody_and_an_old_sign_in_is_not_enough()
    {
        await using var world = await World.Begin();
        await Everywhere(world);
        var looker = world.BrowserOf("zij", "beheerder");
        (await looker.Get(Desk)).ShouldHave(403);
        (await looker.Post(Desk, new Search(Piet))).ShouldHave(403).Text.ShouldNotContain("Buurman");
        var old = world.Anna();
        old.Staff = old.Staff! with { SignedInAt = world.Clock.GetUtcNow().AddMinutes(-11) };
        (await old.Post(Desk, new Search(Piet))).ShouldHave(401).Text.ShouldNotContain("Buurman");
    }

    [Fact]
    public async Task The_file_holds_what_they_wrote_and_their_account_and_nothing_of_others()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        await world.Happens(idea, at => new IdeaEvent.ProgressReported(at, "De bank staat er."));
        await world.GivesAccount(await world.Granted(), "NL91ABNA0417164300");
        var file = (await world.Anna().Post(Desk, new Search(Residents.Submitter, stap: "bestand"))).ShouldHave(200);
        file.Headers.ContentDisposition.ToString().ShouldBe("attachment; filename=gegevens-van-een-persoon.json");
        file.Headers.CacheControl.ToString().ShouldContain("no-store");
        var places = JsonDocument.Parse(file.Body).RootElement.GetProperty("gevonden").EnumerateArray().ToList();
        places.Count.ShouldBe(2);
        places.ShouldAllBe(place => place.GetProperty("als").GetString() == "Indiener");
        places[0].GetProperty("tekst").GetProperty("titel").GetString().ShouldBe(Residents.AnIdea.titel);
        file.Text.ShouldContain("De bank staat er.");
        file.Text.ShouldContain("NL91ABNA0417164300");
        file.Text.ShouldContain("Stemmen: die zijn geheim");
        (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0]))
            .Select(row => row.Read(WorkJson.Default.Look).What).ShouldContain(LookKind.Account);
    }

    [Fact]
    public async Task What_is_hidden_on_the_website_is_theirs_all_the_same()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        await world.Happens(idea, at => new IdeaEvent.ProgressReported(at, "De bank staat er."));
        var parts = (await world.Anna().Get(idea.Case("verbergen"))).ShouldHave(200).Text;
        var report = System.Text.RegularExpressions.Regex.Match(parts, "value=\"(tekst-[^\"]+)\"").Groups[1].Value;
        foreach (var part in (string[])["titel", "omschrijving", report])
            (await world.Anna().Send(idea.Case("verbergen"), new { onderdeel = part, reden = "Er staat een naam in" })).ShouldHave(200);
        (await world.Browser.Get(idea.Page())).ShouldHave(200).Text.ShouldNotContain("De bank staat er.");
        var file = (await world.Anna().Post(Desk, new Search(Residents.Submitter, stap: "bestand"))).ShouldHave(200);
        foreach (var theirs in (string[])[Residents.AnIdea.titel, Residents.AnIdea.beschrijving, "De bank staat er.", "de beschrijving"])
            file.Text.ShouldContain(theirs);
        (await world.Anna().Post(Desk, new Search(Residents.Submitter, stap: "leesbaar"))).ShouldHave(200).Text
            .ShouldContain("Wat nu niet op de website te zien is");
    }

    [Fact]
    public async Task The_same_is_there_as_a_page_to_read_that_needs_nothing_else()
    {
        await using var world = await World.Begin();
        var idea = await world.Released();
        await world.Happens(idea, at => new IdeaEvent.ProgressReported(at, "De bank <script>alert(1)</script> staat er."));
        await world.GivesAccount(await world.Granted(), "NL91ABNA0417164300");
        var file = (await world.Anna().Post(Desk, new Search(Residents.Submitter, stap: "leesbaar"))).ShouldHave(200);
        file.Headers.ContentDisposition.ToString().ShouldBe("attachment; filename=gegevens-van-een-persoon.html");
        file.Headers.CacheControl.ToString().ShouldContain("no-store");
        file.Headers.ContentType.ToString().ShouldBe("text/html; charset=utf-8");
        foreach (var words in (string[])["Wat wij van u weten", "Wat u instuurde", "Rekeningnummer", "NL91ABNA0417164300", Residents.AnIdea.beschrijving,
            "Wat hier niet bij staat", "Stemmen: die zijn geheim", "Jannie de Vries", "@media print", "lang=\"nl\""])
            file.Text.ShouldContain(words, Case.Sensitive);
        file.Text.ShouldContain("De bank &lt;script&gt;alert(1)&lt;/script&gt; staat er.");
        foreach (var outside in (string[])["<script", "http://", "https://", "src=", "<link"])
            file.Text.ShouldNotContain(outside);
        (await world.Store.Rows(Partitions.Looks, "")).Where(row => char.IsAsciiDigit(row.Row[0]))
            .Select(row => row.Read(WorkJson.Default.Look).What).ShouldContain(LookKind.Account);
    }

    [Fact]
    public async Task Whatever_the_file_for_programs_holds_stands_on_the_page_as_well()
    {
        await using var world = await World.Begin();
        await Everywhere(world);
        await world.AskPartner();
        (await world.Browser.Post($"/smederijen/{World.Village}/hulp", new
        {
            naam = "Piet Buurman", telefoon = "06 12 34 56 78", dag = "2026-03-04", dagdeel = "middag", onderwerp = "Een pleintje",
        })).ShouldHave(303);
        foreach (var (email, phone) in (IEnumerable<(string, string)>)[(Piet, ""), (Builders.Fund, ""), ("", "0612345678"), ("niemand@voorbeeld.example", "")])
        {
            var json = JsonDocument.Parse((await world.Anna().Post(Desk, new Search(email, phone, stap: "bestand"))).ShouldHave(200).Body).RootElement;
            var page = System.Net.WebUtility.HtmlDecode((await world.Anna().Post(Desk, new Search(email, phone, stap: "leesbaar"))).ShouldHave(200).Text);
            foreach (var text in Texts(json))
                page.ShouldContain(text);
        }
    }

    private static IEnumerable<string> Texts(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Object => json.EnumerateObject().SelectMany(line => Texts(line.Value)),
        JsonValueKind.Array => json.EnumerateArray().SelectMany(Texts),
        JsonValueKind.String => [json.GetString()!],
        _ => [],
    };

    [Fact]
    public async Task One_press_erases_them_everywhere_but_for_an_idea_that_still_runs()
    {
        await using var world = await World.Begin();
        var own = await Everywhere(world);
        (await world.Anna().Post(Desk, new Erasing(Piet, zeker: ""))).ShouldHave(400).Words.ShouldContain("Zet een vinkje");
        var page = (await world.Anna().Post(Desk, new Erasing(Piet))).ShouldHave(409);
        page.Words.ShouldContain("Dit idee loopt nog. Stop het eerst");
        page.Words.ShouldContain("Op 1 plek");
        (await Everything(world)).ShouldNotContain("Piet Lid");
        await world.Happens(own, at => new IdeaEvent.Stopped(at, "anna", "Op verzoek"));
        (await world.Anna().Post(Desk, new Erasing(Piet))).ShouldHave(200).Words.ShouldContain("Wij bewaren niets over deze persoon");
        await world.Work();
        var left = await Everything(world);
        foreach (var trace in (string[])[Piet, "Buurman", "Piet Lid"])
            left.ShouldNotContain(trace);
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_stop_halfway_doing_it_again_finishes()
    {
        await using var world = await World.Begin();
        var own = await Everywhere(world);
        await world.Happens(own, at => new IdeaEvent.Stopped(at, "anna", "Op verzoek"));
        var commits = 0;
        world.Store.Before = (partition, writes) =>
        {
            if (writes.Any(write => write is Write.Delete { Row: var row } && row.Split('|') is [_, _, "persoon" or "steun", _]) && ++commits == 2)
                throw new StoreUnavailableException("The machine stopped.", new IOException());
            return null;
        };
        (await world.Anna().Post(Desk, new Erasing(Piet))).Status.ShouldBeOneOf(500, 503);
        world.Store.Before = null;
        (await world.Anna().Post(Desk, new Erasing(Piet))).ShouldHave(200);
        (await Everything(world)).ShouldNotContain(Piet);
    }

    /// <summary>Piet submitted an idea in another Smederij, supports one here, and is of a working group and of the initiatiefgroep.</summary>
    private static async Task<IdeaKey> Everywhere(World world)
    {
        var form = Residents.AnIdea with { naam = "Piet Buurman", email = Piet, titel = "Een pleintje" };
        var own = await world.SubmitAndConfirm(form, Elsewhere);
        var other = await world.SubmitAndConfirm();
        await world.Support(other, Piet);
        var plan = await world.BeginPlan();
        (await world.Do("uitnodigen", new { naam = "Piet Buurman", email = Piet, rol = "Resident" })).ShouldHave(303);
        (await world.NewBrowser().Press(world.Mailbox.LastTo(Piet).Link())).ShouldHave(200);
        (await world.Plan(plan)).Group.ShouldBe(new Group(Residents: 2));
        (await world.Browser.Send($"/smederijen/{World.Village}/initiatiefgroep", new { naam = "Piet Buurman", email = Piet })).ShouldHave(200);
        await world.Work();
        return own;
    }

    private static async Task<string> Everything(World world)
    {
        var text = new System.Text.StringBuilder();
        foreach (var smederij in world.Get<Portal.Settings.SettingsBook>().All)
        {
            await foreach (var row in world.Store.All(smederij.Id, new RowRange(" ", "~~~~")))
                text.Append(row.Row).Append(' ').Append(row.Data).Append('\n');
        }
        return text.ToString();
    }
}

/// <summary>The form that looks for somebody.</summary>
internal sealed class Search(string email, string telefoon = "", string naam = "", string postcode = "", string stap = "zoek")
    : Dictionary<string, string>(new Dictionary<string, string>
    {
        ["zoek-email"] = email, ["zoek-telefoon"] = telefoon, ["zoek-naam"] = naam, ["zoek-postcode"] = postcode, ["stap"] = stap,
    });

internal sealed class Erasing(string email, string zeker = "ja") : Dictionary<string, string>(new Dictionary<string, string>
{
    ["zoek-email"] = email, ["stap"] = "wis", ["reden-wissen"] = "Op verzoek", ["zeker"] = zeker,
});
