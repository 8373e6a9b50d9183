using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using Smederijen.Domain.Tests.Ideas;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_a_round_was_over_before
{
    [Fact]
    public void It_begins_decided_with_what_its_projects_took()
    {
        var began = RoundDecider.TakeOver(ASmederij.WithDefaults(), "2019", new TakenOver(Story.Monday, "bestand1", new Euro(43_000)));
        began.Item.State.ShouldBeOfType<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.TakenOver);
        (began.Item.Period, began.Item.Revision, began.Item.NextDue).ShouldBe(("2019", 1, null));
        began.Postings.ShouldBe([new LedgerEntry.Allot(new Euro(43_000), Source.BeforeThis)]);
        began.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Another_file_adds_to_it_once()
    {
        var story = ARound.Decided();
        var before = story.Round.Ledger.Allotted;
        story.When(at => new TakenOver(at, "bestand2", new Euro(100))).When(at => new TakenOver(at, "bestand2", new Euro(100))).ExpectAlreadySo();
        story.Round.Ledger.Allotted.ShouldBe(before + new Euro(100));
    }

    [Fact]
    public void A_round_that_is_on_its_way_takes_nothing_from_before() =>
        RoundStory.Opened().When(at => new TakenOver(at, "bestand1", new Euro(100))).ExpectRefused(RoundRefusal.RoundNotDecided);
}
