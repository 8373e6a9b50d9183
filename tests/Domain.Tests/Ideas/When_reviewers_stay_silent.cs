using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_reviewers_stay_silent
{
    [Fact]
    public void Silence_never_approves_it_escalates()
    {
        var story = ASmederij.InReview();
        var start = story.Now;
        story.Until(Terms.WorkingDaysAfter(start, 5)).Mails.Count(m => m.StartsWith("ReviewReminder", StringComparison.Ordinal)).ShouldBe(3);
        story.ForgetMails().Advised("lid2", Advice.Suitable).Until(Terms.WorkingDaysAfter(start, 10)).Mails
            .ShouldBe(["ReviewReminder to Reviewer:lid1", "ReviewReminder to Reviewer:lid3"]);
        story.ForgetMails().Until(Terms.WorkingDaysAfter(start, 15)).Mails.ShouldBe(["ReviewEscalated to Gebiedsregisseur"]);
        story.Expect<IdeaState.InReview>().WaitsFor.ShouldBe(Party.Gebiedsregisseur);
    }

    [Fact]
    public void What_staff_ask_themselves_waits_for_no_daily_mail_and_what_the_clock_asks_does()
    {
        UrgencyAfter(new TermPassed(Terms.WorkingDaysAfter(Story.Monday, 5))).ShouldBe([false, false, false]);
        UrgencyAfter(new ReminderAsked(Story.Monday, "anna", "De indiener belde")).ShouldBe([true, true, true]);
        UrgencyAfter(new ReviewRestarted(Story.Monday, "anna", "Het bedrag is veranderd")).ShouldBe([true, true, true]);
        UrgencyAfter(new ReviewerReplaced(Story.Monday, "anna", "lid1", "lid9", "Ziek")).ShouldBe([true]);
    }

    [Fact]
    public void The_time_to_advise_is_nearly_over_from_two_working_days_before()
    {
        var review = ASmederij.InReview().Expect<IdeaState.InReview>();
        review.IsNearlyOverAt(Terms.WorkingDaysAfter(Story.Monday, 12)).ShouldBeFalse();
        review.IsNearlyOverAt(Terms.WorkingDaysAfter(Story.Monday, 13)).ShouldBeTrue();
        (review with { Escalated = true }).IsNearlyOverAt(Story.Monday).ShouldBeTrue();
    }

    private static IEnumerable<bool> UrgencyAfter(IdeaEvent e)
    {
        var story = ASmederij.InReview();
        return IdeaDecider.Decide(story.Idea, e, new Circumstances(story.Settings, Ledger.Empty)).ShouldBeOfType<IdeaDecision.Accepted>()
            .Effects.OfType<IdeaEffect.SendMail>().Select(mail => mail.IsUrgent);
    }

    [Fact]
    public void The_gebiedsregisseur_is_reminded_until_something_happens()
    {
        var story = ASmederij.InReview().After(365);
        story.Expect<IdeaState.InReview>();
        story.Mails.Count(m => m == "ReviewEscalated to Gebiedsregisseur").ShouldBeInRange(45, 52);
    }

    [Fact]
    public void A_late_advice_still_counts() =>
        ASmederij.InReview().After(60).Advised("lid1", Advice.Suitable).Advised("lid2", Advice.Suitable).Expect<IdeaState.Suitable>();

    [Fact]
    public void A_pause_moves_every_term_by_its_length()
    {
        var story = ASmederij.InReview();
        var before = story.Expect<IdeaState.InReview>();
        story.When(at => new Paused(at, "anna", "Zomervakantie")).After(30).Mails.ShouldBeEmpty();
        var after = story.When(at => new Resumed(at, "anna", "Weer terug")).Expect<IdeaState.InReview>();
        after.EscalateAt.ShouldBe(before.EscalateAt.AddDays(30));
        after.Chase.Next.ShouldBe(before.Chase.Next.AddDays(30));
    }

    [Fact]
    public void A_clock_that_slept_sends_one_reminder_not_a_heap()
    {
        var story = ASmederij.InReview();
        var late = Terms.WorkingDaysAfter(story.Now, 12);
        story.When(_ => new TermPassed(late)).Mails.Count.ShouldBe(3);
        story.Idea.NextDue().ShouldBe(Terms.WorkingDaysAfter(Story.Monday, 15));
    }
}
