using Smederijen.Domain.Payments;
using static Smederijen.Domain.Payments.PaymentEvent;
using static Smederijen.Domain.Tests.Payments.PaymentStory;

namespace Smederijen.Domain.Tests.Payments;

public sealed class When_a_payment_goes_to_the_bank
{
    [Fact]
    public void One_batch_alone_has_it()
    {
        Claimed().When(at => new Claimed(at, "b1")).ExpectAlreadySo();
        Claimed().When(at => new Claimed(at, "b2")).ExpectRefused(PaymentRefusal.NotWaiting);
        Sent().When(at => new Claimed(at, "b2")).ExpectRefused(PaymentRefusal.NotWaiting);
        Claimed().When(at => new Freed(at, "b1")).When(at => new Claimed(at, "b2")).Expect<PaymentState.InBatch>().Batch.ShouldBe("b2");
        Claimed().When(at => new Freed(at, "b2")).ExpectAlreadySo();
    }

    [Fact]
    public void Once_it_is_sent_it_is_freed_no_more() => Sent().When(at => new Freed(at, "b1")).ExpectAlreadySo();

    [Fact]
    public void Another_account_than_the_approved_one_stops_it()
    {
        Stopped().When(at => new Claimed(at, "b1")).ExpectRefused(PaymentRefusal.IsStopped);
        Stopped().Says(PaymentOutcome.Cancelled).When(at => new Agreed(at, "dirk", 3)).Expect<PaymentState.Cancelled>();
    }

    [Fact]
    public void The_bank_says_that_it_paid_and_the_idea_hears_it_once()
    {
        var story = Sent().When(at => new BankPaid(at, Today, "regel1"));
        story.Expect<PaymentState.Paid>().On.ShouldBe(Today);
        story.Effects.ShouldBe([new PaymentEffect.TellIdea(PaymentOutcome.Paid)]);
        story.When(at => new BankPaid(at, Today, "regel1")).ExpectAlreadySo();
        story.When(at => new BankPaid(at, Today, "regel9")).ExpectRefused(PaymentRefusal.ToldBefore);
    }

    [Fact]
    public void What_no_batch_sent_the_bank_cannot_have_paid()
    {
        Ordered().When(at => new BankPaid(at, Today, "regel1")).ExpectRefused(PaymentRefusal.NotSent);
        Claimed().When(at => new BankReturned(at, Today, "AC01", "regel1")).ExpectRefused(PaymentRefusal.NotSent);
        Cancelled().When(at => new BankPaid(at, Today, "regel1")).ExpectRefused(PaymentRefusal.NotSent);
    }

    [Fact]
    public void What_came_back_is_never_paid_again_in_whatever_order_a_statement_tells_it()
    {
        Returned().When(at => new Claimed(at, "b2")).ExpectRefused(PaymentRefusal.NotWaiting);
        var story = Sent().When(at => new BankReturned(at, Today, "AC04", "regel2")).When(at => new BankPaid(at, Today, "regel1"));
        story.Expect<PaymentState.Returned>().PaidLine.ShouldBe("regel1");
        story.Effects.ShouldBe([new PaymentEffect.TellIdea(PaymentOutcome.Returned)]);
        story.When(at => new BankPaid(at, Today, "regel1")).ExpectAlreadySo();
        Returned().When(at => new BankReturned(at, Today, "AC04", "regel2")).ExpectAlreadySo();
        Returned().When(at => new BankReturned(at, Today, "AC04", "regel3")).ExpectRefused(PaymentRefusal.ToldBefore);
    }

    [Fact]
    public void Taken_twice_shows_whatever_happened_in_between()
    {
        Paid().When(at => new BankPaid(at, Today, "regel9")).ExpectRefused(PaymentRefusal.ToldBefore);
        Returned().When(at => new BankPaid(at, Today, "regel9")).ExpectRefused(PaymentRefusal.ToldBefore);
        var said = Sent().Says(PaymentOutcome.Paid);
        said.When(at => new Agreed(at, "dirk", said.Item.Revision)).ForgetEffects().When(at => new BankPaid(at, Today.AddDays(1), "regel1"));
        said.Expect<PaymentState.Paid>().ShouldBe(new PaymentState.Paid(Today, "b1", "regel1"));
        said.Effects.ShouldBeEmpty("the idea was told");
        said.When(at => new BankPaid(at, Today, "regel9")).ExpectRefused(PaymentRefusal.ToldBefore);
    }

    [Fact]
    public void What_the_bank_refused_it_cannot_have_taken_and_the_other_way_round()
    {
        Refused().Expect<PaymentState.Returned>().NeverLeft.ShouldBeTrue();
        Refused().When(at => new BankPaid(at, Today, "regel1")).ExpectRefused(PaymentRefusal.ToldBefore);
        Paid().When(at => new BankReturned(at, Today, "AC01", "regel3", NeverLeft: true)).ExpectRefused(PaymentRefusal.ToldBefore);
        Returned().When(at => new BankReturned(at, Today, "AC01", "regel3", NeverLeft: true)).ExpectRefused(PaymentRefusal.ToldBefore);
    }

