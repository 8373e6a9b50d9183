using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_everyone_reads_a_Smederij
{
    private const string Home = $"/smederijen/{World.Village}";

    [Fact]
    public async Task The_first_page_shows_all_of_them_with_the_money_that_is_left()
    {
        await using var world = await World.Begin();
        var home = (await world.Browser.Get("/")).ShouldHave(200);
        foreach (var smederij in world.Get<SettingsBook>().All)
            home.Text.ShouldContain($"href=\"/smederijen/{smederij.Id}\"");
        home.Words.ShouldContain("Alteveer nog € 4.991 te besteden");
    }

    [Fact]
    public async Task The_page_shows_money_conditions_reviewers_by_function_and_the_way_to_the_form()
    {
        await using var world = await World.Begin();
        var page = (await world.Browser.Get(Home)).ShouldHave(200);
        page.Words.ShouldContain("Nog te besteden € 4.991,00");
        page.Words.ShouldContain("Het idee is binnen een jaar klaar.");
        page.Words.ShouldContain("wijkagent (politie) – kernteam");
        page.Words.ShouldNotContain("vrijgave@", customMessage: "only who is marked public has an address here");
        page.Text.ShouldContain($"href=\"{Home}/ideeen/nieuw\"");
        (await world.Browser.Get("/smederijen/nergens")).ShouldHave(404);
    }

    [Fact]
    public async Task Ideas_stand_by_phase_and_what_nobody_confirmed_is_not_there()
    {
        await using var world = await World.Begin();
        await world.SubmitAndConfirm();
        await world.Submit(AnIdea with { titel = "Nog geheim", email = "geheim@voorbeeld.example" });
        var withdrawn = await world.SubmitAndConfirm(AnIdea with { titel = "Toch maar niet", email = "ander@voorbeeld.example" });
        await world.Happens(withdrawn, at => new IdeaEvent.Withdrawn(at));

        var words = (await world.Browser.Get(Home)).Words;
        words.ShouldContain("Zoekt steun Een bankje bij de vijver € 450 · 0 van 5 supporters · steunen kan tot en met maandag 30 maart 2026");
        words.ShouldNotContain("Nog geheim");
        words.ShouldNotContain("Toch maar niet");
        (await world.Browser.Get($"{Home}?fase=ingetrokken")).ShouldHave(200).Words.ShouldContain("Toch maar niet");
    }

    [Fact]
    public async Task A_long_list_goes_on_at_a_following_page()
    {
        await using var world = await World.Begin(services => services.Configure<PortalOptions>(options => options.LimitRequests = false));
        for (var i = 0; i < 23; i++)
            await world.SubmitAndConfirm(AnIdea with { titel = $"Idee nummer {i}", email = $"bewoner{i}@voorbeeld.example" });

        var page = await world.Browser.Get(Home);
        Titles(page).ShouldBe(20);
        var rest = System.Text.RegularExpressions.Regex.Match(page.Text, "href=\"([^\"]*vanaf=[^\"]*)\"").Groups[1].Value.Replace("&amp;", "&", StringComparison.Ordinal);
        Titles((await world.Browser.Get(rest)).ShouldHave(200)).ShouldBe(3);

        static int Titles(Answer page) => page.Text.Split(">Idee nummer ").Length - 1;
    }

    [Theory]
    [InlineData("?fase=wacht-op-bevestiging")]
    [InlineData("?fase=")]
    [InlineData("?fase=draagvlak&vanaf=../../etc")]
    [InlineData("?fase=draagvlak&fase=geschikt")]
    public async Task A_list_that_does_not_exist_is_not_found(string query)
    {
        await using var world = await World.Begin();
        (await world.Browser.Get(Home + query)).ShouldHave(404);
    }
}
