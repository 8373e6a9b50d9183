using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_people_are_forgotten
{
    [Fact]
    public void A_year_after_the_end_the_clock_erases_them_once()
    {
        var story = Story.Submitted().Until(Story.Monday.AddMonths(11));
        story.Expect<IdeaState.Ended>();
        story.Effects.ShouldBeEmpty();
        story.Until(Story.Monday.AddMonths(13)).Effects.ShouldBe([new IdeaEffect.ErasePeople(), new IdeaEffect.EraseScans()]);
        story.Idea.NextDue().ShouldBeNull();
        story.Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Expired);
    }

    [Fact]
    public void The_time_counts_from_the_end_and_not_from_the_start()
    {
        var story = ASmederij.InReview().After(200).When(at => new Withdrawn(at));
        story.Idea.NextDue().ShouldBe(Domain.Calendar.Terms.MonthsAfter(story.Now, 12));
    }

    [Fact]
    public void It_needs_a_reason() =>
        Story.Submitted().When(at => new PersonErased(at, "anna", ErasedPerson.Submitter, " ")).ExpectRefused(Refusal.ReasonMissing);

    [Fact]
    public void A_supporter_who_is_forgotten_while_support_is_gathered_counts_no_longer()
    {
        var story = Story.Submitted().Confirmed().Supported(2).When(at => new PersonErased(at, "anna", ErasedPerson.Supporter, "Op verzoek"));
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(1);
    }

    [Fact]
    public void Support_that_was_never_confirmed_makes_no_difference()
    {
        var story = Story.Submitted().Confirmed().Supported(2).When(at => new PersonErased(at, "anna", ErasedPerson.UnconfirmedSupporter, "Op verzoek"));
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(2);
    }

    [Fact]
    public void No_money_goes_out_when_the_account_is_forgotten()
    {
        var story = ASmederij.Granted().When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "anna", 0))
            .When(at => new PersonErased(at, "anna", ErasedPerson.Submitter, "Op verzoek"))
            .When(at => new ReleaseApproved(at, "bert", 0)).ExpectRefused(Refusal.AccountMissing);
        story.Expect<IdeaState.Granted>().WaitsFor.ShouldBe(Party.Submitter);
    }

    [Fact]
    public void An_idea_that_ended_can_still_forget_who_asks_for_it() =>
        Story.Submitted().After(10).When(at => new PersonErased(at, "anna", ErasedPerson.Submitter, "Op verzoek"))
            .Expect<IdeaState.Ended>().EraseAt.ShouldNotBeNull();

    [Fact]
    public void Colleagues_note_something_until_then_and_not_afterwards()
    {
        var story = Story.Submitted().After(10).When(at => new NoteWritten(at, "anna"));
        story.Expect<IdeaState.Ended>();
        story.Until(Story.Monday.AddMonths(13)).When(at => new NoteWritten(at, "anna")).ExpectRefused(Refusal.IdeaHasEnded);
    }
}
