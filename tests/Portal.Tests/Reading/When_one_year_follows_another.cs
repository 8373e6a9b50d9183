using Smederijen.Domain.Ideas;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Tests.Staff;
using Smederijen.Portal.Tests.Stuurgroep;
using Smederijen.Portal.Voting;

namespace Smederijen.Portal.Tests.Reading;

/// <summary>No page promises what the rules do not give: not in a round that was only announced, nor after the last day of one.</summary>
public sealed class When_one_year_follows_another
{
    private const string Home = $"/smederijen/{World.Village}";

    [Fact]
    public async Task A_round_of_which_only_the_money_is_known_is_not_shown_and_waits_for_nobody()
    {
        await using var world = await Divided();
        (await world.Rounds("2028")).ShouldAllBe(round => round.State is RoundState.Announced);
        var page = (await world.Browser.Get(Home)).ShouldHave(200).Words;
        page.ShouldNotContain("2028");
        page.ShouldNotContain("Stemmen over het geld");
        (await world.Anna().Get("/medewerkers")).ShouldHave(200).Words.ShouldNotContain(RoundTexts.Phase(RoundPhase.Announced));
        (await world.Browser.Get($"{Home}/rondes/2028/uitslag")).ShouldHave(404).Words.ShouldContain("De ronde van 2028 is nog niet begonnen.");
    }

    [Fact]
    public async Task After_its_last_day_a_round_promises_no_money()
    {
        await using var world = await World.Begin();
        (await world.Browser.Get(Home)).Words.ShouldContain("krijgt meteen geld");
        await Over(world);
        var page = (await world.Browser.Get(Home)).ShouldHave(200).Words;
        page.ShouldNotContain("krijgt meteen geld");
        page.ShouldNotContain("Er is nog € 4.991 te besteden");
        page.ShouldContain("Deze ronde is voorbij.");
        (await world.Browser.Get("/")).ShouldHave(200).Words.ShouldNotContain("te besteden");
    }

    [Fact]
    public async Task What_becomes_suitable_between_two_rounds_waits_for_the_next_and_hears_so()
    {
        await using var world = await World.Begin();
        await Over(world);
        var idea = await world.InReview();
        foreach (var seat in (string[])[Wijkteam.Opbouwwerker, Wijkteam.Wijkagent])
            (await world.Advise(seat, "geschikt")).ShouldHave(200);
        (await world.Idea(idea)).State.ShouldBeOfType<IdeaState.Suitable>();
        (await world.Browser.Get(idea.Page())).Words.ShouldContain("Het idee wacht op een nieuwe ronde");
        world.Mailbox.LastTo(Residents.Submitter).Text.ShouldContain("De laatste ronde is voorbij. Zodra er een nieuwe ronde is, doet uw idee mee.");
    }

    [Fact]
    public async Task The_end_of_a_year_in_which_money_was_given_all_along_lists_who_got_it()
    {
        await using var world = await World.Begin();
        await world.Released();
        await Over(world);
        var page = (await world.Browser.Get($"{Home}/rondes/2027/uitslag")).ShouldHave(200).Words;
        page.ShouldContain("Hieronder staat welke ideeën geld kregen.");
        page.ShouldContain("Een bankje bij de vijver € 450");
        page.ShouldNotContain("geschikt vond");
    }

    [Fact]
    public async Task Whose_money_fell_back_is_not_on_that_list()
    {
        await using var world = await World.Begin();
        var idea = await world.Granted();
        await world.Happens(idea, at => new IdeaEvent.Withdrawn(at));
        await Over(world);
        var page = (await world.Browser.Get($"{Home}/rondes/2027/uitslag")).ShouldHave(200).Words;
        page.ShouldContain("Geen idee heeft in deze ronde geld gekregen.");
        page.ShouldNotContain("Een bankje");
    }

    [Fact]
    public async Task Every_year_that_has_money_stands_on_the_page_beside_its_own_amounts()
    {
        await using var world = await Divided();
        var village = world.Settings();
        var next = village with { Version = 2, Round = village.Round with { Period = "2028", ClosesOn = new DateOnly(2028, 6, 30) } };
        await world.Get<RoundItems>().Open(next, world.Get<SettingsBook>().Stuurgroep);
        ADivision.Of(world, "2028").Lines.Single(line => line.Smederij == village.Id).Amount.Cents.ShouldBe(484_158);
        var page = (await world.Browser.Get(Home)).ShouldHave(200);
        page.Words.ShouldContain("Geld in andere jaren Jaar Toegewezen Uitbetaald Gereserveerd Over 2028 € 4.841,58 € 0 € 0 € 4.841,58");
        page.Words.ShouldContain("Geld in 2027");
    }

    private static Task Over(World world) => world.Until(new DateTimeOffset(2027, 7, 2, 9, 0, 0, TimeSpan.Zero));

    private static async Task<World> Divided()
    {
        var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        await world.Work();
        return world;
    }
}
