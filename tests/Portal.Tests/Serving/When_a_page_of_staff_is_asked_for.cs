using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Serving;

public sealed class When_a_page_of_staff_is_asked_for
{
    [Theory]
    [InlineData("/medewerkers", "/medewerkers")]
    [InlineData("/medewerkers/rondes/centrum/2027", "/medewerkers/rondes/centrum/2027")]
    [InlineData("/medewerkers?smederij=alteveer", "/medewerkers?smederij=alteveer")]
    [InlineData("/medewerkers?smederij=https://kwaad.example", "/medewerkers")]
    public async Task Who_signs_in_comes_back_to_it(string page, string back)
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.Get(page)).ShouldHave(401);
        answer.Text.ShouldContain($"href=\"/aanmelden?terug={back}\"");
        answer.Words.ShouldContain("Daarna komt u op deze pagina terug.");
    }

    [Fact]
    public async Task Who_posted_a_form_begins_at_the_board_and_has_nothing_lost()
    {
        await using var world = await World.Begin();
        var answer = (await world.Browser.Post("/medewerkers/rondes/centrum/2027/voorstel", new { wat = "sluiten" })).ShouldHave(401);
        answer.Text.ShouldContain("href=\"/aanmelden?terug=/medewerkers\"");
        answer.Words.ShouldContain("Er is nog niets verstuurd.");
        answer.Words.ShouldContain("sluiten");
    }
}