    [Fact]
    public void What_two_people_said_the_bank_may_say_once_more()
    {
        var story = Sent().Says(PaymentOutcome.Returned);
        story.When(at => new Agreed(at, "dirk", story.Item.Revision)).ForgetEffects();
        story.When(at => new BankReturned(at, Today, "AC04", "regel2")).Expect<PaymentState.Returned>().Line.ShouldBe("regel2");
        story.Effects.ShouldBeEmpty("the idea was told");
        story.When(at => new BankReturned(at, Today, "AC04", "regel9")).ExpectRefused(PaymentRefusal.ToldBefore);
    }

    [Fact]
    public void The_idea_falls_through_and_it_goes_nowhere_unless_the_bank_may_have_it()
    {
        Ordered().When(at => new CalledOff(at, "Weg")).Expect<PaymentState.Cancelled>();
        Sent().When(at => new CalledOff(at, "Weg")).ExpectRefused(PaymentRefusal.AtTheBank);
        Paid().When(at => new CalledOff(at, "Weg")).ExpectRefused(PaymentRefusal.IsOver);
    }

    [Fact]
    public void In_a_batch_it_lapses_when_that_is_thrown_away_and_is_paid_when_that_is_signed()
    {
        var story = Claimed().When(at => new CalledOff(at, "Weg"));
        story.Expect<PaymentState.InBatch>().CalledOff.ShouldBe("Weg");
        story.When(at => new Freed(at, "b1")).Expect<PaymentState.Cancelled>();
        Claimed().When(at => new CalledOff(at, "Weg")).When(at => new SentOff(at, "b1")).When(at => new BankPaid(at, Today, "regel1"))
            .Expect<PaymentState.Paid>();
    }
}

public sealed class When_people_say_what_became_of_a_payment
{
    [Theory]
    [InlineData(PaymentOutcome.Paid)]
    [InlineData(PaymentOutcome.Returned)]
    public void It_takes_two_of_them(PaymentOutcome outcome)
    {
        var story = Sent().Says(outcome);
        story.When(at => new Agreed(at, "carla", story.Item.Revision)).ExpectRefused(PaymentRefusal.SamePersonTwice);
        story.When(at => new Agreed(at, "dirk", story.Item.Revision - 1)).ExpectRefused(PaymentRefusal.ChangedMeanwhile);
        story.When(at => new Agreed(at, "dirk", story.Item.Revision));
        story.Effects.ShouldBe([new PaymentEffect.TellIdea(outcome)]);
        story.Item.Proposal.ShouldBeNull();
    }

    [Fact]
    public void What_the_bank_says_meanwhile_counts_and_the_proposal_is_gone() =>
        Sent().Says(PaymentOutcome.Returned).When(at => new BankPaid(at, Today, "regel1")).When(at => new Agreed(at, "dirk", 5))
            .ExpectRefused(PaymentRefusal.NoProposal);

    [Fact]
    public void What_cannot_have_happened_is_refused()
    {
        Ordered().Says(PaymentOutcome.Paid).ExpectRefused(PaymentRefusal.NotSent);
        Claimed().Says(PaymentOutcome.Returned).ExpectRefused(PaymentRefusal.NotSent);
        Sent().Says(PaymentOutcome.Cancelled).ExpectRefused(PaymentRefusal.AtTheBank);
        Returned().Says(PaymentOutcome.Paid).ExpectRefused(PaymentRefusal.IsOver);
        Sent().Says(PaymentOutcome.Returned, " ").ExpectRefused(PaymentRefusal.ReasonMissing);
        Sent().When(at => new Proposed(at, "carla", PaymentOutcome.Paid, Today.AddDays(1), "")).ExpectRefused(PaymentRefusal.DayIsAhead);
    }

    [Fact]
    public void A_second_proposal_waits_until_the_first_one_is_dropped()
    {
        var story = Sent().Says(PaymentOutcome.Paid);
        story.Says(PaymentOutcome.Returned).ExpectRefused(PaymentRefusal.ProposalInTheWay);
        story.When(at => new Dropped(at, "dirk", story.Item.Revision)).Says(PaymentOutcome.Returned);
        story.Item.Proposal!.Outcome.ShouldBe(PaymentOutcome.Returned);
    }

    [Fact]
    public void An_order_that_somebody_wants_to_call_off_goes_into_no_batch() =>
        Ordered().Says(PaymentOutcome.Cancelled).When(at => new Claimed(at, "b1")).ExpectRefused(PaymentRefusal.ProposalInTheWay);
}
