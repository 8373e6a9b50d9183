using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_a_reviewer_asks_a_question
{
    private static Story Asked() => ASmederij.InReview().Advised("lid1", Advice.Suitable).Advised("lid2", Advice.Question, "Wie onderhoudt het?");

    [Fact]
    public void The_submitter_gets_the_question()
    {
        var story = Asked();
        story.Expect<IdeaState.AwaitingAnswer>().Question.ShouldBe("Wie onderhoudt het?");
        story.Mails.ShouldBe(["QuestionAsked to Submitter"]);
    }

    [Fact]
    public void The_answer_starts_a_new_version_in_which_all_advise_again()
    {
        var story = Asked().ForgetMails().When(at => new Answered(at, 1, "Wij zelf."));
        var panel = story.Expect<IdeaState.InReview>().Panel;
        panel.Version.ShouldBe(2);
        panel.Open.Count().ShouldBe(3);
        story.Mails.Count(m => m.StartsWith("ReviewRequest", StringComparison.Ordinal)).ShouldBe(3);
    }

    [Fact]
    public void Links_of_the_former_version_fall_with_it() =>
        Asked().When(at => new Answered(at, 1, "Wij zelf.")).Advised("lid1", Advice.Suitable, version: 1).ExpectRefused(Refusal.AskedSinceAgain);

    [Fact]
    public void The_same_answer_twice_changes_nothing() =>
        Asked().When(at => new Answered(at, 1, "Wij zelf.")).When(at => new Answered(at, 1, "Wij zelf.")).ExpectAlreadySo();

    [Fact]
    public void Nobody_can_decide_while_the_question_is_open() => Asked().Advised("lid3", Advice.Suitable).ExpectRefused(Refusal.StepIsOver);

    [Fact]
    public void No_answer_within_14_days_ends_it_after_a_reminder()
    {
        var story = Asked().After(14);
        story.Mails.ShouldContain("QuestionReminder to Submitter");
        story.After(1).Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Expired);
    }
}
