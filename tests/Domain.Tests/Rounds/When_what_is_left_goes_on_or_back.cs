using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_what_is_left_goes_on_or_back
{
    private static readonly Source[] Shares = [new("stuurgroep", new Euro(20_000)), new("Domesta", new Euro(5_000))];

    [Fact]
    public void It_leaves_the_ledger_and_goes_to_the_later_round()
    {
        var story = ARound.Decided().ForgetEffects();
        var before = story.Round.Ledger;
        story.When(at => new RemainderSettled(at, "besluit2", "2028", [.. Shares]));
        story.Round.Ledger.CarriedOut.ShouldBe(new Euro(25_000));
        story.Round.Ledger.Available.ShouldBe(before.Available - new Euro(25_000));
        story.Round.Ledger.Allotted.ShouldBe(before.Allotted);
        story.Effects.OfType<RoundEffect.CarryTo>().ShouldHaveSingleItem().Shares.ShouldBe(Shares);
    }

    [Fact]
    public void Or_back_and_then_nothing_else_follows()
    {
        var story = ARound.Decided().ForgetEffects().When(at => new RemainderSettled(at, "besluit2", null, [.. Shares]));
        story.Round.Ledger.Returned.ShouldBe(new Euro(25_000));
        story.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void The_same_resolution_does_it_once_and_another_takes_what_came_back_since()
    {
        var story = ARound.Decided().When(at => new RemainderSettled(at, "besluit2", null, [.. Shares]));
        story.When(at => new RemainderSettled(at, "besluit2", null, [.. Shares])).ExpectAlreadySo();
        story.When(at => new RemainderSettled(at, "besluit3", null, [.. Shares])).Round.Ledger.Returned.ShouldBe(new Euro(50_000));
    }

    [Fact]
    public void With_nothing_left_it_is_done_all_the_same()
    {
        var story = ARound.Decided().ForgetEffects().When(at => new RemainderSettled(at, "besluit2", "2028", []));
        story.Round.Resolutions.ShouldContain("besluit2");
        story.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Never_more_than_there_is()
    {
        var story = ARound.Decided();
        var tooMuch = new Source("stuurgroep", story.Round.Ledger.Available + new Euro(1));
        story.When(at => new RemainderSettled(at, "besluit2", null, [tooMuch])).ExpectRefused(RoundRefusal.MoreThanIsLeft);
    }

    [Fact]
    public void Not_before_the_round_is_decided()
    {
        Func<RoundStory>[] undecided =
        [
            RoundStory.Announced, () => RoundStory.Opened(), () => ARound.Closed(), () => ARound.Preparing(), () => ARound.Sealed(),
            () => ARound.Voting(), ARound.Counting, ARound.Drawing,
        ];
        foreach (var begin in undecided)
            begin().When(at => new RemainderSettled(at, "besluit2", null, [.. Shares])).ExpectRefused(RoundRefusal.RoundNotDecided);
    }

    [Fact]
    public void It_comes_into_the_later_round_once_whatever_state_that_is_in()
    {
        Func<RoundStory>[] anywhere = [RoundStory.Announced, () => RoundStory.Opened(), () => ARound.Voting(), () => ARound.Decided()];
        foreach (var begin in anywhere)
        {
            var story = begin();
            var before = story.Round.Ledger;
            story.When(at => new MoneyCarriedIn(at, "besluit2", "2025", [.. Shares])).Round.Ledger.Available
                .ShouldBe(before.Available + new Euro(25_000));
            story.Round.Ledger.Allotted.ShouldBe(before.Allotted);
            story.When(at => new MoneyCarriedIn(at, "besluit2", "2025", [.. Shares])).ExpectAlreadySo();
        }
    }

    [Fact]
    public void A_rolling_Smederij_offers_it_at_once() =>
        RoundStory.Opened(rolling: true).ForgetEffects().When(at => new MoneyCarriedIn(at, "besluit2", "2025", [.. Shares]))
            .Effects.ShouldBe([new RoundEffect.OfferNewMoney()]);

    [Fact]
    public void A_round_that_is_not_there_yet_is_announced_with_it()
    {
        var began = RoundDecider.Announce(ASmederij.WithDefaults(), "2027", new MoneyCarriedIn(Story.Monday, "besluit2", "2026", [.. Shares]));
        began.Item.State.ShouldBeOfType<RoundState.Announced>();
        began.Postings.ShouldBe([.. Shares.Select(share => new LedgerEntry.CarryIn(share.Amount, share.Name, "2026"))]);
    }
}
