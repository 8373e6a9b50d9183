using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_money_is_granted_and_released
{
    [Fact]
    public void An_idea_that_waits_for_the_decision_of_one_round_takes_part_in_no_other()
    {
        var story = ASmederij.Suitable().When(at => new PutToVote(at, "2026"));
        story.When(at => new PutToVote(at, "2027")).ExpectRefused(Refusal.InAnotherRound);
        story.When(at => new CarriedOver(at, "2027")).When(at => new PutToVote(at, "2027")).Expect<IdeaState.Suitable>().InRound.ShouldBe("2027");
    }

    [Fact]
    public void A_rolling_smederij_asks_for_the_money_at_once() => ASmederij.Suitable().Effects.ShouldBe([new IdeaEffect.OfferMoney()]);

    [Fact]
    public void A_smederij_with_rounds_waits_for_the_closing() =>
        ASmederij.Suitable(ASmederij.WithDefaults(rolling: false)).Effects.ShouldBeEmpty();

    [Fact]
    public void Granting_reserves_the_amount() => ASmederij.Granted().Ledger.ShouldBe(new Ledger(new Euro(1_000_000), new Euro(45_000), Euro.Zero));

    [Fact]
    public void Without_enough_money_it_keeps_waiting()
    {
        var story = Story.Submitted(euros: 450, envelope: 449).Confirmed().Supported()
            .Advised("lid1", Advice.Suitable).Advised("lid2", Advice.Suitable).When(at => new MoneyOffered(at, "2026"));
        story.ExpectRefused(Refusal.TooLittleMoney).Expect<IdeaState.Suitable>();
    }

    [Fact]
    public void A_smaller_amount_and_a_following_round_ask_for_the_money_again()
    {
        ASmederij.Suitable().When(at => new AmountCorrected(at, "anna", new Euro(30_000), "Goedkoper"))
            .Effects.ShouldBe([new IdeaEffect.OfferMoney(), new IdeaEffect.OfferMoney()]);
        ASmederij.Suitable().When(at => new CarriedOver(at, "2027"))
            .Effects.ShouldBe([new IdeaEffect.OfferMoney(), new IdeaEffect.OfferMoney()]);
    }

    [Fact]
    public void Nothing_is_released_before_the_account_is_known() =>
        ASmederij.Granted().When(at => new ReleaseApproved(at, "anna", 0)).ExpectRefused(Refusal.AccountMissing);

    [Fact]
    public void Two_different_people_release_it()
    {
        var story = ASmederij.Granted().When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "anna", 0));
        story.Expect<IdeaState.Granted>();
        story.When(at => new ReleaseApproved(at, "anna", 0)).ExpectRefused(Refusal.SamePersonTwice);
        story.When(at => new ReleaseApproved(at, "bert", 0)).Expect<IdeaState.Released>();
        story.Ledger.ShouldBe(new Ledger(new Euro(1_000_000), Euro.Zero, new Euro(45_000)));
        story.When(at => new ReleaseApproved(at, "carla", 0)).ExpectAlreadySo();
    }

    [Fact]
    public void Another_account_takes_back_the_approval_of_the_former_one()
    {
        var story = ASmederij.Granted().When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "anna", 0)).ForgetMails();

        story.When(at => new AccountCorrected(at)).Expect<IdeaState.Granted>().ReleasedFirstBy.ShouldBeNull();

        story.Mails.ShouldBe(["ReleaseRequest to Staff"]);
        story.When(at => new ReleaseApproved(at, "bert", 1)).Expect<IdeaState.Granted>();
        story.When(at => new ReleaseApproved(at, "anna", 1)).Expect<IdeaState.Released>();
    }

    [Fact]
    public void Nobody_approves_an_account_that_was_changed_behind_the_page() =>
        ASmederij.Granted().When(at => new AccountGiven(at)).When(at => new AccountCorrected(at))
            .When(at => new ReleaseApproved(at, "anna", 0)).ExpectRefused(Refusal.AccountChangedSince);

    [Fact]
    public void An_account_is_put_right_after_it_is_given_and_before_the_money_is_paid()
    {
        ASmederij.Granted().When(at => new AccountCorrected(at)).ExpectRefused(Refusal.NotYet);
        ASmederij.Released().When(at => new AccountCorrected(at)).ExpectRefused(Refusal.StepIsOver);
    }

    [Fact]
    public void Silent_staff_is_reminded_and_the_grant_never_lapses_by_their_silence()
    {
        var story = ASmederij.Granted().When(at => new AccountGiven(at)).ForgetMails();
        var due = story.Expect<IdeaState.Granted>().Deadline;
        story = story.After(100);
        story.Expect<IdeaState.Granted>().Deadline.ShouldBe(due, "reminders do not make staff less late");
        story.Mails.Count(m => m == "ReleaseReminder to Staff").ShouldBeGreaterThan(10);
    }

    [Fact]
    public void A_submitter_who_never_tells_the_account_loses_the_grant_and_the_money_flows_back()
    {
        var story = ASmederij.Granted().After(61);
        story.Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Expired);
        story.Mails.ShouldContain("AccountReminder to Submitter");
        story.Ledger.Available.ShouldBe(new Euro(1_000_000));
        story.Effects.ShouldContain(new IdeaEffect.OfferMoney());
    }

    [Fact]
    public void Withdrawing_a_granted_idea_frees_its_money() =>
        ASmederij.Granted().When(at => new Withdrawn(at)).Ledger.Available.ShouldBe(new Euro(1_000_000));

    [Fact]
    public void After_release_it_cannot_be_withdrawn_any_more() =>
        ASmederij.Released().When(at => new Withdrawn(at)).ExpectRefused(Refusal.TooLateToWithdraw);
}
