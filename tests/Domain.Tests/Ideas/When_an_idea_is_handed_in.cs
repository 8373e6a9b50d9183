using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_an_idea_is_handed_in
{
    [Fact]
    public void The_submitter_is_asked_to_confirm_the_mail_address()
    {
        var story = Story.Submitted();
        story.Expect<IdeaState.AwaitingConfirmation>();
        story.Mails.ShouldBe(["ConfirmSubmission to Submitter"]);
    }

    [Fact]
    public void A_confirmation_starts_the_search_for_support() =>
        Story.Submitted().Confirmed().Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(0);

    [Fact]
    public void A_second_confirmation_changes_nothing() => Story.Submitted().Confirmed().Confirmed().ExpectAlreadySo();

    [Fact]
    public void After_seven_days_without_confirmation_it_expires_and_a_reminder_went_before()
    {
        var story = Story.Submitted().After(7);
        story.Expect<IdeaState.AwaitingConfirmation>();
        story.Mails.ShouldContain("ConfirmationReminder to Submitter");
        story.After(1).Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Expired);
    }

    [Fact]
    public void Whoever_says_too_late_that_it_is_not_theirs_still_gets_it_erased_and_once_is_enough()
    {
        var story = Story.Submitted().After(8).When(at => new SubmissionDisowned(at));
        story.Effects.ShouldBe([new IdeaEffect.EraseSubmission(), new IdeaEffect.ErasePeople()]);
        story.When(at => new SubmissionDisowned(at)).ExpectAlreadySo();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(500_001)]
    public void An_amount_of_nothing_or_above_the_limit_is_refused(long cents) =>
        IdeaDecider.Submit("x", new Submitted(Story.Monday, new Euro(cents)), new Circumstances(ASmederij.WithDefaults(), Ledger.Empty))
            .ShouldBe(new IdeaDecision.Refused(Refusal.AmountAboveLimit));

    [Fact]
    public void A_closed_Smederij_takes_no_ideas() =>
        IdeaDecider.Submit("x", new Submitted(Story.Monday, new Euro(100)), new Circumstances(ASmederij.WithDefaults() with { Closed = true },
            Ledger.Empty))
            .ShouldBe(new IdeaDecision.Refused(Refusal.SmederijClosed));

    [Fact]
    public void Support_cannot_come_before_the_confirmation() =>
        Story.Submitted().When(at => new SupportOffered(at, "k")).ExpectRefused(Refusal.MailNotConfirmed);
}
