using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class When_money_is_divided
{
    [Fact]
    public void Every_Smederij_gets_the_equal_part_and_the_rest_goes_by_inhabitants() =>
        Division.Propose(new Euro(1_000_00), new Euro(100_00), [("klein", 250), ("groot", 750)])
            .ShouldBe([new Line("klein", new Euro(300_00)), new Line("groot", new Euro(700_00))]);

    [Fact]
    public void A_cent_that_cannot_be_divided_goes_to_the_largest_remainder() =>
        LargestRemainder.Divide(new Euro(100), [1, 1, 1]).ShouldBe([new Euro(34), new Euro(33), new Euro(33)]);

    [Fact]
    public void With_too_little_for_the_equal_parts_all_get_as_much() =>
        Division.Propose(new Euro(101), new Euro(100), [("een", 250), ("twee", 6000)]).ShouldBe([new Line("een", new Euro(51)), new Line("twee", new Euro(50))]);

    [Fact]
    public void A_proposal_adds_up_to_the_cent_whatever_the_numbers() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<(PositiveInt, NonNegativeInt, NonEmptyArray<NonNegativeInt>)>().ToArbitrary(),
        any => Division.Propose(new Euro(any.Item1.Get), new Euro(any.Item2.Get), [.. any.Item3.Get.Select((n, i) => ($"s{i}", n.Get))])
            .Sum(line => line.Amount.Cents) == any.Item1.Get).QuickCheckThrowOnFailure();

    [Fact]
    public void Each_source_and_each_line_come_out_to_the_cent() => Prop.ForAll(
        ArbMap.Default.GeneratorFor<(NonEmptyArray<NonNegativeInt>, NonEmptyArray<NonNegativeInt>)>().ToArbitrary(),
        any =>
        {
            var total = any.Item1.Get.Sum(n => (long)n.Get);
            if (total == 0)
                return true;
            var weights = any.Item2.Get.Select(n => (long)n.Get + 1).ToList();
            var lines = LargestRemainder.Divide(new Euro(total), weights).Select((amount, i) => new Line($"s{i}", amount)).ToList();
            var division = new Subject.Allotment("2027", [.. any.Item1.Get.Select((n, i) => new Source($"b{i}", new Euro(n.Get)))], [.. lines]);
            var shares = Division.BySource(division);
            return shares.All(one => one.Shares.Sum(share => share.Amount.Cents) == lines.Single(line => line.Smederij == one.Smederij).Amount.Cents)
                && division.Sources.All(source =>
                    shares.SelectMany(one => one.Shares).Where(share => share.Name == source.Name)
                    .Sum(share => share.Amount.Cents) == source.Amount.Cents);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_does_not_add_up_is_no_proposal()
    {
        Refuses(ResolutionStory.TwoSmederijen with { Lines = [new Line("wolfsbos", new Euro(1))] }, ResolutionRefusal.SumsDiffer);
        Refuses(ResolutionStory.TwoSmederijen with { Sources = [], Lines = [] }, ResolutionRefusal.NothingToDivide);
        Refuses(ResolutionStory.TwoSmederijen with { Sources = [new Source("gemeente", new Euro(1)), new Source("Gemeente", new Euro(1))] },
            ResolutionRefusal.SourceTwice);
        Refuses(ResolutionStory.TwoSmederijen with { Lines = [new Line("wolfsbos", new Euro(1)), new Line("wolfsbos", new Euro(1))] },
            ResolutionRefusal.SmederijTwice);
    }

    [Fact]
    public void Staff_change_lines_until_the_seats_are_asked()
    {
        var other = ResolutionStory.TwoSmederijen with { Lines = [new Line("wolfsbos", new Euro(1_000_000))] };
        var story = Drafted().When(at => new Amended(at, "anna", other));
        story.Resolution.Subject.ShouldBe(other);
        story.When(at => new PutToSeats(at, "anna")).When(at => new Amended(at, "anna", ResolutionStory.TwoSmederijen))
            .ExpectRefused(ResolutionRefusal.NotADraft);
    }

    [Fact]
    public void Before_it_is_adopted_no_money_moves_and_then_each_line_once()
    {
        var story = Drafted().When(at => new PutToSeats(at, "anna")).Say(Voice.For, 1, 5);
        story.Effects.OfType<ResolutionEffect.AllotTo>().ShouldBeEmpty();
        story.Say(Voice.For, 6, 6).Effects.OfType<ResolutionEffect.AllotTo>().ShouldBe([new("wolfsbos"), new("alteveer")]);
    }

    [Fact]
    public void What_is_rejected_lapses_or_is_withdrawn_moves_no_money()
    {
        Open().Say(Voice.Against, 1, 6).Effects.OfType<ResolutionEffect.AllotTo>().ShouldBeEmpty();
        Open().After(50).Effects.OfType<ResolutionEffect.AllotTo>().ShouldBeEmpty();
        Open().When(at => new WithdrawnByStaff(at, "anna", "Er is meer geld.")).Effects.OfType<ResolutionEffect.AllotTo>().ShouldBeEmpty();
    }

    [Fact]
    public void Whatever_the_end_seats_and_secretary_hear_it()
    {
        foreach (var ended in new[] { Open().Say(Voice.For, 1, 6), Open().Say(Voice.Against, 1, 6), Open().After(50),
            Open().When(at => new WithdrawnByStaff(at, "anna", "Fout.")) })
        {
            ended.Effects.OfType<ResolutionEffect.TellSeat>().Count().ShouldBe(10);
            ended.Effects.ShouldContain(new ResolutionEffect.TellSecretary());
        }
    }

    private static void Refuses(Subject.Allotment division, ResolutionRefusal reason) =>
        ResolutionDecider.Start("b", new Drafted(default, "anna", division)).ShouldBe(new ResolutionDecision.Refused(reason));
}
