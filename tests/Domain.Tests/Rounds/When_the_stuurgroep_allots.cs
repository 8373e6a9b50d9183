using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Tests.Stuurgroep;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_the_stuurgroep_allots
{
    [Fact]
    public void The_money_of_every_source_is_in_the_ledger() =>
        RoundStory.Opened().Allotted().Round.Ledger.Available.ShouldBe(new Euro(1_000_000 + 65_000));

    [Fact]
    public void The_same_resolution_allots_once() =>
        RoundStory.Opened().Allotted().Allotted().ExpectAlreadySo().Round.Ledger.Available.ShouldBe(new Euro(1_065_000));

    [Fact]
    public void A_second_resolution_adds_to_the_first() =>
        RoundStory.Opened().Allotted().Allotted("besluit2").Round.Ledger.Available.ShouldBe(new Euro(1_130_000));

    [Fact]
    public void A_rolling_Smederij_offers_it_at_once()
    {
        var story = RoundStory.Opened(rolling: true);
        story.Effects.Clear();
        story.Allotted().Effects.ShouldBe([new RoundEffect.OfferNewMoney()]);
    }

    [Fact]
    public void A_round_that_was_not_opened_yet_waits_with_the_money_for_the_settings()
    {
        var story = RoundStory.Announced();
        story.Expect<RoundState.Announced>();
        story.Round.Ledger.Available.ShouldBe(new Euro(65_000));
        story.When(at => new Opened(at, "2027")).Expect<RoundState.Open>();
        story.Round.Ledger.Available.ShouldBe(new Euro(65_000));
    }

    [Fact]
    public void A_period_that_the_stuurgroep_divides_begins_without_the_envelope_of_the_settings()
    {
        var settings = Ideas.ASmederij.WithDefaults();
        RoundDecider.Start(settings, ResolutionStory.TenSeats with { DividesFrom = "2026" }, new Opened(default, "2026")).Postings.ShouldBeEmpty();
        RoundDecider.Start(settings, ResolutionStory.TenSeats with { DividesFrom = "2027" }, new Opened(default, "2026")).Postings.ShouldHaveSingleItem();
    }

    [Fact]
    public void After_the_decision_it_is_there_for_what_comes_later() => ARound.Decided().Allotted().Round.Resolutions.ShouldBe(["besluit1"]);
}
