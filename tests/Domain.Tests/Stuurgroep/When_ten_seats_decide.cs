using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class When_ten_seats_decide
{
    [Fact]
    public void A_division_is_adopted_as_soon_as_the_others_cannot_change_it_any_more() =>
        Open().Say(Voice.For, 1, 5).Say(Voice.For, 6, 6).ExpectOutcome(Voice.For);

    [Fact]
    public void With_half_for_it_and_others_to_speak_it_stays_open() => Open().Say(Voice.For, 1, 5).Expect<ResolutionState.Open>();

    [Fact]
    public void Too_few_voices_decide_nothing_however_clear_they_are()
    {
        var story = Open().Say(Voice.For, 1, 5);
        story.After(22).Expect<ResolutionState.Open>().Extended.ShouldBeTrue();
        story.After(22).Expect<ResolutionState.Lapsed>().Because.ShouldBe(LapsedBecause.NoQuorum);
    }

    [Fact]
    public void A_voice_in_the_second_term_still_counts() =>
        Open().Say(Voice.For, 1, 5).After(22).Say(Voice.Abstain, 6, 6).After(22).ExpectOutcome(Voice.For);

    [Fact]
    public void At_the_end_of_the_term_more_than_half_of_those_who_choose_adopt() =>
        Open().Say(Voice.For, 1, 3).Say(Voice.Against, 4, 5).Say(Voice.Abstain, 6, 7).After(22).ExpectOutcome(Voice.For);

    [Fact]
    public void A_tie_adopts_nothing() => Open().Say(Voice.For, 1, 5).Say(Voice.Against, 6, 10).ExpectOutcome(Voice.Against);

    [Fact]
    public void When_all_abstain_it_is_not_adopted() => Open().Say(Voice.Abstain, 1, 10).ExpectOutcome(Voice.Against);

    [Fact]
    public void It_is_rejected_as_soon_as_it_cannot_be_adopted_any_more() =>
        Open().Say(Voice.For, 1, 1).Say(Voice.Against, 2, 6).ExpectOutcome(Voice.Against);

    [Fact]
    public void A_larger_majority_can_be_asked() =>
        Open(TenSeats with { MajorityPercent = 66 }).Say(Voice.For, 1, 6).Say(Voice.Against, 7, 10).ExpectOutcome(Voice.Against);

    [Fact]
    public void Who_declares_an_interest_leaves_the_count_and_the_quorum_is_of_the_rest()
    {
        var story = Open().Excused(8, 10);
        story.Say(Voice.For, 1, 4).Expect<ResolutionState.Open>().Sitting.Needed.ShouldBe(5);
        story.Say(Voice.Abstain, 5, 5).ExpectOutcome(Voice.For);
    }

    [Fact]
    public void When_all_declare_an_interest_it_lapses_at_once() => Open().Excused(1, 10).Expect<ResolutionState.Lapsed>();

    [Fact]
    public void Who_has_an_interest_cannot_speak_and_who_spoke_cannot_take_it_back()
    {
        Open().Excused(1, 1).Say(Voice.For, 1, 1).ExpectRefused(ResolutionRefusal.OutOfTheCount);
        Open().Say(Voice.For, 1, 1).Excused(1, 1).ExpectRefused(ResolutionRefusal.SpokeDifferently);
        Open().Say(Voice.For, 1, 1).Say(Voice.Against, 1, 1).ExpectRefused(ResolutionRefusal.SpokeDifferently);
        Open().Say(Voice.For, 1, 1).Say(Voice.For, 1, 1).ExpectAlreadySo();
    }

    [Fact]
    public void A_voice_against_says_why() =>
        Open().When(at => new VoiceGiven(at, "zetel1", false, Voice.Against, " ")).ExpectRefused(ResolutionRefusal.ReasonMissing);

    [Fact]
    public void Only_those_who_sit_can_speak_and_only_about_what_is_asked()
    {
        Open().Say(Voice.For, 11, 11).ExpectRefused(ResolutionRefusal.NotASeat);
        Open().Say(Voice.Stop, 1, 1).ExpectRefused(ResolutionRefusal.VoiceNotPossible);
        AboutAPlan().Say(Voice.For, 1, 1).ExpectRefused(ResolutionRefusal.VoiceNotPossible);
    }

    [Fact]
    public void Who_is_silent_is_reminded_and_the_deputy_is_asked_too()
    {
        var story = Open().Say(Voice.For, 1, 5).After(11);
        story.Effects.ShouldBe([.. Enumerable.Range(6, 5).SelectMany(i => (ResolutionEffect[])(i == 6
            ? [new ResolutionEffect.AskSeat("zetel6", false, true), new ResolutionEffect.AskSeat("zetel6", true, true)]
            : [new ResolutionEffect.AskSeat($"zetel{i}", false, true)]))]);
    }

    [Fact]
    public void A_seat_has_one_voice_whoever_of_it_speaks_first()
    {
        var story = Open().When(at => new HandedToDeputy(at, "anna", "zetel1"));
        story.Effects.ShouldBe([new ResolutionEffect.AskSeat("zetel1", Deputy: true, Again: false)]);
        story.When(at => new VoiceGiven(at, "zetel1", true, Voice.For)).Say(Voice.Abstain, 1, 1).ExpectRefused(ResolutionRefusal.SpokeDifferently);
        story.Expect<ResolutionState.Open>().Sitting.Find("zetel1")!.ByDeputy.ShouldBeTrue();
    }

    [Fact]
    public void A_seat_without_a_deputy_cannot_be_handed_over() =>
        Open().When(at => new HandedToDeputy(at, "anna", "zetel9")).ExpectRefused(ResolutionRefusal.NoDeputy);

    [Fact]
    public void Whose_term_ends_before_speaking_leaves_the_count()
    {
        var soon =
            TenSeats with { Seats = [.. TenSeats.Seats.Select(seat =>
            seat with { Until = seat.Id is "zetel9" or "zetel10" ? new DateOnly(2026, 3, 10) : seat.Until })] };
        var sitting = Open(soon).Say(Voice.For, 10, 10).After(10).Expect<ResolutionState.Open>().Sitting;
        sitting.Find("zetel9")!.Left.ShouldBe(LeftBecause.TermOver);
        sitting.Find("zetel10")!.Voice.ShouldBe(Voice.For);
        sitting.Needed.ShouldBe(6);
    }

    [Fact]
    public void Whose_term_is_over_is_not_asked() =>
        Drafted(settings: TenSeats with { Seats = [.. TenSeats.Seats.Select(seat => seat with { Until = new DateOnly(2026, 3, 1) })] })
        .When(at => new PutToSeats(at, "anna")).ExpectRefused(ResolutionRefusal.NobodySits);

    [Fact]
    public void A_change_of_the_settings_changes_nothing_that_is_open()
    {
        var story = Open();
        var decision =
            ResolutionDecider.Decide(story.Resolution, new VoiceGiven(story.Now, "zetel10", false, Voice.For), TenSeats with { Seats = [], Quorum = 1 });
        decision.ShouldBeOfType<ResolutionDecision.Accepted>().Item.State.ShouldBeOfType<ResolutionState.Open>();
    }
}
