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
        story.When(at => new PaymentReturned(at, 1, s_amount, "AC04")).Expect<IdeaState.Granted>().AccountKnown.ShouldBeFalse();
        story.Mails.ShouldBe(["PaymentReturned to Submitter", "PaymentReturned to Staff"]);
        (story.Ledger.Released, story.Ledger.Reserved, story.Ledger.Available).ShouldBe((released - s_amount, s_amount, available));
        story.When(at => new PaymentReturned(at, 1, s_amount, "AC04")).ExpectAlreadySo();

        story.When(at => new AccountGiven(at)).When(at => new ReleaseApproved(at, "anna", 1)).ForgetEffects().When(at => new ReleaseApproved(at, "bert", 1));
        story.Effects.OfType<IdeaEffect.OrderPayment>().ShouldHaveSingleItem().Payment.ShouldBe(2);
        story.When(at => new PaymentReturned(at, 1, s_amount, "AC04")).ExpectAlreadySo();
        story.When(at => new PaymentMade(at, 1, s_day)).ExpectAlreadySo();
        story.Expect<IdeaState.Released>().AwaitsPayment.ShouldBeTrue();
    }

    [Fact]
    public void Fallen_through_before_it_was_paid_the_order_is_called_off_and_nobody_owes_anything()
    {
        var story = ASmederij.Released().ForgetEffects().When(at => new MoneyGivenBack(at, "Het ging niet door"));
        story.Effects.ShouldContain(new IdeaEffect.CancelPayment(1, "Het ging niet door"));
        var available = story.Ledger.Available;
        story.When(at => new PaymentReturned(at, 1, s_amount, "Het ging niet door")).Expect<IdeaState.Ended>().Refund.ShouldBeNull();
        story.Ledger.Available.ShouldBe(available + s_amount);
        story.When(at => new PaymentReturned(at, 1, s_amount, "Het ging niet door"));
        story.Ledger.Available.ShouldBe(available + s_amount, "it comes back once");
    }

    [Fact]
    public void Fallen_through_after_that_it_is_owed() =>
        ASmederij.Released().When(at => new PaymentMade(at, 1, s_day)).ForgetEffects().When(at => new MoneyGivenBack(at, "Het ging niet door"))
            .Effects.ShouldNotContain(effect => effect is IdeaEffect.CancelPayment);
}
