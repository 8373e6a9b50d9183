using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Voting;

public sealed class When_people_look_for_a_vote
{
    private const string Smederij = $"/smederijen/{AVote.Smederij}";
    private const string Desk = $"/medewerkers/rondes/{AVote.Smederij}/2027";

    [Fact]
    public async Task The_page_of_the_Smederij_announces_it_leads_to_it_and_later_to_its_result()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get(Smederij)).Words.ShouldNotContain("Stemmen over het geld");
        await AVote.Closed(world, 9_000, 6_000);
        (await world.Browser.Get(Smederij)).Words.ShouldContain("Daarom komt er een stemming");
        await world.Get<Portal.Voting.VoteCodes>().Make(AVote.Key, world.Get<Portal.Voting.VoteCodes>().NewSecret(), 20, "anna", null);
        var announced = await world.Browser.Get(Smederij);
        announced.Words.ShouldContain("Stemmen kan vanaf vrijdag 9 juli 2027.");
        announced.Text.ShouldContain($"href=\"{AVote.Page}\"");
        await world.After(8);
        var open = await world.Browser.Get(Smederij);
        open.Words.ShouldContain("De buurt stemt nu Stemmen kan tot en met donderdag 22 juli 2027, met de code uit uw brief. Stem mee");
        open.Text.ShouldContain($"href=\"{AVote.Page}\"");
        await world.After(20);
        var decided = await world.Browser.Get(Smederij);
        decided.Words.ShouldContain("Uitslag van de stemming 2027");
        decided.Text.ShouldContain($"href=\"{Smederij}/rondes/2027/uitslag\"");
        decided.Words.ShouldNotContain("Stem mee");
    }

    [Fact]
    public async Task The_board_of_staff_shows_every_vote_that_waits_and_links_every_round()
    {
        await using var world = await World.Begin();
        var anna = world.BrowserOf("anna", StaffRoles.Medewerker);
        var quiet = (await anna.Get("/medewerkers")).ShouldHave(200);
        quiet.Text.ShouldContain($"href=\"{Desk}\"");
        quiet.Words.ShouldNotContain("Volgende moment");
        await AVote.Closed(world, 9_000, 6_000);
        (await anna.Get("/medewerkers")).Words.ShouldContain("Centrum, ronde 2027 De stemming wordt voorbereid: maak de stemcodes");
        (await anna.Get("/medewerkers?smederij=alteveer")).Words.ShouldNotContain("Centrum, ronde 2027");
    }
}
