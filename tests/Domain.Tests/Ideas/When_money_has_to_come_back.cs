using Smederijen.Domain.Calendar;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_money_has_to_come_back
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    /// <summary>The bank paid it, and the plan falls through.</summary>
    private static Story Owed() => ASmederij.Released().When(at => new PaymentMade(at, 1, Amsterdam.DateOf(at)))
        .When(at => new MoneyGivenBack(at, "De grond mocht niet")).ForgetMails();

    [Fact]
    public void Whoever_has_it_is_asked_for_it_and_staff_are_told()
    {
        var paid = ASmederij.Released().When(at => new PaymentMade(at, 1, Amsterdam.DateOf(at))).ForgetMails();
        paid.When(at => new MoneyGivenBack(at, "De grond mocht niet"));
        paid.Mails.ShouldContain("MoneyFlowsBack to Submitter");
        paid.Mails.ShouldContain("MoneyFlowsBack to Staff");
    }

    [Fact]
    public void Who_did_not_get_it_yet_is_not_asked_for_it_unless_the_bank_pays_all_the_same()
    {
        var story = ASmederij.Released().ForgetMails().When(at => new MoneyGivenBack(at, "De grond mocht niet"));
        story.Mails.ShouldNotContain("MoneyFlowsBack to Submitter");
        story.ForgetMails().After(20).Mails.ShouldAllBe(mail => mail == "RefundReminder to Staff");
        story.ForgetMails().When(at => new PaymentMade(at, 1, Amsterdam.DateOf(at)));
        story.Mails.ShouldBe(["MoneyFlowsBack to Submitter"]);
        var refund = story.Expect<IdeaState.Ended>().Refund.ShouldNotBeNull();
        (refund.PaymentStops, refund.PaidOn).ShouldBe((false, Amsterdam.DateOf(story.Now)));
        story.ForgetMails().When(at => new PaymentMade(at, 1, Amsterdam.DateOf(at))).Mails.ShouldBeEmpty();
        story.ForgetMails().After(15).Mails.ShouldContain("RefundReminder to Submitter");
    }

    private static Story Received(Story story, long cents, long open, string by = "anna") =>
        story.When(at => new MoneyReceived(at, by, new Euro(cents), Today, new Euro(open)));

    private static Story WrittenOff(Story story, string by, long open) =>
        story.When(at => new WriteOffApproved(at, by, new Euro(open), "De stichting is failliet"));

    [Fact]
    public void It_can_be_spent_from_the_moment_that_staff_recorded_it()
    {
        var story = Owed();
        story.Ledger.Available.ShouldBe(new Euro(955_000));
        Received(story, 45_000, 45_000).Ledger.ShouldBe(new Ledger(new Euro(1_000_000), Euro.Zero, Euro.Zero));
        story.Expect<IdeaState.Ended>().Refund.ShouldBeNull();
        story.Effects.ShouldContain(new IdeaEffect.OfferMoney());
    }

    [Fact]
    public void A_part_of_it_leaves_the_rest_to_be_received()
    {
        var story = Received(Owed(), 20_000, 45_000);
        (story.Ledger.Available, story.Ledger.ToReceive).ShouldBe((new Euro(975_000), new Euro(25_000)));
        story.Expect<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(25_000));
        Received(story, 25_000, 25_000).Ledger.Available.ShouldBe(new Euro(1_000_000));
    }

    [Fact]
    public void The_same_money_is_recorded_once_whoever_records_it()
    {
        var story = Received(Owed(), 20_000, 45_000);
        Received(story, 20_000, 45_000, by: "bert").ExpectRefused(Refusal.OwedChangedSince);
        Received(Received(Owed(), 45_000, 45_000), 45_000, 45_000).ExpectRefused(Refusal.NothingOwed);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(45_001)]
    public void No_more_can_come_back_than_is_owed(long cents) => Received(Owed(), cents, 45_000).ExpectRefused(Refusal.MoreThanOwed);

    [Fact]
    public void Money_of_tomorrow_is_not_here_yet() =>
        Owed().When(at => new MoneyReceived(at, "anna", new Euro(45_000), Today.AddDays(1), new Euro(45_000))).ExpectRefused(Refusal.DayIsAhead);

    [Fact]
    public void Money_cannot_come_back_before_it_was_paid()
    {
        var paid = Owed().Expect<IdeaState.Ended>().Refund!.PaidOn.ShouldNotBeNull();
        Owed().When(at => new MoneyReceived(at, "anna", new Euro(45_000), paid.AddDays(-1), new Euro(45_000))).ExpectRefused(Refusal.DayBeforePayment);
        Owed().When(at => new MoneyReceived(at, "anna", new Euro(45_000), paid, new Euro(45_000))).Expect<IdeaState.Ended>().Refund.ShouldBeNull();
    }

    [Fact]
    public void The_second_who_writes_off_agrees_with_the_reason_of_the_first()
    {
        var story = WrittenOff(Owed(), "anna", 45_000);
        story.When(at => new WriteOffApproved(at, "anna", new Euro(45_000), "")).ExpectRefused(Refusal.SamePersonTwice);
        story.When(at => new WriteOffApproved(at, "bert", new Euro(45_000), "")).Expect<IdeaState.Ended>().Refund.ShouldBeNull();
    }

    [Fact]
    public void Staff_and_who_owes_it_are_reminded_after_ten_working_days_and_every_five_until_it_is_settled()
    {
        var story = Owed().After(29);
        story.Mails.Where(mail => mail.EndsWith("Staff", StringComparison.Ordinal)).ShouldBe(Enumerable.Repeat("RefundReminder to Staff", 3));
        story.Mails.Where(mail => mail.EndsWith("Submitter", StringComparison.Ordinal)).ShouldBe(Enumerable.Repeat("RefundReminder to Submitter", 3));
        story.Idea.State.WaitsFor.ShouldBe(Party.Staff);
        Received(story, 45_000, 45_000).ForgetMails().After(60).Mails.ShouldBeEmpty();
        story.Idea.State.WaitsFor.ShouldBe(Party.Nobody);
    }

    [Fact]
    public void Two_people_write_off_what_does_not_come_and_it_stays_spent()
    {
        var story = WrittenOff(Received(Owed(), 20_000, 45_000), "anna", 25_000);
        story.Mails.ShouldBe(["RefundReminder to Staff"]);
        WrittenOff(story, "anna", 25_000).ExpectRefused(Refusal.SamePersonTwice);
        WrittenOff(story, "bert", 25_000).Ledger.ShouldBe(new Ledger(new Euro(1_000_000), Euro.Zero, new Euro(25_000)));
        var ended = story.Expect<IdeaState.Ended>();
        (ended.Refund, ended.FlowsBack).ShouldBe((null, new Euro(20_000)));
    }

    [Fact]
    public void Who_agreed_to_write_off_agreed_for_that_amount()
    {
        var story = Received(WrittenOff(Owed(), "anna", 45_000), 20_000, 45_000);
        WrittenOff(story, "bert", 45_000).ExpectRefused(Refusal.OwedChangedSince);
        WrittenOff(story, "bert", 25_000).Expect<IdeaState.Ended>().Refund!.WrittenOffFirstBy.ShouldBe("bert");
    }

    [Fact]
    public void Writing_off_needs_a_reason() =>
        Owed().When(at => new WriteOffApproved(at, "anna", new Euro(45_000), " ")).ExpectRefused(Refusal.ReasonMissing);

    [Fact]
    public void Whoever_owes_money_is_known_until_that_is_settled()
    {
        var story = Owed();
        var ended = story.Expect<IdeaState.Ended>();
        story.Until(ended.EraseAt!.Value.AddDays(30));
        story.Effects.ShouldNotContain(new IdeaEffect.ErasePeople());
        Received(story, 45_000, 45_000).After(1).Effects.ShouldContain(new IdeaEffect.ErasePeople());
    }
}
