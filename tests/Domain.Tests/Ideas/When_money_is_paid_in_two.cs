using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

/// <summary>Where ideas of € 400 and more get a third in advance: of € 450 that is € 148,50, and € 301,50 stays.</summary>
public sealed class When_money_is_paid_in_two
{
    private static readonly DateOnly s_day = new(2026, 3, 5);
    private static readonly Euro s_granted = new(45_000);
    private static readonly Euro s_advance = new(14_850);
    private static readonly Euro s_rest = new(30_150);

    [Theory]
    [InlineData(40_000, 33, 13_200)]
    [InlineData(45_001, 33, 14_850)]
    [InlineData(40_001, 1, 400)]
    [InlineData(40_001, 99, 39_600)]
    [InlineData(1_000_000_000_000, 99, 990_000_000_000)]
    public void The_advance_is_so_much_of_every_hundred_down_to_whole_cents(long cents, int percent, long advance) =>
        new InstalmentSettings(new Euro(40_000), percent).AdvanceOf(new Euro(cents)).ShouldBe(new Euro(advance));

    [Theory]
    [InlineData(40_000, 39_999, 33)]
    [InlineData(0, 99, 1)]
    [InlineData(0, 0, 50)]
    public void Less_than_that_and_what_leaves_no_advance_is_paid_at_once(long from, long cents, int percent) =>
        new InstalmentSettings(new Euro(from), percent).AdvanceOf(new Euro(cents)).ShouldBeNull();

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(-1)]
    public void An_advance_is_a_part(int percent) =>
        Should.Throw<ArgumentException>(() => new InstalmentSettings(new Euro(40_000), percent)).Message.ShouldContain($"{percent}");

    [Fact]
    public void The_release_orders_the_advance_and_the_rest_stays_set_apart()
    {
        var story = ASmederij.Advanced();
        var released = story.Expect<IdeaState.Released>();
        (released.Amount, released.Advance, released.Rest).ShouldBe((s_granted, s_advance, s_rest));
        story.Effects.OfType<IdeaEffect.OrderPayment>().ShouldBe([new IdeaEffect.OrderPayment(1, s_advance, "2026", "zegel", "anna", "bert")]);
        Money(story).ShouldBe((30_150, 14_850, 0, 955_000));
    }

    [Fact]
    public void An_idea_that_gets_less_or_came_under_other_rules_is_paid_at_once()
    {
        var above = ASmederij.WithDefaults() with { Instalments = new(new Euro(45_001), 33) };
        ASmederij.Released(above).Expect<IdeaState.Released>().Advance.ShouldBeNull();
        ASmederij.Released().Expect<IdeaState.Released>().Advance.ShouldBeNull();
    }

    [Fact]
    public void Done_its_costs_wait_for_two_people_and_what_is_not_needed_is_for_others()
    {
        var story = Paid().When(at => new PlanCompleted(at, new Euro(40_000)));
        var rest = story.Expect<IdeaState.Granted>();
        (rest.Phase, rest.Amount, rest.AccountKnown, rest.WaitsFor).ShouldBe((IdeaPhase.AwaitingRest, new Euro(25_150), true, Party.Staff));
        rest.Done!.Paid.ShouldBe([new PaidPart(1, s_advance, s_day)]);
        story.Mails.ShouldBe(["IdeaCompleted to Submitter", "ReleaseRequest to Staff"]);
        story.Effects.ShouldBe([new IdeaEffect.OfferMoney()]);
        Money(story).ShouldBe((25_150, 14_850, 0, 960_000));
        story.When(at => new PlanCompleted(at, new Euro(40_000))).ExpectAlreadySo();
    }

    [Fact]
    public void The_rest_is_released_by_two_as_the_next_payment_and_then_the_idea_has_ended()
    {
        var story = Paid().When(at => new PlanCompleted(at, new Euro(40_000))).ForgetEffects();
        Release(story, 1).Effects.OfType<IdeaEffect.OrderPayment>()
            .ShouldBe([new IdeaEffect.OrderPayment(2, new Euro(25_150), "2026", "zegel", "anna", "bert")]);
        var ended = story.Expect<IdeaState.Ended>();
        (ended.Outcome, ended.Refund, ended.Spent(Euro.Zero)).ShouldBe((IdeaPhase.Completed, null, new Euro(40_000)));
        Money(story).ShouldBe((0, 40_000, 0, 960_000));
        story.When(at => new ReleaseApproved(at, "carla", 1, "zegel")).ExpectRefused(Refusal.IdeaHasEnded);
        story.ForgetMails().When(at => new PaymentMade(at, 2, s_day)).Mails.ShouldBe(["MoneyPaid to Submitter"]);
        story.When(at => new PaymentMade(at, 2, s_day)).ExpectAlreadySo();
    }

    [Fact]
    public void Silent_staff_is_reminded_of_the_rest_and_it_never_lapses_by_their_silence()
    {
        var story = Paid().When(at => new PlanCompleted(at, s_granted)).ForgetMails().After(100);
        story.Mails.Distinct().ShouldBe(["ReleaseReminder to Staff"]);
        story.Expect<IdeaState.Granted>();
    }

    [Fact]
    public void Costs_of_the_advance_alone_end_it_at_once()
    {
        var story = Paid().When(at => new PlanCompleted(at, s_advance));
        story.Expect<IdeaState.Ended>().Refund.ShouldBeNull();
        Money(story).ShouldBe((0, 14_850, 0, 985_150));
        story.Effects.ShouldBe([new IdeaEffect.OfferMoney()]);
    }

    [Fact]
    public void Costs_below_the_advance_let_the_difference_come_back()
    {
        var story = Paid().When(at => new PlanCompleted(at, new Euro(10_000)));
        story.Expect<IdeaState.Ended>().Refund!.Open.ShouldBe(new Euro(4_850));
        Money(story).ShouldBe((0, 10_000, 4_850, 985_150));
        story.Mails.ShouldBe(["IdeaCompleted to Submitter", "MoneyFlowsBack to Staff", "MoneyFlowsBack to Submitter"]);
    }

    [Fact]
    public void Costs_above_what_was_granted_are_a_question() =>
        Paid().When(at => new PlanCompleted(at, new Euro(45_001))).ExpectRefused(Refusal.CostsAboveGrant);

    [Fact]
    public void An_advance_that_came_back_is_paid_to_another_account()
    {
        var story = Paid().When(at => new PaymentReturned(at, 1, s_advance, "2026", "AC04"));
        story.Expect<IdeaState.Granted>().Amount.ShouldBe(s_granted);
        Money(story).ShouldBe((45_000, 0, 0, 955_000));
        Release(story.When(at => new AccountGiven(at, "ander")), 1, "ander").Expect<IdeaState.Released>().Part.ShouldBe(new PaidPart(2, s_advance));
        Money(story).ShouldBe((30_150, 14_850, 0, 955_000));
    }

    [Fact]
    public void An_advance_that_came_back_after_the_plan_was_done_goes_with_the_rest()
    {
        var story = ASmederij.Advanced().When(at => new PlanCompleted(at, new Euro(40_000))).When(at => new ReleaseApproved(at, "anna", 1, "zegel"));
        story.ForgetEffects().When(at => new PaymentReturned(at, 1, s_advance, "2026", "AC04"));
        var whole = story.Expect<IdeaState.Granted>();
        (whole.Amount, whole.AccountKnown, whole.ReleasedFirstBy, whole.Done!.Paid.Length).ShouldBe((new Euro(40_000), false, null, 0));
        story.Mails.ShouldBe(["PaymentReturned to Submitter", "PaymentReturned to Staff"]);
        story.When(at => new PaymentReturned(at, 1, s_advance, "2026", "AC04")).ExpectAlreadySo();
        story.When(at => new AccountGiven(at, "ander")).When(at => new ReleaseApproved(at, "bert", 1, "ander"))
            .ExpectRefused(Refusal.AccountChangedSince);
        Release(story, whole.AccountCorrections, "ander").Expect<IdeaState.Ended>().Spent(Euro.Zero).ShouldBe(new Euro(40_000));
        Money(story).ShouldBe((0, 40_000, 0, 960_000));
    }

    [Fact]
    public void The_day_on_which_the_advance_was_paid_is_known_also_when_the_plan_was_done_before()
    {
        var story = ASmederij.Advanced().When(at => new PlanCompleted(at, s_granted)).ForgetEffects().When(at => new PaymentMade(at, 1, s_day));
        story.Expect<IdeaState.Granted>().Done!.Paid.ShouldBe([new PaidPart(1, s_advance, s_day)]);
        story.Mails.ShouldBe(["MoneyPaid to Submitter"]);
    }

    [Fact]
    public void The_account_is_put_right_once_the_advance_is_there_and_then_two_look_at_that_one()
    {
        var story = ASmederij.Advanced().When(at => new PlanCompleted(at, s_granted)).When(at => new AccountCorrected(at, "ander"));
        story.ExpectRefused(Refusal.PaymentUnderWay);
        story.When(at => new PaymentMade(at, 1, s_day)).When(at => new ReleaseApproved(at, "anna", 1, "zegel"));
        story.When(at => new AccountCorrected(at, "ander")).Expect<IdeaState.Granted>().ReleasedFirstBy.ShouldBeNull();
        story.When(at => new ReleaseApproved(at, "bert", 1, "ander")).ExpectRefused(Refusal.AccountChangedSince);
        Release(story.ForgetEffects(), 2, "ander").Effects.OfType<IdeaEffect.OrderPayment>().ShouldHaveSingleItem().Payment.ShouldBe(3);
    }

    [Fact]
    public void A_rest_that_came_back_is_paid_to_another_account_and_never_twice()
    {
        var story = Ended().When(at => new PaymentReturned(at, 2, new Euro(25_150), "2026", "AC04"));
        var rest = story.Expect<IdeaState.Granted>();
        (rest.Phase, rest.Amount, rest.AccountKnown).ShouldBe((IdeaPhase.AwaitingRest, new Euro(25_150), false));
        story.When(at => new PaymentReturned(at, 2, new Euro(25_150), "2026", "AC04")).ExpectAlreadySo();
        Money(story).ShouldBe((25_150, 14_850, 0, 960_000));
        Release(story.When(at => new AccountGiven(at, "ander")).ForgetEffects(), 2, "ander")
            .Effects.OfType<IdeaEffect.OrderPayment>().ShouldHaveSingleItem().Payment.ShouldBe(3);
        Money(story).ShouldBe((0, 40_000, 0, 960_000));
    }

    [Fact]
    public void Both_payments_can_come_back_after_the_end_and_their_numbers_go_on()
    {
        var story = Ended().When(at => new PaymentReturned(at, 1, s_advance, "2026", "AC04"));
        story.Expect<IdeaState.Granted>().Amount.ShouldBe(s_advance);
        story.When(at => new PaymentReturned(at, 2, new Euro(25_150), "2026", "AC04"));
        var whole = story.Expect<IdeaState.Granted>();
        (whole.Amount, whole.NextPayment).ShouldBe((new Euro(40_000), 4));
        Money(story).ShouldBe((40_000, 0, 0, 960_000));
    }

    [Fact]
    public void Whose_account_is_not_known_any_more_is_asked_for_it_and_gets_no_rest_without()
    {
        var story = Paid().When(at => new PersonErased(at, "anna", ErasedPerson.Submitter, "Op verzoek"))
            .When(at => new PlanCompleted(at, s_granted));
        story.Expect<IdeaState.Granted>().AccountKnown.ShouldBeFalse();
        story.Mails.ShouldContain("AccountReminder to Submitter");
        story.ForgetMails().After(61).Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Completed);
        story.Mails.ShouldContain("RestLapsed to Submitter");
        Money(story).ShouldBe((0, 14_850, 0, 985_150));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Fallen_through_the_advance_comes_back_and_the_rest_is_for_others(bool byMunicipality)
    {
        var story = Paid().When(at => byMunicipality ? new Stopped(at, "anna", "Dit mag niet") : new MoneyGivenBack(at, "Het ging niet door"));
        story.Expect<IdeaState.Ended>().Refund!.Open.ShouldBe(s_advance);
        Money(story).ShouldBe((0, 0, 14_850, 985_150));
        story.Effects.ShouldContain(new IdeaEffect.OfferMoney());
    }

    [Fact]
    public void Fallen_through_before_the_advance_was_paid_nobody_owes_anything()
    {
        var story = ASmederij.Advanced().ForgetEffects().When(at => new MoneyGivenBack(at, "Het ging niet door"));
        story.Effects.ShouldContain(new IdeaEffect.CancelPayment(1, "Het ging niet door"));
        story.When(at => new PaymentReturned(at, 1, s_advance, "2026", "Het ging niet door")).Expect<IdeaState.Ended>().Refund.ShouldBeNull();
        Money(story).ShouldBe((0, 0, 0, 1_000_000));
    }

    [Fact]
    public void Stopped_while_the_rest_waits_what_was_paid_comes_back_and_the_rest_is_not_paid()
    {
        var story = Paid().When(at => new PlanCompleted(at, s_granted)).When(at => new Stopped(at, "anna", "De bonnen zijn vals"));
        story.Expect<IdeaState.Ended>().Refund!.Open.ShouldBe(s_advance);
        Money(story).ShouldBe((0, 0, 14_850, 985_150));
    }

    [Fact]
    public void A_plan_that_is_done_is_not_withdrawn_and_not_told_about_again()
    {
        Story Rest() => Paid().When(at => new PlanCompleted(at, s_granted));
        Rest().When(at => new Withdrawn(at)).ExpectRefused(Refusal.TooLateToWithdraw);
        Rest().When(at => new ProgressReported(at, "Het staat er")).ExpectRefused(Refusal.StepIsOver);
        Rest().When(at => new MoneyGivenBack(at, "Toch niet")).ExpectRefused(Refusal.StepIsOver);
    }

    [Fact]
    public void What_was_stored_while_an_idea_had_one_payment_knows_that_payment()
    {
        const string Stored = """
            {"id":"idee1","amount":45000,"state":{"staat":"afgelopen","outcome":"Completed","reasons":[],"eraseAt":"2027-03-02T08:00:00+00:00",
             "flowsBack":5000,"payment":1},"since":"2026-03-02T09:00:00+00:00"}
            """;
        var idea = JsonSerializer.Deserialize(Stored, DomainJson.Default.Idea)!;
        ((IdeaState.Ended)idea.State).Spent(idea.Amount).ShouldBe(new Euro(40_000));
        var back = new PaymentReturned(Story.Monday, 1, s_granted, "2026", "AC04");
        var money = new Circumstances(ASmederij.WithDefaults(), new Ledger(s_granted, Euro.Zero, s_granted));
        var again = IdeaDecider.Decide(idea, back, money).ShouldBeOfType<Decision<Idea, IdeaEffect, Refusal>.Accepted>();
        var rest = again.Item.State.ShouldBeOfType<IdeaState.Granted>();
        (rest.Amount, rest.NextPayment).ShouldBe((new Euro(40_000), 2));
    }

    /// <summary>
    /// Whatever people, banks and the clock do, in whatever order and however often: what was ordered and did not come back, with what is still
    /// reserved, is what the ledger says, and is never more than was granted. No payment has the number of another.
    /// </summary>
    [Fact]
    public void Paid_and_reserved_is_what_the_ledger_says_and_never_more_than_was_granted()
    {
        for (var seed = 0; seed < 400; seed++)
        {
            var random = new Random(seed);
            var settings = ASmederij.WithDefaults() with { Instalments = new(new Euro(random.Next(2) * 40_000), random.Next(1, 100)) };
            var story = ASmederij.Granted(settings);
            var orders = new Dictionary<int, (Euro Amount, bool Back)>();
            for (var step = 0; step < 40; step++)
            {
                var before = story.Effects.Count;
                story.When(at => Next(random, story, orders, at));
                if (random.Next(8) == 0)
                    story.After(random.Next(1, 40));
                foreach (var order in story.Effects.Skip(before).OfType<IdeaEffect.OrderPayment>())
                    orders.Add(order.Payment, (order.Amount, false));
                Check(story, orders, seed);
            }
        }
    }

    private static IdeaEvent Next(Random random, Story story, Dictionary<int, (Euro Amount, bool Back)> orders, DateTimeOffset at)
    {
        var corrections = (story.Idea.State as IdeaState.Granted)?.AccountCorrections ?? 0;
        var seal = (story.Idea.State as IdeaState.Granted)?.Account;
        var by = random.Next(2) == 0 ? "anna" : "bert";
        switch (random.Next(14))
        {
            case 0: return new AccountGiven(at, $"zegel{random.Next(3)}");
            case 1: return new AccountCorrected(at, $"zegel{random.Next(3)}");
            case 2 or 3 or 4: return new ReleaseApproved(at, by, corrections, seal);
            case 5 or 6 when orders.Count > 0:
                return new PaymentMade(at, orders.Keys.ElementAt(random.Next(orders.Count)), s_day);
            case 7 when orders.Count > 0 && random.Next(2) == 0:
                var number = orders.Keys.ElementAt(random.Next(orders.Count));
                var (amount, _) = orders[number];
                // Once residents paid a part back, a payment that comes back by itself is money twice: staff settle that.
                if (story.Idea.State is IdeaState.Ended { Refund: null, FlowsBack.Cents: > 0 } || story.Ledger.Returned > Euro.Zero)
                    goto default;
                orders[number] = (amount, true);
                return new PaymentReturned(at, number, amount, "2026", "AC04");
            case 8 or 9: return new PlanCompleted(at, new Euro(random.NextInt64(45_001)));
            case 10 when random.Next(4) == 0: return new MoneyGivenBack(at, "Het ging niet door");
            case 11 when random.Next(6) == 0: return new Stopped(at, by, "Dit mag niet");
            case 12 when random.Next(6) == 0: return new PersonErased(at, by, ErasedPerson.Submitter, "Op verzoek");
            case 13 when random.Next(4) == 0: return new Withdrawn(at);
            default: return new ProgressReported(at, "Het loopt");
        }
    }

    private static void Check(Story story, Dictionary<int, (Euro Amount, bool Back)> orders, int seed)
    {
        var paid = orders.Values.Where(order => !order.Back).Sum(order => order.Amount.Cents);
        var (reserved, released, toReceive, available) = Money(story);
        var isRight = released + toReceive == paid && reserved + paid <= s_granted.Cents && reserved + released + toReceive + available == 1_000_000
            && (story.Idea.State is not IdeaState.Ended || reserved == 0);
        if (!isRight)
            throw new ShouldAssertException($"Seed {seed}: {paid} cents are ordered, and the ledger has {Money(story)}.\n{story}");
    }

    private static (long Reserved, long Released, long ToReceive, long Available) Money(Story story) =>
        (story.Ledger.Reserved.Cents, story.Ledger.Released.Cents, story.Ledger.ToReceive.Cents, story.Ledger.Available.Cents);

    private static Story Paid() => ASmederij.Advanced().When(at => new PaymentMade(at, 1, s_day)).ForgetEffects();

    /// <summary>€ 400 of it, in two payments.</summary>
    private static Story Ended() =>
        Release(Paid().When(at => new PlanCompleted(at, new Euro(40_000))), 1).When(at => new PaymentMade(at, 2, s_day)).ForgetEffects();

    private static Story Release(Story story, int corrections, string seal = "zegel") =>
        story.When(at => new ReleaseApproved(at, "anna", corrections, seal)).When(at => new ReleaseApproved(at, "bert", corrections, seal));
}
