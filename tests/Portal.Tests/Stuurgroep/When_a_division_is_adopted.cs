using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Tests.Stuurgroep;

public sealed class When_a_division_is_adopted
{
    [Fact]
    public async Task Every_Smederij_has_its_money_to_the_cent()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        await world.Work();
        var rounds = await world.Rounds("2028");
        rounds.Count.ShouldBe(24);
        rounds.Sum(round => round.Ledger.Available.Cents).ShouldBe(30_000_001);
        rounds.ShouldAllBe(round => round.State is RoundState.Announced);
    }

    [Fact]
    public async Task Before_that_no_money_moves()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 5);
        await world.Work();
        (await world.Rounds("2028")).ShouldBeEmpty();
    }

    [Fact]
    public async Task It_comes_on_top_of_what_a_round_has()
    {
        await using var world = await World.Begin();
        var before = (await world.Rounds("2027")).Sum(round => round.Ledger.Allotted.Cents);
        await world.PutToSeats("2027");
        await world.Say(Voice.For, 6);
        await world.Work();
        (await world.Rounds("2027")).Sum(round => round.Ledger.Allotted.Cents).ShouldBe(before + 30_000_001);
    }

    [Fact]
    public async Task The_settings_open_the_round_that_waits_with_its_money_and_add_nothing()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        await world.Work();
        var village = world.Settings();
        var next = village with { Version = 2, Round = village.Round with { Period = "2028", ClosesOn = new DateOnly(2028, 6, 30) } };
        await world.Get<RoundItems>().Open(next, world.Get<SettingsBook>().Stuurgroep);
        var round = (await world.Rounds("2028")).Single(one => one.State is RoundState.Open);
        round.SettingsVersion.ShouldBe(2);
        round.Ledger.Available.ShouldBe(ADivision.Of(world, "2028").Lines.Single(line => line.Smederij == village.Id).Amount);
    }

    [Fact]
    public async Task A_period_that_nobody_divided_yet_opens_with_nothing()
    {
        await using var world = await World.Begin();
        var village = world.Settings();
        await world.Get<RoundItems>()
            .Open(village with { Version = 2, Round = village.Round with { Period = "2028" } }, world.Get<SettingsBook>().Stuurgroep);
        (await world.Rounds("2028")).ShouldHaveSingleItem().Ledger.ShouldBe(Ledger.Empty);
    }

    [Fact]
    public async Task Performing_everything_twice_allots_once()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        foreach (var smederij in world.Get<SettingsBook>().All)
            await world.Get<Deeds>().Perform(new ResolutionKey(ADivision.Id), new ResolutionEffect.AllotTo(smederij.Id), default);
        await world.Work();
        (await world.Rounds("2028")).Sum(round => round.Ledger.Available.Cents).ShouldBe(30_000_001);
    }

    [Fact]
    public async Task Seats_and_secretary_hear_it()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.Say(Voice.For, 6);
        await world.Work();
        world.Mailbox.To("politie@voorbeeld.example")[^1].Subject.ShouldBe("Aangenomen: Verdeling van het geld voor 2028");
        world.Mailbox.To("stuurgroep@voorbeeld.example").ShouldHaveSingleItem().Subject.ShouldStartWith("Aangenomen");
    }

    [Fact]
    public async Task Silence_asks_again_extends_once_and_ends()
    {
        await using var world = await World.Begin();
        await world.PutToSeats();
        await world.After(15);
        world.Mailbox.To("politie.plv@voorbeeld.example").ShouldHaveSingleItem().Subject.ShouldStartWith("Wij wachten op uw stem");
        await world.After(10);
        world.Mailbox.To("stuurgroep@voorbeeld.example").ShouldHaveSingleItem().Subject.ShouldStartWith("Te weinig stemmen");
        await world.After(25);
        (await world.Resolution()).State.ShouldBeOfType<ResolutionState.Lapsed>();
        world.Mailbox.To("stuurgroep@voorbeeld.example")[^1].Text.ShouldContain("Nu moet u iets doen");
    }
}
