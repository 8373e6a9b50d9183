using System.Collections.Immutable;
using Smederijen.Domain.Money;
using Smederijen.Domain.Payments;
using static Smederijen.Domain.Payments.BatchEvent;
using static Smederijen.Domain.Tests.Payments.BatchStory;

namespace Smederijen.Domain.Tests.Payments;

public sealed class When_a_batch_is_made
{
    [Fact]
    public void It_exists_once_every_order_answered_and_has_those_that_could_go_along()
    {
        var story = Gathering();
        story.Effects.ShouldBe([new BatchEffect.ClaimOrder("idee1-1"), new BatchEffect.ClaimOrder("idee2-1")]);
        story.Answered("idee1-1").Expect<BatchState.Gathering>();
        story.Signs("gus").ExpectRefused(BatchRefusal.StillGathering);
        story.Answered("idee2-1", claimed: false).Expect<BatchState.Ready>();
        story.Item.Total.ShouldBe(new Euro(45_000));
    }

    [Fact]
    public void An_answer_counts_once() => Gathering().Answered("idee1-1").Answered("idee1-1", claimed: false).ExpectAlreadySo();

    [Fact]
    public void Another_person_signs_it_off_and_every_order_hears_it()
    {
        Ready().Signs("fien").ExpectRefused(BatchRefusal.SamePersonTwice);
        var story = Ready().Signs("gus");
        story.Expect<BatchState.Signed>().By.ShouldBe("gus");
        story.Effects.ShouldBe([new BatchEffect.SendOrder("idee1-1"), new BatchEffect.SendOrder("idee2-1")]);
        story.Signs("gus").ExpectAlreadySo();
    }

    [Fact]
    public void Who_signs_has_seen_it_as_it_is() =>
        Ready().When(at => new SignedOff(at, "gus", 1)).ExpectRefused(BatchRefusal.ChangedMeanwhile);

    [Fact]
    public void A_batch_of_nothing_or_for_a_day_that_is_over_is_not_signed()
    {
        Gathering().Answered("idee1-1", false).Answered("idee2-1", false).Signs("gus").ExpectRefused(BatchRefusal.IsEmpty);
        Ready().After(3).Signs("gus").ExpectRefused(BatchRefusal.DayHasPassed);
    }

    [Fact]
    public void Thrown_away_it_lets_its_orders_go_also_one_that_answers_late()
    {
        var story = Gathering().Answered("idee1-1").ForgetEffects().When(at => new Discarded(at, "fien", "Verkeerde dag"));
        story.Effects.ShouldBe([new BatchEffect.FreeOrder("idee1-1"), new BatchEffect.FreeOrder("idee2-1")]);
        story.ForgetEffects().Answered("idee2-1").Effects.ShouldBe([new BatchEffect.FreeOrder("idee2-1")]);
        Ready().When(at => new Discarded(at, "fien", " ")).ExpectRefused(BatchRefusal.ReasonMissing);
    }

    [Fact]
    public void Signed_it_never_changes()
    {
        Signed().When(at => new Discarded(at, "fien", "Toch niet")).ExpectRefused(BatchRefusal.SignedBefore);
    }

    [Fact]
    public void What_the_bank_found_of_the_names_may_come_after_the_signature_as_well()
    {
        var story = Signed().When(at => new PayeesChecked(at, "fien", Checks));
        story.Expect<BatchState.Signed>().By.ShouldBe("gus");
        story.Item.Lines[0].Check.ShouldBe(PayeeCheck.NoMatch);
        story.Effects.ShouldBeEmpty();
    }

    [Fact]
    public void Who_signs_says_that_they_looked_at_names_that_the_bank_doubts()
    {
        var story = Ready().When(at => new PayeesChecked(at, "fien", Checks));
        story.Signs("gus").ExpectRefused(BatchRefusal.NamesNotSeen);
        story.Signs("gus", namesSeen: true).Expect<BatchState.Signed>();
        Ready().When(at => new PayeesChecked(at, "fien", Checks.SetItem("idee1-1", PayeeCheck.NotPossible))).Signs("gus").Expect<BatchState.Signed>();
    }

    [Fact]
    public void What_the_bank_found_of_the_names_stands_with_each_line_and_asks_for_another_look()
    {
        var story = Ready();
        var seen = story.Item.Revision;
        story.When(at => new PayeesChecked(at, "fien", Checks)).Item.Lines[0].Check.ShouldBe(PayeeCheck.NoMatch);
        story.When(at => new SignedOff(at, "gus", seen)).ExpectRefused(BatchRefusal.ChangedMeanwhile);
    }

    [Fact]
    public void Nothing_too_many_and_a_day_that_has_passed_are_told()
    {
        Start([]).ShouldBe(new BatchDecision.Refused(BatchRefusal.NothingChosen));
        Start([.. Enumerable.Range(0, PaymentBatch.Most + 1).Select(i => new BatchLine($"idee{i}-1", new Euro(1)))])
            .ShouldBe(new BatchDecision.Refused(BatchRefusal.TooMany));
        Start([new("idee1-1", new Euro(1))], days: -1).ShouldBe(new BatchDecision.Refused(BatchRefusal.DayHasPassed));
    }

    private static ImmutableDictionary<string, PayeeCheck> Checks { get; } =
        ImmutableDictionary<string, PayeeCheck>.Empty.Add("idee1-1", PayeeCheck.NoMatch);

    private static BatchDecision Start(ImmutableArray<BatchLine> lines, int days = 0) =>
        BatchDecider.Start("b1", new Begun(Ideas.Story.Monday, "fien", PaymentStory.Today.AddDays(days), lines));
}
