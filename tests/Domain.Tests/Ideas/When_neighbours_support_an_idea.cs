using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_neighbours_support_an_idea
{
    [Fact]
    public void An_offer_is_mailed_for_confirmation_and_leaves_no_trace()
    {
        var story = Story.Submitted().Confirmed().ForgetMails().When(at => new SupportOffered(at, "abc"));
        story.Mails.ShouldBe(["ConfirmSupport to Supporter:abc"]);
        story.Last.ShouldBeOfType<IdeaDecision.Accepted>().Logged.ShouldBeFalse();
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(0);
    }

    [Fact]
    public void The_review_starts_by_itself_at_the_threshold()
    {
        var story = Story.Submitted().Confirmed().Supported(2).ForgetMails();
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(2);
        story.Supported(1).Expect<IdeaState.InReview>().Panel.Version.ShouldBe(1);
        story.Mails.ShouldBe([
            "SupportReached to Submitter", "ReviewRequest to Reviewer:lid1", "ReviewRequest to Reviewer:lid2", "ReviewRequest to Reviewer:lid3"]);
    }

    [Fact]
    public void Support_that_comes_late_is_welcome_and_changes_nothing() => ASmederij.InReview().Supported(1).ExpectAlreadySo();

    [Fact]
    public void Too_little_support_after_28_days_ends_it()
    {
        var story = Story.Submitted().Confirmed().Supported(2).After(29);
        story.Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.NotSupported);
        story.Mails.ShouldContain("SupportHalfway to Submitter");
        story.Mails.ShouldContain("SupportFailed to Submitter");
    }

    [Fact]
    public void The_term_can_be_extended_once()
    {
        var story = Story.Submitted().Confirmed();
        story.When(at => new TermExtended(at, "anna", at.AddDays(42), "Vakantie")).After(40).Expect<IdeaState.GatheringSupport>();
        story.When(at => new TermExtended(at, "anna", at.AddDays(60), "Nog een keer")).ExpectRefused(Refusal.ExtendedBefore);
        story.After(3).Expect<IdeaState.Ended>();
    }
}
