using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.Intervention;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_staff_step_into_a_vote
{
    [Fact]
    public void Nothing_happens_until_a_second_one_agrees()
    {
        var story = Voting().Proposed(new CloseNow());
        story.Expect<RoundState.VoteOpen>();
        story.Agreed("anna").ExpectRefused(RoundRefusal.SamePersonTwice);
        story.Agreed("bert").Expect<RoundState.Counting>().ClosedAt.ShouldBe(story.Now);
    }

    [Fact]
    public void A_reason_is_needed() => Voting().Proposed(new CloseNow(), " ").ExpectRefused(RoundRefusal.ReasonMissing);

    [Fact]
    public void A_closed_vote_never_opens_again()
    {
        Counting().Proposed(new Extend(Counting().Now.AddDays(3))).ExpectRefused(RoundRefusal.VoteIsClosed);
        Decided().Proposed(new Extend(Decided().Now.AddDays(3))).ExpectRefused(RoundRefusal.RoundIsDecided);
    }

    [Fact]
    public void A_vote_can_last_longer_but_never_shorter()
    {
        var story = Voting();
        var closes = story.Expect<RoundState.VoteOpen>().ClosesAt;
        story.Proposed(new Extend(closes)).ExpectRefused(RoundRefusal.NotLater);
        story.Proposed(new Extend(closes.AddDays(2))).Agreed().Expect<RoundState.VoteOpen>().ClosesAt.ShouldBe(closes.AddDays(2));
    }

    [Fact]
    public void It_can_open_earlier_or_later_until_it_has_opened()
    {
        var story = ARound.Sealed();
        story.Proposed(new ChangeOpening(story.Now)).Agreed().Until(story.Now).Expect<RoundState.VoteOpen>();
        story.Proposed(new ChangeOpening(story.Now.AddDays(1))).ExpectRefused(RoundRefusal.VoteHasOpened);
        var other = ARound.Sealed();
        other.Proposed(new ChangeOpening(other.Now.AddDays(60))).ExpectRefused(RoundRefusal.AfterTheClosing);
    }

    [Fact]
    public void The_published_manifest_stays_as_it_is()
    {
        var story = ARound.Sealed();
        var hash = story.Manifest!.Hash;
        story.Proposed(new ChangeOpening(story.Now.AddDays(1))).Agreed();
        story.Manifest.Hash.ShouldBe(hash);
        story.Expect<RoundState.Sealed>().Manifest.ShouldBe(hash);
    }

    [Fact]
    public void An_idea_can_be_struck_once_and_then_cannot_win()
    {
        var story = Voting().Proposed(new StrikeIdea("a"), "De plek is verkocht.").Agreed();
        story.Expect<RoundState.VoteOpen>().Struck.ShouldBe([new Struck("a", "De plek is verkocht.")]);
        story.Proposed(new StrikeIdea("a")).ExpectRefused(RoundRefusal.NotOnTheBallot);
        Should.Throw<InvalidOperationException>(() => story.After(14).Counted("a"));
    }

    [Fact]
    public void Two_proposals_at_once_are_too_many()
    {
        var story = Voting().Proposed(new CloseNow());
        story.Proposed(new StrikeIdea("a")).ExpectRefused(RoundRefusal.OtherProposalWaits);
        story.Proposed(new CloseNow()).ExpectAlreadySo();
        story.When(at => new Dropped(at, "anna")).Proposed(new StrikeIdea("a")).Round.Proposal.ShouldNotBeNull();
    }

    [Fact]
    public void A_proposal_lapses_when_the_clock_moves_the_round_on() => Voting().Proposed(new CloseNow()).After(14).Round.Proposal.ShouldBeNull();
}
