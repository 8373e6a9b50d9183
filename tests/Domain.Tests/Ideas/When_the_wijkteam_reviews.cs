using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_the_wijkteam_reviews
{
    [Fact]
    public void A_quorum_of_two_out_of_three_decides() =>
        ASmederij.InReview().Advised("lid1", Advice.Suitable, null).Advised("lid3", Advice.Suitable, null).Expect<IdeaState.Suitable>();

    [Fact]
    public void One_advice_decides_nothing() =>
        ASmederij.InReview().Advised("lid1", Advice.Suitable).Expect<IdeaState.InReview>().Panel.Open.Count().ShouldBe(2);

    [Fact]
    public void A_majority_against_ends_it_with_all_reasons()
    {
        var ended = ASmederij.InReview().Advised("lid1", Advice.NotSuitable, "Eerste reden").Advised("lid2", Advice.NotSuitable, "Tweede reden")
            .AfterMinutes(10).Expect<IdeaState.Ended>();
        ended.Outcome.ShouldBe(IdeaPhase.Declined);
        ended.Reasons.ShouldBe(["Eerste reden", "Tweede reden"]);
    }

    [Fact]
    public void A_refusal_waits_ten_minutes_and_a_grant_does_not()
    {
        var story = ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable);
        story.AfterMinutes(9).Expect<IdeaState.InReview>();
        story.Mails.ShouldBeEmpty();
        story.AfterMinutes(1).Expect<IdeaState.Ended>();
        story.Mails.ShouldBe(["FoundUnsuitable to Submitter"]);
        ASmederij.InReview().Advised("lid1", Advice.Suitable).Advised("lid2", Advice.Suitable).Expect<IdeaState.Suitable>();
    }

    [Fact]
    public void A_refusal_by_a_wrong_press_is_taken_back_before_it_ends_the_idea()
    {
        var story = ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable).AfterMinutes(5);
        story.When(at => new AdviceTakenBack(at, 1, "lid2")).Expect<IdeaState.InReview>().Panel.Find("lid2")!.Advice.ShouldBeNull();
        story.When(at => new AdviceTakenBack(at, 1, "lid2")).ExpectAlreadySo();
        story.AfterMinutes(30).Expect<IdeaState.InReview>().RefusedAt.ShouldBeNull();
        story.Advised("lid2", Advice.Suitable).Advised("lid3", Advice.Suitable).Expect<IdeaState.Suitable>();
    }

    [Fact]
    public void What_others_say_meanwhile_does_not_put_the_end_off()
    {
        var story = ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable);
        var end = story.Expect<IdeaState.InReview>().RefusedAt;
        story.AfterMinutes(5).Advised("lid3", Advice.NotSuitable).Expect<IdeaState.InReview>().RefusedAt.ShouldBe(end);
        story.When(at => new AdviceTakenBack(at, 1, "lid1")).Expect<IdeaState.InReview>().RefusedAt.ShouldBe(end, "two are left");
        story.AfterMinutes(5).Expect<IdeaState.Ended>().Reasons.Length.ShouldBe(2);
    }

    [Fact]
    public void A_question_in_those_minutes_goes_first() =>
        ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable)
            .Advised("lid3", Advice.Question).AfterMinutes(30).Expect<IdeaState.AwaitingAnswer>();

    [Fact]
    public void Only_who_gave_an_advice_takes_it_back_and_only_while_the_review_runs()
    {
        var story = ASmederij.InReview().Advised("lid1", Advice.NotSuitable);
        story.When(at => new AdviceTakenBack(at, 1, "lid9")).ExpectRefused(Refusal.NotAReviewer);
        story.When(at => new AdviceTakenBack(at, 2, "lid1")).ExpectRefused(Refusal.AskedSinceAgain);
        story.When(at => new AdviceTakenBack(at, 1, "lid3")).ExpectAlreadySo();
        story.Advised("lid2", Advice.NotSuitable).AfterMinutes(10).When(at => new AdviceTakenBack(at, 1, "lid1")).ExpectRefused(Refusal.IdeaHasEnded);
    }

    [Fact]
    public void A_pause_stops_the_minutes_too()
    {
        var story = ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable).AfterMinutes(4);
        story.When(at => new Paused(at, "anna", "Even kijken")).AfterMinutes(60).Expect<IdeaState.InReview>();
        story.When(at => new Resumed(at, "anna", "Klaar")).AfterMinutes(5).Expect<IdeaState.InReview>();
        story.AfterMinutes(1).Expect<IdeaState.Ended>();
    }

    [Fact]
    public void Two_people_together_let_it_be_reviewed_again_with_new_links()
    {
        var story = Declined();
        story.When(at => new ReopenApproved(at, "anna", " ")).ExpectRefused(Refusal.ReasonMissing);
        story.When(at => new ReopenApproved(at, "anna", "Er is op de verkeerde knop gedrukt")).Expect<IdeaState.Ended>().ReopenedFirstBy.ShouldBe("anna");
        story.When(at => new ReopenApproved(at, "anna", "Nog een keer")).ExpectRefused(Refusal.SamePersonTwice);
        var review = story.When(at => new ReopenApproved(at, "bert", "")).Expect<IdeaState.InReview>();
        review.Panel.Version.ShouldBe(2);
        review.Panel.Open.Count().ShouldBe(3);
        story.Mails.ShouldBe([
            "ReopenRequest to Staff", "IdeaReopened to Submitter",
            "ReviewRequest to Reviewer:lid1", "ReviewRequest to Reviewer:lid2", "ReviewRequest to Reviewer:lid3"], ignoreOrder: true);
    }

    [Fact]
    public void What_ended_otherwise_or_whose_people_are_forgotten_is_not_opened_again()
    {
        Story.Submitted().After(10).When(at => new ReopenApproved(at, "anna", "Toch")).ExpectRefused(Refusal.StepIsOver);
        ASmederij.InReview().When(at => new ReopenApproved(at, "anna", "Toch")).ExpectRefused(Refusal.StepIsOver);
        Declined().After(400).When(at => new ReopenApproved(at, "anna", "Toch")).ExpectRefused(Refusal.StepIsOver);
    }

    private static Story Declined() =>
        ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable).AfterMinutes(10).ForgetMails();

    [Fact]
    public void A_complex_plan_goes_to_the_long_track() =>
        ASmederij.InReview().Advised("lid1", Advice.LongTrack).Advised("lid2", Advice.LongTrack).Expect<IdeaState.OnLongTrack>();

    [Theory]
    [InlineData(Advice.NotSuitable)]
    [InlineData(Advice.Question)]
    [InlineData(Advice.MunicipalMatter)]
    [InlineData(Advice.LongTrack)]
    public void Every_other_advice_than_suitable_needs_a_reason(Advice advice) =>
        ASmederij.InReview().Advised("lid1", advice, "  ").ExpectRefused(Refusal.ReasonMissing);

    [Fact]
    public void The_same_advice_twice_counts_once() =>
        ASmederij.InReview().Advised("lid1", Advice.Suitable).Advised("lid1", Advice.Suitable).ExpectAlreadySo();

    [Fact]
    public void Another_advice_afterwards_is_refused() =>
        ASmederij.InReview().Advised("lid1", Advice.Suitable).Advised("lid1", Advice.NotSuitable).ExpectRefused(Refusal.AdvisedDifferently);

    [Fact]
    public void A_stranger_cannot_advise() => ASmederij.InReview().Advised("lid9", Advice.Suitable).ExpectRefused(Refusal.NotAReviewer);

    [Fact]
    public void Everyone_spoke_and_nothing_is_decided_then_the_gebiedsregisseur_acts()
    {
        var story = ASmederij.InReview()
            .Advised("lid1", Advice.Suitable).Advised("lid2", Advice.NotSuitable).Advised("lid3", Advice.MunicipalMatter);
        story.Expect<IdeaState.InReview>().WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.Mails.ShouldBe(["ReviewSplit to Gebiedsregisseur"]);
        story.When(at => new ReviewRestarted(at, "anna", "Samen besproken")).Expect<IdeaState.InReview>().Panel.Version.ShouldBe(2);
    }

    [Fact]
    public void A_conflict_of_interest_excludes_and_the_rest_decides()
    {
        var story = ASmederij.InReview().When(at => new ConflictDeclared(at, 1, "lid1"));
        story.Advised("lid1", Advice.Suitable).ExpectRefused(Refusal.ReviewerHasConflict);
        story.Advised("lid2", Advice.Suitable).Advised("lid3", Advice.Suitable).Expect<IdeaState.Suitable>();
    }

    [Fact]
    public void With_conflicts_all_who_are_left_must_agree()
    {
        var story = ASmederij.InReview().When(at => new ConflictDeclared(at, 1, "lid1")).When(at => new ConflictDeclared(at, 1, "lid2"));
        story.Expect<IdeaState.InReview>();
        story.Advised("lid3", Advice.Suitable).Expect<IdeaState.Suitable>();
    }

    [Fact]
    public void When_nobody_may_speak_nothing_is_approved() =>
        new[] { "lid1", "lid2", "lid3" }.Aggregate(ASmederij.InReview(), (s, lid) => s.When(at => new ConflictDeclared(at, 1, lid)))
            .Expect<IdeaState.InReview>().WaitsFor.ShouldBe(Party.Gebiedsregisseur);

    [Fact]
    public void A_replaced_reviewer_gets_the_request_and_the_former_may_no_longer_advise()
    {
        var story = ASmederij.InReview().When(at => new ReviewerReplaced(at, "anna", "lid1", "lid7", "Ziek"));
        story.Mails.ShouldBe(["ReviewRequest to Reviewer:lid7"]);
        story.Advised("lid1", Advice.Suitable).ExpectRefused(Refusal.NotAReviewer);
        story.Advised("lid7", Advice.Suitable).Advised("lid2", Advice.Suitable).Expect<IdeaState.Suitable>();
    }
}
