using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_the_plan_is_carried_out
{
    [Fact]
    public void The_submitter_is_asked_at_9_11_and_12_months_then_the_gebiedsregisseur_every_month()
    {
        var story = ASmederij.Released();
        story.Until(Story.Monday.AddMonths(12).AddDays(1)).Mails.ShouldBe([
            "RealisationReminder to Submitter", "RealisationReminder to Submitter",
            "RealisationReminder to Submitter", "RealisationOverdue to Gebiedsregisseur"]);
        story.Idea.State.WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.ForgetMails().Until(Story.Monday.AddMonths(15).AddDays(1)).Mails.Distinct().ShouldBe(["RealisationOverdue to Gebiedsregisseur"]);
        story.Expect<IdeaState.Released>();
    }

    [Fact]
    public void What_is_left_is_asked_back_and_nobody_can_spend_it_before_it_is_here()
    {
        var story = ASmederij.Released().When(at => new PlanCompleted(at, new Euro(40_000)));
        story.Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Completed);
        story.Ledger.ShouldBe(new Ledger(new Euro(1_000_000), Euro.Zero, new Euro(40_000), new Euro(5_000)));
        story.Ledger.Available.ShouldBe(new Euro(955_000));
    }

    [Fact]
    public void An_overrun_is_never_an_overspend() =>
        ASmederij.Released().When(at => new PlanCompleted(at, new Euro(45_001))).ExpectRefused(Refusal.CostsAboveGrant);

    [Fact]
    public void An_overrun_is_a_question_that_the_gebiedsregisseur_hears_until_it_is_answered()
    {
        var story = ASmederij.Released().When(at => new OverrunAsked(at, new Euro(50_000), "Het hout is duurder. Wat nu?"));
        story.Idea.State.WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.After(15).Mails.ShouldBe(["OverrunQuestion to Gebiedsregisseur", "OverrunQuestion to Gebiedsregisseur", "OverrunQuestion to Gebiedsregisseur"]);
        story.ForgetMails().When(at => new OverrunAnswered(at, "anna", "Vraag de winkel om korting.")).Mails.ShouldBe(["OverrunAnswer to Submitter"]);
        story.Idea.State.WaitsFor.ShouldBe(Party.Submitter);
        story.Ledger.Released.ShouldBe(new Euro(45_000));
        story.ForgetMails().After(60).Mails.ShouldBeEmpty();
    }

    [Fact]
    public void A_question_about_higher_costs_needs_higher_costs() =>
        ASmederij.Released().When(at => new OverrunAsked(at, new Euro(45_000), "Mag het?")).ExpectRefused(Refusal.CostsWithinGrant);

    [Fact]
    public void A_plan_that_falls_through_owes_all_of_it()
    {
        var story = ASmederij.Released().When(at => new MoneyGivenBack(at, "De grond mocht niet"));
        story.Ledger.ShouldBe(new Ledger(new Euro(1_000_000), Euro.Zero, Euro.Zero, new Euro(45_000)));
        var ended = story.Expect<IdeaState.Ended>();
        (ended.Outcome, ended.FlowsBack, ended.Refund!.Open).ShouldBe((IdeaPhase.GivenBack, new Euro(45_000), new Euro(45_000)));
        story.Mails.ShouldContain("MoneyFlowsBack to Staff");
    }

    [Fact]
    public void A_long_track_never_expires_and_asks_nothing_of_its_own_because_its_plan_does()
    {
        var story = ASmederij.InReview().Advised("lid1", Advice.LongTrack).Advised("lid2", Advice.LongTrack).ForgetMails().After(3650);
        story.Expect<IdeaState.OnLongTrack>();
        story.Mails.ShouldBeEmpty();
    }
}
