using Smederijen.Domain.Calendar;
using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.RoundEvent;
using static Smederijen.Domain.Tests.Rounds.ARound;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class When_paper_waits_at_the_close
{
    [Fact]
    public void The_count_waits_two_working_days_and_staff_hear_it()
    {
        var story = CheckingPaper();
        var state = story.Expect<RoundState.Counting>();
        state.CheckUntil.ShouldBe(Terms.WorkingDaysAfter(state.ClosedAt, 2));
        story.Effects[^1].ShouldBeOfType<RoundEffect.AskForPaperCheck>();
        story.Effects.ShouldNotContain(effect => effect is RoundEffect.CountBallots);
    }

    [Fact]
    public void The_count_begins_with_the_last_batch_that_is_checked()
    {
        var story = CheckingPaper(2).When(at => new PaperEntered(at, "anna", "bert", 20));
        story.Expect<RoundState.Counting>().CheckUntil.ShouldNotBeNull();

        story.WithPaper(1).When(at => new PaperEntered(at, "anna", "bert", 20));

        story.Expect<RoundState.Counting>().CheckUntil.ShouldBeNull();
        story.Effects[^1].ShouldBeOfType<RoundEffect.CountBallots>();
    }

    [Fact]
    public void After_the_term_the_count_begins_without_it_and_checking_is_too_late()
    {
        var story = CheckingPaper();
        story.Until(story.Expect<RoundState.Counting>().CheckUntil!.Value);

        story.Expect<RoundState.Counting>().CheckUntil.ShouldBeNull();
        story.Effects[^1].ShouldBeOfType<RoundEffect.CountBallots>();
        story.When(at => new PaperEntered(at, "anna", "bert", 20)).ExpectRefused(RoundRefusal.VoteIsClosed);
    }

    [Fact]
    public void In_the_moment_before_the_clock_strikes_it_is_too_late_as_well() =>
        CheckingPaper().When(at => new PaperEntered(at.AddDays(9), "anna", "bert", 20)).ExpectRefused(RoundRefusal.VoteIsClosed);

    [Fact]
    public void A_second_person_still_has_to_be_another() =>
        CheckingPaper().When(at => new PaperEntered(at, "anna", "anna", 20)).ExpectRefused(RoundRefusal.SamePersonTwice);

    [Fact]
    public void Nothing_is_counted_while_it_waits() => CheckingPaper().Counted("b", "c").ExpectAlreadySo();

    [Fact]
    public void An_idea_can_still_leave_the_ballot() =>
        CheckingPaper().When(at => new IdeaLeft(at, "b")).Expect<RoundState.Counting>().Struck.ShouldHaveSingleItem().Idea.ShouldBe("b");

    [Fact]
    public void Two_people_who_close_the_vote_early_wait_for_it_too()
    {
        var story = Voting().WithPaper(1).Proposed(new Intervention.CloseNow()).Agreed();
        story.Expect<RoundState.Counting>().CheckUntil.ShouldBe(Terms.WorkingDaysAfter(story.Now, 2));
    }
}
