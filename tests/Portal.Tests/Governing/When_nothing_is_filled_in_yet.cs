using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Governing;

public sealed partial class When_nothing_is_filled_in_yet
{
    private static Task<World> Empty() => World.Begin(services => services.AddSingleton(SettingsFile.None));

    public static TheoryData<string> Pages() =>
        [.. Endpoints.All.Where(endpoint => endpoint.Method == "GET").Select(endpoint => endpoint.Pattern).Distinct()];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_answers(string pattern)
    {
        await using var world = await Empty();
        var path = Part().Replace(pattern, part => part.Groups["name"].Value switch
        {
            "smederij" => "centrum",
            "periode" => "2027",
            "nummer" => "1",
            "document" => "gemeente",
            _ => "01hzzzzzzzzzzzzzzzzzzzzzzz",
        });
        (await world.Browser.Get(path)).Status.ShouldBeLessThan(500);
        (await world.BrowserOf("anna", "medewerker", "regisseur", "beheerder").Get(path)).Status.ShouldBeLessThan(500);
    }

    [Fact]
    public async Task The_pages_say_so_and_show_nothing_that_nobody_filled_in()
    {
        await using var world = await Empty();
        var home = (await world.Browser.Get("/")).ShouldHave(200);
        home.Words.ShouldContain("Er zijn nog geen Smederijen De gemeente is bezig om ze te maken.");
        home.Words.ShouldNotContain("Kies uw");
        home.Text.ShouldContain("<p>De Smederijen: bewoners maken hun buurt.</p>");
        foreach (var path in (string[])["/", "/contact", "/privacy", "/toegankelijkheid", "/stuurgroep", "/mijn-smederij"])
        {
            var page = (await world.Browser.Get(path)).ShouldHave(200);
            page.Text.ShouldNotContain("gemeente vult dit in");
            page.Text.ShouldNotContain("Dit is een concept");
            page.Text.ShouldNotContain("voorbeeld.example");
        }
        (await world.Browser.Get("/contact")).Words.ShouldNotContain("Telefoon");
        (await world.Browser.Get("/contact")).Words.ShouldNotContain("lek");
        (await world.Browser.Get("/.well-known/security.txt")).ShouldHave(404);
        (await world.Browser.Get("/v1/smederijen")).ShouldHave(200).Json.GetProperty("smederijen").GetArrayLength().ShouldBe(0);
        (await world.Browser.Post("/mijn-smederij", new { postcode = "7901 AB" })).ShouldHave(200);
        (await world.Browser.Get("/smederijen/centrum")).ShouldHave(404);
    }

    [Fact]
    public async Task Staff_find_their_board_and_the_proposal_of_a_year_by_the_calendar()
    {
        await using var world = await Empty();
        var anna = world.BrowserOf("anna", "medewerker");
        (await anna.Get("/medewerkers")).ShouldHave(200);
        (await anna.Get("/medewerkers/stuurgroep/nieuw")).ShouldHave(200).Text.ShouldContain("value=\"2027\"");
        (await anna.Get("/medewerkers/regisseur")).ShouldHave(404).Words.ShouldContain("Er zijn nog geen Smederijen.");
    }

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}")]
    private static partial Regex Part();
}
