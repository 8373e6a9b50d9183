using Smederijen.Domain.Money;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class When_money_is_left
{
    [Fact]
    public void Before_it_is_adopted_no_money_moves_and_then_each_Smederij_once()
    {
        var story = LeftDrafted().When(at => new PutToSeats(at, "anna")).Say(Voice.For, 1, 5);
        story.Effects.OfType<ResolutionEffect.SettleRemainder>().ShouldBeEmpty();
        story.Say(Voice.For, 6, 6).Effects.OfType<ResolutionEffect.SettleRemainder>().ShouldBe([new("wolfsbos"), new("alteveer")]);
    }

    [Fact]
    public void What_is_rejected_lapses_or_is_withdrawn_moves_no_money()
    {
        LeftOpen().Say(Voice.Against, 1, 6).Effects.OfType<ResolutionEffect.SettleRemainder>().ShouldBeEmpty();
        LeftOpen().After(50).Effects.OfType<ResolutionEffect.SettleRemainder>().ShouldBeEmpty();
        LeftOpen().When(at => new WithdrawnByStaff(at, "anna", "Fout.")).Effects.OfType<ResolutionEffect.SettleRemainder>().ShouldBeEmpty();
    }

    [Fact]
    public void A_tie_leaves_the_money_where_it_is() => LeftOpen().Say(Voice.For, 1, 5).Say(Voice.Against, 6, 10).ExpectOutcome(Voice.Against);

    [Fact]
    public void A_Smederij_where_nothing_is_left_takes_part_for_what_may_still_come_back()
    {
        var none = TwoLeftovers with { Lines = [.. TwoLeftovers.Lines, new Leftover("krakeel", [], RemainderChoice.CarryOver)] };
        LeftDrafted().When(at => new RemainderAmended(at, "anna", none)).When(at => new PutToSeats(at, "anna")).Say(Voice.For, 1, 6)
            .Effects.ShouldContain(new ResolutionEffect.SettleRemainder("krakeel"));
    }

    [Fact]
    public void Nothing_left_a_Smederij_twice_and_a_period_that_is_not_later_are_no_proposal()
    {
        Refuses(TwoLeftovers with { Lines = [new Leftover("wolfsbos", [], RemainderChoice.CarryOver)] }, ResolutionRefusal.NothingLeft);
        Refuses(TwoLeftovers with { Lines = [TwoLeftovers.Lines[0], TwoLeftovers.Lines[0]] }, ResolutionRefusal.SmederijTwice);
        Refuses(TwoLeftovers with { Next = "2026" }, ResolutionRefusal.PeriodNotLater);
        Refuses(TwoLeftovers with { Next = "2025" }, ResolutionRefusal.PeriodNotLater);
    }

    [Fact]
    public void Staff_change_choices_until_the_seats_are_asked()
    {
        var other = TwoLeftovers with { Lines = [.. TwoLeftovers.Lines.Select(line => line with { Choice = RemainderChoice.GiveBack })] };
        var story = LeftDrafted().When(at => new RemainderAmended(at, "anna", other));
        story.Resolution.Subject.ShouldBe(other);
        story.When(at => new RemainderAmended(at, "anna", other)).ExpectAlreadySo();
        story.When(at => new PutToSeats(at, "anna")).When(at => new RemainderAmended(at, "anna", TwoLeftovers)).ExpectRefused(ResolutionRefusal.NotADraft);
    }

    [Fact]
    public void A_draft_does_not_become_one_about_something_else()
    {
        LeftDrafted().When(at => new Amended(at, "anna", TwoSmederijen)).ExpectRefused(ResolutionRefusal.OtherSubject);
        Drafted().When(at => new RemainderAmended(at, "anna", TwoLeftovers)).ExpectRefused(ResolutionRefusal.OtherSubject);
    }

    [Fact]
    public void It_tells_how_much_would_go_on_and_back()
    {
        TwoLeftovers.Total.ShouldBe(new Euro(5_000));
        TwoLeftovers.TotalOf(RemainderChoice.CarryOver).ShouldBe(new Euro(4_000));
        TwoLeftovers.TotalOf(RemainderChoice.GiveBack).ShouldBe(new Euro(1_000));
    }

    private static void Refuses(Subject.Remainder proposal, ResolutionRefusal reason) =>
        ResolutionDecider.Start("b", new RemainderDrafted(default, "anna", proposal)).ShouldBe(new ResolutionDecision.Refused(reason));
}
