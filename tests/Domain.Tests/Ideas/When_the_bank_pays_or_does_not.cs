using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_the_bank_pays_or_does_not
{
    private static readonly DateOnly s_day = new(2026, 3, 5);
    private static readonly Euro s_amount = new(45_000);

    [Fact]
    public void The_release_by_two_orders_one_payment()
    {
        var story = ASmederij.Granted().When(at => new AccountGiven(at, "zegel")).When(at => new ReleaseApproved(at, "anna", 0, "zegel")).ForgetEffects();
        story.When(at => new ReleaseApproved(at, "bert", 0, "zegel"));
        story.Effects.OfType<IdeaEffect.OrderPayment>().ShouldBe([new IdeaEffect.OrderPayment(1, s_amount, "2026", "zegel", "anna", "bert")]);
        story.Expect<IdeaState.Released>().AwaitsPayment.ShouldBeTrue();
    }

    [Fact]
    public void Paid_it_says_on_which_day_and_the_submitter_hears_it_once()
    {
        var story = ASmederij.Released().When(at => new PaymentMade(at, 1, s_day));
        story.Expect<IdeaState.Released>().PaidOn.ShouldBe(s_day);
        story.Mails.ShouldBe(["MoneyPaid to Submitter"]);
        story.When(at => new PaymentMade(at, 1, s_day)).ExpectAlreadySo();
    }

    [Fact]
    public void Returned_it_asks_for_another_account_and_its_money_is_set_apart_again()
    {
        var story = ASmederij.Released().When(at => new PaymentMade(at, 1, s_day)).ForgetEffects();
        var (released, available) = (story.Ledger.Released, story.Ledger.Available);
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "AC04")).Expect<IdeaState.Granted>().AccountKnown.ShouldBeFalse();
        story.Mails.ShouldBe(["PaymentReturned to Submitter", "PaymentReturned to Staff"]);
        (story.Ledger.Released, story.Ledger.Reserved, story.Ledger.Available).ShouldBe((released - s_amount, s_amount, available));
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "AC04")).ExpectAlreadySo();

        story.When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "anna", 1)).ForgetEffects().When(at => new ReleaseApproved(at, "bert", 1));
        story.Effects.OfType<IdeaEffect.OrderPayment>().ShouldHaveSingleItem().Payment.ShouldBe(2);
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "AC04")).ExpectAlreadySo();
        story.When(at => new PaymentMade(at, 1, s_day)).ExpectAlreadySo();
        story.Expect<IdeaState.Released>().AwaitsPayment.ShouldBeTrue();
    }

    [Fact]
    public void Fallen_through_before_it_was_paid_the_order_is_called_off_and_nobody_owes_anything()
    {
        var story = ASmederij.Released().ForgetEffects().When(at => new MoneyGivenBack(at, "Het ging niet door"));
        story.Effects.ShouldContain(new IdeaEffect.CancelPayment(1, "Het ging niet door"));
        var available = story.Ledger.Available;
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "Het ging niet door")).Expect<IdeaState.Ended>().Refund.ShouldBeNull();
        story.Ledger.Available.ShouldBe(available + s_amount);
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "Het ging niet door"));
        story.Ledger.Available.ShouldBe(available + s_amount, "it comes back once");
    }

    [Fact]
    public void Returned_after_the_plan_was_carried_out_its_costs_are_still_to_be_paid_and_nothing_has_to_come_back()
    {
        var story = ASmederij.Released().When(at => new PaymentMade(at, 1, s_day))
            .When(at => new PlanCompleted(at, new Euro(40_000))).ForgetEffects();
        var total = story.Ledger.Available;
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "AC04"));
        var granted = story.Expect<IdeaState.Granted>();
        (granted.Amount, granted.AccountKnown).ShouldBe((new Euro(40_000), false));
        (story.Ledger.Released, story.Ledger.Reserved, story.Ledger.ToReceive).ShouldBe((Euro.Zero, new Euro(40_000), Euro.Zero));
        story.Ledger.Available.ShouldBe(total + new Euro(5_000));
        story.Mails.ShouldBe(["PaymentReturned to Submitter", "PaymentReturned to Staff"]);
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "AC04")).ExpectAlreadySo();
    }

    [Fact]
    public void Returned_when_nobody_knows_its_people_any_more_the_money_is_the_Smederijs_again()
    {
        var story = ASmederij.Released().When(at => new PaymentMade(at, 1, s_day)).When(at => new PlanCompleted(at, s_amount));
        story.Until(story.Expect<IdeaState.Ended>().EraseAt!.Value.AddDays(1)).ForgetEffects();
        story.When(at => new PaymentReturned(at, 1, s_amount, "2026", "AC04")).Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Completed);
        (story.Ledger.Released, story.Ledger.Reserved).ShouldBe((Euro.Zero, Euro.Zero));
        story.Effects.ShouldBe([new IdeaEffect.OfferMoney()]);
    }

    [Fact]
    public void Fallen_through_after_that_it_is_owed() =>
        ASmederij.Released().When(at => new PaymentMade(at, 1, s_day)).ForgetEffects().When(at => new MoneyGivenBack(at, "Het ging niet door"))
            .Effects.ShouldNotContain(effect => effect is IdeaEffect.CancelPayment);
}
