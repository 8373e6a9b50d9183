using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Staff;

public sealed class When_staff_look_at_the_board
{
    [Fact]
    public async Task It_is_for_staff_only()
    {
        await using var world = await World.Begin();
        foreach (var endpoint in Endpoints.All.Where(endpoint => endpoint.Pattern.StartsWith("/medewerkers", StringComparison.Ordinal)))
            (await world.Browser.Ask(endpoint.Method,
                endpoint.Pattern.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal))).ShouldHave(401);
    }

    [Fact]
    public async Task Every_running_idea_stands_there_with_what_it_waits_for()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.Submit(Residents.AnIdea with { titel = "Een buurtfeest", email = "klaas@voorbeeld.example" }, "krakeel");
        var words = (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words;
        words.ShouldContain("Een bankje bij de vijver Alteveer 30 maart 2026 over 28 dagen steun uit de buurt Zoekt steun 2 maart 2026");
        words.ShouldContain("Een buurtfeest Krakeel 9 maart 2026 over 7 dagen de indiener Nog niet bevestigd");
        words.ShouldContain("Er is niets te laat.");
    }

    [Fact]
    public async Task What_is_overdue_comes_first_and_is_counted()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await world.After(40);
        await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een jong idee", email = "klaas@voorbeeld.example" });
        var words = (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words;
        words.ShouldContain("1 idee is te laat.");
        words.IndexOf("Een bankje", StringComparison.Ordinal).ShouldBeLessThan(words.IndexOf("Een jong idee", StringComparison.Ordinal));
        (await world.Anna().Get("/medewerkers?te-laat=ja")).Words.ShouldNotContain("Een jong idee");
    }

    [Fact]
    public async Task The_address_filters()
    {
        await using var world = await World.Begin();
        await world.InReview();
        await world.SubmitAndConfirm(Residents.AnIdea with { titel = "Een jong idee", email = "klaas@voorbeeld.example" });
        var anna = world.Anna();
        (await anna.Get("/medewerkers?fase=beoordeling")).Words.ShouldNotContain("Een jong idee");
        (await anna.Get("/medewerkers?wacht=buurt")).Words.ShouldNotContain("Een bankje");
        (await anna.Get("/medewerkers?smederij=krakeel")).Words.ShouldContain("Er zijn geen ideeën die hierbij passen.");
        (await anna.Get("/medewerkers?smederij=nergens")).ShouldHave(404);
        (await anna.Get("/medewerkers?fase=onzin&wacht=%00&vanaf=../../x")).ShouldHave(200).Words.ShouldContain("Een jong idee");
    }

    [Fact]
    public async Task A_paused_idea_is_never_overdue()
    {
        await using var world = await World.Begin();
        var idea = await world.InReview();
        (await world.Anna().Press(idea.Case("pauzeren"), new { reden = "Even overleggen" })).ShouldHave(200);
        await world.After(60);
        var words = (await world.Anna().Get("/medewerkers")).Words;
        words.ShouldContain("Op pauze");
        words.ShouldContain("Er is niets te laat.");
    }

    [Fact]
    public async Task An_idea_that_ended_leaves_the_board()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.After(40);
        (await world.Anna().Get("/medewerkers")).Words.ShouldNotContain("Een bankje");
    }

    [Fact]
    public async Task Its_pages_follow_each_other_without_gaps()
    {
        await using var world = await World.Begin(services => services.Configure<PortalOptions>(options => options.LimitRequests = false));
        for (var i = 0; i < 120; i++)
            await world.Submit(Residents.AnIdea with { titel = $"Idee nummer {i:D3}" }, i % 2 == 0 ? "alteveer" : "krakeel");
        var seen = new List<string>();
        for (var path = "/medewerkers"; path.Length > 0;)
        {
            var page = (await world.Anna().Get(path)).ShouldHave(200);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page.Text, "Idee nummer [0-9]{3}").Select(match => match.Value));
            path = System.Net.WebUtility.HtmlDecode(System.Text.RegularExpressions.Regex.Match(page.Text, "rel=\"next\" href=\"([^\"]*)\"").Groups[1].Value);
        }
        seen.Count.ShouldBe(120);
        seen.Distinct().Count().ShouldBe(120);
    }
}
