using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>A decision of a meeting is one advice of everybody at the table, and comes to what their single advices would come to.</summary>
public sealed class When_the_wijkteam_meets
{
    private static readonly DateOnly s_day = new(2026, 3, 2);

    private static Func<DateTimeOffset, IdeaEvent> Decided(
        Advice advice, string present, string? reason = "Zo besloten.", int version = 1, string agreedBy = "bert") =>
        at => new DecidedInMeeting(at, version, s_day, advice, reason, [.. present.Split(' ')], "anna", agreedBy, "verkeer");

    [Fact]
    public void A_quorum_at_the_table_decides_at_once_and_the_submitter_hears_it()
    {
        var story = ASmederij.InReview().When(Decided(Advice.Suitable, "lid1 lid2", null));
        story.Expect<IdeaState.Suitable>();
        story.Mails.ShouldBe(["FoundSuitable to Submitter"]);
    }

    [Theory]
    [InlineData(Advice.Suitable)]
    [InlineData(Advice.NotSuitable)]
    [InlineData(Advice.Question)]
    [InlineData(Advice.MunicipalMatter)]
    [InlineData(Advice.LongTrack)]
    public void Fewer_than_the_quorum_decide_nothing(Advice advice) =>
        ASmederij.InReview().When(Decided(advice, "lid1")).ExpectRefused(Refusal.QuorumNotPresent);

    [Fact]
    public void Who_has_a_conflict_of_interest_or_no_seat_does_not_count_at_the_table()
    {
        var story = ASmederij.InReview(ASmederij.WithDefaults(reviewers: 4)).When(at => new ConflictDeclared(at, 1, "lid1"));
        story.When(Decided(Advice.Suitable, "lid1 lid2 lid9")).ExpectRefused(Refusal.QuorumNotPresent);
        story.When(Decided(Advice.MunicipalMatter, "lid1 lid2 lid3")).Expect<IdeaState.WithMunicipality>()
            .Panel.Find("lid1").ShouldBe(new Seat("lid1", Conflicted: true));
    }

    [Fact]
    public void Not_suitable_takes_a_majority_of_those_who_may_advise_and_waits_ten_minutes()
    {
        var team = ASmederij.WithDefaults(reviewers: 5);
        ASmederij.InReview(team).When(Decided(Advice.NotSuitable, "lid1 lid2")).ExpectRefused(Refusal.MajorityNotPresent);
        ASmederij.InReview(team).Advised("lid5", Advice.NotSuitable, "Eerder al.").When(Decided(Advice.NotSuitable, "lid1 lid2"))
            .Expect<IdeaState.InReview>().RefusedAt.ShouldNotBeNull("who advised it before and was not there counts as well");
        var story = ASmederij.InReview(team).When(Decided(Advice.NotSuitable, "lid1 lid2 lid3"));
        story.AfterMinutes(9).Expect<IdeaState.InReview>();
        story.Mails.ShouldBeEmpty();
        story.AfterMinutes(1).Expect<IdeaState.Ended>().Reasons.ShouldBe(["Zo besloten."], "what several said together stands there once");
        story.Mails.ShouldBe(["FoundUnsuitable to Submitter"]);
    }

    [Fact]
    public void Who_was_at_the_table_takes_it_back_within_those_minutes()
    {
        var story = ASmederij.InReview().When(Decided(Advice.NotSuitable, "lid1 lid2")).When(at => new AdviceTakenBack(at, 1, "lid2"));
        story.AfterMinutes(30).Expect<IdeaState.InReview>().RefusedAt.ShouldBeNull();
        story.When(at => new AdviceTakenBack(at, 1, "lid3")).ExpectAlreadySo();
    }

    [Fact]
    public void It_goes_before_what_they_advised_before_and_over_what_nobody_took_back()
    {
        ASmederij.InReview().Advised("lid1", Advice.NotSuitable).When(Decided(Advice.Suitable, "lid1 lid2")).Expect<IdeaState.Suitable>();
        ASmederij.InReview().Advised("lid1", Advice.NotSuitable).Advised("lid2", Advice.NotSuitable).AfterMinutes(5)
            .When(Decided(Advice.Suitable, "lid2 lid3")).Expect<IdeaState.Suitable>();
        ASmederij.InReview().Advised("lid1", Advice.Suitable).Advised("lid2", Advice.NotSuitable).Advised("lid3", Advice.MunicipalMatter)
            .When(Decided(Advice.LongTrack, "lid1 lid3")).Expect<IdeaState.OnLongTrack>();
    }

    [Fact]
    public void A_question_goes_to_the_submitter_and_the_answer_starts_the_review_anew()
    {
        var story = ASmederij.InReview().When(Decided(Advice.Question, "lid1 lid2 lid3", "Wie onderhoudt het?"));
        story.Expect<IdeaState.AwaitingAnswer>().Question.ShouldBe("Wie onderhoudt het?");
        story.Mails.ShouldBe(["QuestionAsked to Submitter"]);
        story.When(at => new Answered(at, 1, "Wij.")).When(Decided(Advice.Suitable, "lid1 lid2")).ExpectRefused(Refusal.AskedSinceAgain);
    }

    [Fact]
    public void A_municipal_matter_goes_where_the_meeting_said()
    {
        var state = ASmederij.InReview().When(Decided(Advice.MunicipalMatter, "lid1 lid2")).Expect<IdeaState.WithMunicipality>();
        state.Theme.ShouldBe("verkeer");
        state.Panel.ReasonsFor(Advice.MunicipalMatter).ShouldBe(["Zo besloten."]);
    }

    [Fact]
    public void One_person_alone_and_a_decision_without_a_reason_are_refused()
    {
        ASmederij.InReview().When(Decided(Advice.Suitable, "lid1 lid2", agreedBy: "anna")).ExpectRefused(Refusal.SamePersonTwice);
        ASmederij.InReview().When(Decided(Advice.LongTrack, "lid1 lid2", " ")).ExpectRefused(Refusal.ReasonMissing);
    }

    [Fact]
    public void No_reminder_follows_when_it_is_decided()
    {
        var story = ASmederij.InReview().When(Decided(Advice.LongTrack, "lid1 lid2")).ForgetMails().After(30);
        story.Mails.ShouldNotContain(mail => mail.StartsWith("Review", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Whatever_the_quorum_a_table_that_holds_everybody_decides(int quorum)
    {
        var settings = ASmederij.WithDefaults(quorum: quorum, reviewers: 5);
        foreach (var advice in Enum.GetValues<Advice>())
        {
            var story = ASmederij.InReview(settings).When(Decided(advice, "lid1 lid2 lid3 lid4 lid5")).AfterMinutes(10);
            story.Idea.State.Phase.ShouldBe(advice switch
            {
                Advice.Suitable => IdeaPhase.Suitable,
                Advice.NotSuitable => IdeaPhase.Declined,
                Advice.Question => IdeaPhase.AwaitingAnswer,
                Advice.MunicipalMatter => IdeaPhase.WithMunicipality,
                _ => IdeaPhase.OnLongTrack,
            });
        }
    }
}
