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
            .Expect<IdeaState.Ended>();
        ended.Outcome.ShouldBe(IdeaPhase.Declined);
        ended.Reasons.ShouldBe(["Eerste reden", "Tweede reden"]);
    }

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
