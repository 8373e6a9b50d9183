using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.Intervention;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_staff_close_a_round_early
{
    [Fact]
    public void It_closes_when_a_second_one_agrees_and_goes_on_as_at_its_last_day()
    {
        var story = RoundStory.Opened().Proposed(new CloseRound());
        story.Expect<RoundState.Open>();
        story.Agreed("anna").ExpectRefused(RoundRefusal.SamePersonTwice);
        story.Agreed("bert").Expect<RoundState.Collecting>();
        story.Effects.ShouldContain(new RoundEffect.CollectIdeas());
        story.Collected(TooMany).Expect<RoundState.Preparing>();
    }

    [Fact]
    public void A_rolling_one_decides_that_its_period_is_over() =>
        RoundStory.Opened(rolling: true).Proposed(new CloseRound()).Agreed().Collected(Idea("a", 5_000), Idea("b", 6_000))
            .Expect<RoundState.Decided>().Outcome.ShouldBe(RoundOutcome.PeriodOver);

    [Fact]
    public void A_reason_is_needed() => RoundStory.Opened().Proposed(new CloseRound(), " ").ExpectRefused(RoundRefusal.ReasonMissing);

    [Fact]
    public void What_has_closed_does_not_close_again()
    {
        Closed().Proposed(new CloseRound()).ExpectRefused(RoundRefusal.NoVotePrepared);
        Preparing().Proposed(new CloseRound()).ExpectRefused(RoundRefusal.RoundIsClosed);
        Voting().Proposed(new CloseRound()).ExpectRefused(RoundRefusal.RoundIsClosed);
    }

    [Fact]
    public void A_vote_that_is_not_there_cannot_be_stepped_into() =>
        RoundStory.Opened().Proposed(new CloseNow()).ExpectRefused(RoundRefusal.NoVotePrepared);

    [Fact]
    public void A_proposal_that_nobody_agreed_to_lapses_with_the_last_day()
    {
        var story = Closed(RoundStory.Opened().Proposed(new CloseRound()));
        story.Round.Proposal.ShouldBeNull();
        story.Agreed().ExpectRefused(RoundRefusal.NoVotePrepared);
    }

    [Fact]
    public void It_can_be_dropped() => RoundStory.Opened().Proposed(new CloseRound()).When(at => new Dropped(at, "anna")).Expect<RoundState.Open>();
}
