using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Governing;

public sealed class When_areas_are_brought_in
{
    private const string Address = "/beheer/gebieden";
    private const string FirstLine = "Smederij;postcode;huisnummer van;huisnummer tot";

    /// <summary>It takes less than a second (docs/performance.md); a machine that does sixteen things at once took ten.</summary>
    private static readonly TimeSpan s_long = TimeSpan.FromSeconds(40);

    private static Task<Answer> Send(Browser browser, byte[] file) =>
        browser.PostWithFiles(Address, new { reden = "De wijken precies" }, "bestand", ("gebieden.csv", file));

    private static Task<Answer> Send(Browser browser, params string[] lines) => Send(browser, Encoding.UTF8.GetBytes(string.Join("\r\n", lines)));

    [Fact]
    public async Task A_file_of_Excel_makes_drafts_and_a_second_person_agrees()
    {
        await using var world = await World.Begin();
        string[] lines =
        [
            FirstLine, "\"Alteveer\";\"7927 AA\";;", "alteveer;7927ac;\"1\";\"99\"", "ALTEVEER;7927AB;;", "\"Elim\";7927AC;100;200", "Elim;7916;;", ";;;",
        ];
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines) + "\r\n")];
        (await Send(world.Fatima(), file)).ShouldHave(303).Location.ShouldBe("/beheer/voorstellen");
        (await Send(world.Fatima(), file)).ShouldHave(303);
        world.Settings().Area.ShouldBe([AreaPart.OfDigits(7927, 7927)]);
        (await world.Fatima().Get("/beheer/voorstellen")).Words.ShouldContain("Dit gaat over stemmen: een andere beheerder stelt dit vast.");
        (await world.Fatima().Get(Address)).Words.ShouldContain("Klopt het straks?");

        (await world.Gijs().Post("/beheer/voorstellen", (await world.Gijs().Get("/beheer/voorstellen")).Form())).ShouldHave(303);
        world.Settings().Area.Select(part => $"{part}").ShouldBe(["7927AA-7927AB", "7927AC 1-99"]);
        world.Settings("elim").Area.Select(part => $"{part}").ShouldBe(["7916", "7927AC 100-200"]);
        world.Settings("centrum").Version.ShouldBe(1);
        (await world.Browser.Get("/smederijen/elim")).Words.ShouldContain("(postcode 7916, en delen van 7927)");
        (await world.Get<LogVerifier>().Verify()).Broken.ShouldBeEmpty();
    }

    [Fact]
    public async Task Commas_and_the_letters_of_an_older_spreadsheet_are_read_too()
    {
        await using var world = await World.Begin();
        await world.Fatima().Change(World.Village, "Naam", ("name", "Altevéér"));
        await world.Fatima().Agree(World.Village);
        var file = Encoding.Latin1.GetBytes("postcode,Smederij,even of oneven,huisnummer tot,huisnummer van\n7927AB,Altevéér,oneven,9,1\n");
        (await Send(world.Fatima(), file)).ShouldHave(303);
        (await world.Gijs().Agree(World.Village)).ShouldHave(200);
        world.Settings().Area.Select(part => $"{part}").ShouldBe(["7927AB 1-9 oneven"]);
    }

    [Fact]
    public async Task The_file_of_now_changes_nothing()
    {
        await using var world = await World.Begin();
        var file = (await world.Fatima().Get($"{Address}/gebieden.csv")).ShouldHave(200);
        file.Text.ShouldContain("Alteveer;7927;;;");
        (await Send(world.Fatima(), file.Body)).ShouldHave(409).Words.ShouldContain("Alles in dit bestand is al zo.");

        await world.Fatima().Change(World.Village, "Precies", ("area", "7927AA-7927BZ\n7927CA 1-99 oneven\n7927CA 2"));
        await world.Gijs().Agree(World.Village);
        var after = (await world.Fatima().Get($"{Address}/gebieden.csv")).Body;
        (await Send(world.Fatima(), after)).ShouldHave(409).Words.ShouldContain("Alles in dit bestand is al zo.");
    }

    [Fact]
    public async Task Twenty_four_faults_are_told_at_once_each_with_its_line_and_nothing_is_taken_in()
    {
        await using var world = await World.Begin();
        string[] faults =
        [
            "Alteveer;79;;", "Alteveer;;;", ";7927AB;;", "Nergenshuizen;7927AB;;", "Alteveer;7927AB;5;", "Alteveer;7927AB;;5", "Alteveer;7927AB;9;1",
            "Alteveer;7927AB;0;9", "Alteveer;7927AB;1a;9", "Alteveer;7927;1;9", "Alteveer;7927AA-7927AC;1;9", "Alteveer;0927AB;;", "Alteveer;7927SS;;",
            "Alteveer;7927ABC;;", "Alteveer;7927AB;1;9;links", "Alteveer;7927AB;1;100000", "Alteveer;7927AB;-1;9", "Alteveer;7928-7927;;",
            "Alteveer;hier;;", "Alteveer;7927AB,7927AC;;", "Alteveer;\"7927;;", "Alteveer;7927AB;3;3;even", "Overal;7927;;", "Alteveer;7927 1-9;;",
        ];
        var page = (await Send(world.Fatima(), [FirstLine + ";even of oneven", "Alteveer;7927AA;;", .. faults])).ShouldHave(400);
        page.Words.ShouldContain("In het bestand moeten 24 dingen anders. Er is niets veranderd.");
        Regex.Matches(page.Text, "<strong>regel ([0-9]+)</strong>").Select(line => int.Parse(line.Groups[1].Value)).Order()
            .ShouldBe(Enumerable.Range(3, faults.Length));
        page.Words.ShouldContain("Wij kennen geen Smederij 'Nergenshuizen'. Schrijf de naam zoals op de website.");
        page.Text.ShouldContain("De wijken precies");
        (await world.Fatima().Get("/beheer/voorstellen")).Words.ShouldContain("Er ligt niets.");
    }

    [Theory]
    [InlineData("\n\n", "Dit bestand is leeg.")]
    [InlineData("naam;code\nAlteveer;7927", "De kolom 'naam' kennen wij niet.")]
    [InlineData("Smederij\nAlteveer", "Op de eerste regel horen de namen van de kolommen")]
    [InlineData("Smederij;postcode\n", "In dit bestand staat geen postcode.")]
    public async Task A_file_that_is_none_says_what_belongs_in_it(string file, string sentence)
    {
        await using var world = await World.Begin();
        var answer = (await Send(world.Fatima(), Encoding.UTF8.GetBytes(file))).ShouldHave(400);
        answer.Words.ShouldContain(sentence);
    }

    [Fact]
    public async Task Of_very_many_faults_the_first_are_told_and_how_many_there_are()
    {
        await using var world = await World.Begin();
        var page = (await Send(world.Fatima(), [FirstLine, .. Enumerable.Repeat("Alteveer;79;;", 1000), .. Enumerable.Repeat("Overal;7927;;", 1000)]))
            .ShouldHave(400);
        page.Words.ShouldContain("In het bestand moeten 1.001 dingen anders.");
        page.Words.ShouldContain("En nog 951 fouten.");
        page.Text.Length.ShouldBeLessThan(100_000);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_read_in_time()
    {
        await using var world = await World.Begin();
        var smederijen = world.Get<SettingsBook>().All;
        var lines = Enumerable.Range(0, 100_000).Select(n =>
            $"\"{smederijen[n / 600 % smederijen.Count].Name}\";\"{7900 + n / 600} {(char)('A' + n % 600 / 25)}{(char)('A' + n % 25)}\";;");
        byte[] file = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend(FirstLine)))];
        var clock = Stopwatch.StartNew();
        var answer = await Send(world.Fatima(), file);
        clock.Elapsed.ShouldBeLessThan(s_long);
        // SA, SD and SS are never issued.
        var never = answer.ShouldHave(400);
        never.Words.ShouldContain("is geen postcode");

        var issued = lines.Where(line => !Regex.IsMatch(line, "S[ADS]\"")).Prepend(FirstLine);
        clock.Restart();
        (await Send(world.Fatima(), Encoding.UTF8.GetBytes(string.Join("\r\n", issued)))).ShouldHave(303);
        (await world.Fatima().Get("/beheer/voorstellen")).ShouldHave(200);
        (await world.Fatima().Get(Address)).ShouldHave(200);
        clock.Elapsed.ShouldBeLessThan(s_long);
    }

    [Fact]
    public async Task An_area_of_far_too_many_pieces_is_refused_with_what_to_do()
    {
        await using var world = await World.Begin();
        var lines = Enumerable.Range(0, 2500).Select(n => $"Alteveer;7927{(char)('A' + n / 250)}{(char)('A' + n % 25)};{1 + 10 * n};{1 + 10 * n}");
        var page = (await Send(world.Fatima(), [FirstLine, .. lines])).ShouldHave(400);
        page.Words.ShouldContain("Alteveer Dit gebied heeft 2.500 losse stukken, ook als wij buren samen nemen. Hoogstens 2.000 passen.");
        page.Words.ShouldContain("Laat de huisnummers weg waar een postcode helemaal bij Alteveer hoort.");
    }

    [Fact]
    public async Task A_draft_tells_what_comes_in_and_goes_out_and_a_large_area_stays_readable()
    {
        await using var world = await World.Begin();
        var lines = Enumerable.Range(0, 250).Select(n => $"Alteveer;7927{(char)('A' + n / 10)}{(char)('A' + n % 10 * 2)};;");
        await Send(world.Fatima(), [FirstLine, .. lines.Where(line => !Regex.IsMatch(line, "S[ADS];"))]);
        await world.Gijs().Agree(World.Village);
        var parts = world.Settings().Area;
        parts.Length.ShouldBeGreaterThan(200);
        (await world.Fatima().Get(Administrators.PageOf(World.Village))).Words.ShouldContain($"en nog {parts.Length - 30} regels");

        var all = string.Join('\n', parts);
        (await world.Fatima().Change(World.Village, "Erbij", ("area", all + "\n7927AB 1-9"))).ShouldHave(200).Words.ShouldContain(
            "Postcodes - Komt erbij: 7927AB 1-9");
    }

    [Fact]
    public async Task Overlaps_and_holes_stand_on_the_page_for_all_staff_and_only_administrators_bring_in()
    {
        await using var world = await World.Begin();
        var anna = world.BrowserOf("anna", "medewerker");
        var page = (await anna.Get(Address)).ShouldHave(200);
        page.Words.ShouldContain("Postcode 7904 hoort bij 3 Smederijen: Grote Beer, Schutlanden en Wolfsbos.");
        page.Words.ShouldNotContain("Bij geen Smederij");
        page.Words.ShouldNotContain("Bekijk wat er verandert");
        (await Send(anna, FirstLine)).ShouldHave(403);
        (await world.Fatima().Get("/beheer")).Words.ShouldContain("Kies voor elke postcode één Smederij.");

        await world.Fatima().Change(World.Village, "Precies", ("area", "7927AA-7927YZ\n7927ZB-7927ZZ"));
        await world.Gijs().Agree(World.Village);
        var after = (await anna.Get(Address)).Words;
        after.ShouldContain("Bij geen Smederij");
        after.ShouldContain("Dan hoeft u niets te doen. 7927ZA");
    }
}
