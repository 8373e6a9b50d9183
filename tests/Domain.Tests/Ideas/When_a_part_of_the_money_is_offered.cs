using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_a_part_of_the_money_is_offered
{
    private static readonly Euro s_asked = new(45_000);
    private static readonly Euro s_part = new(15_000);

    [Fact]
    public void It_is_set_apart_until_the_submitter_answers()
    {
        var story = ASmederij.Suitable().When(Offered());

        var offer = story.Expect<IdeaState.OfferedPart>();
        (offer.Amount, offer.WaitsFor).ShouldBe((s_part, Party.Submitter));
        story.Ledger.Reserved.ShouldBe(s_part);
        story.Idea.Amount.ShouldBe(s_asked);
        story.Mails.ShouldBe(["PartOffered to Submitter"]);
        story.When(Offered()).ExpectAlreadySo();
    }

    [Fact]
    public void The_ledger_offers_no_more_than_there_is()
    {
        var story = Story.Submitted(euros: 450, envelope: 149).Confirmed().Supported()
            .Advised("lid1", Advice.Suitable).Advised("lid2", Advice.Suitable).When(Offered());
        story.ExpectRefused(Refusal.TooLittleMoney).Expect<IdeaState.Suitable>();
        story.When(at => new PartOffered(at, "2026", s_asked)).ExpectRefused(Refusal.OutcomeNotPossible);
        story.When(at => new PartOffered(at, "2026", Euro.Zero)).ExpectRefused(Refusal.OutcomeNotPossible);
    }

    [Fact]
    public void Who_accepts_it_gets_it_and_the_round_looks_whether_more_is_left()
    {
        var story = ASmederij.PartOffered().When(Accepted(s_part));

        story.Expect<IdeaState.Granted>().Amount.ShouldBe(s_part);
        (story.Idea.Amount, story.Idea.Asked).ShouldBe((s_part, s_asked));
        story.Ledger.Reserved.ShouldBe(s_part);
        story.Mails.ShouldBe(["MoneyGranted to Submitter"]);
        story.Effects.ShouldBe([new IdeaEffect.OfferRest("2026")]);
    }

    [Fact]
    public void What_the_wijkteam_gives_at_most_does_not_hide_what_was_asked()
    {
        var story = ASmederij.Suitable().When(at => new AmountLowered(at, "anna", new Euro(30_000), "Minder kan ook"))
            .When(Offered()).When(Accepted(s_part));
        (story.Idea.Amount, story.Idea.Asked).ShouldBe((s_part, s_asked));
    }

    [Fact]
    public void Accepting_says_what_changes_in_the_plan_and_is_for_the_amount_that_was_seen()
    {
        ASmederij.PartOffered().When(at => new PartAccepted(at, s_part, "  ")).ExpectRefused(Refusal.PlanMissing);
        ASmederij.PartOffered().When(Accepted(new Euro(20_000))).ExpectRefused(Refusal.OfferChangedSince);
        ASmederij.PartOffered().When(at => new PartDeclined(at, new Euro(20_000))).ExpectRefused(Refusal.OfferChangedSince);
    }

    [Fact]
    public void Who_declines_frees_it_for_the_next_and_gets_no_part_of_this_round_again()
    {
        var story = ASmederij.PartOffered().When(at => new PartDeclined(at, s_part));

        story.Expect<IdeaState.Suitable>().NoPartIn.ShouldBe("2026");
        story.Ledger.Available.ShouldBe(new Euro(1_000_000));
        story.Mails.ShouldBeEmpty();
        story.Effects.ShouldBe([new IdeaEffect.OfferRest("2026")]);
        story.When(Offered()).ExpectAlreadySo();
        story.When(at => new PartOffered(at, "2027", s_part)).Expect<IdeaState.OfferedPart>();
        ASmederij.PartOffered().When(at => new PartDeclined(at, s_part)).When(at => new MoneyOffered(at, "2026")).Expect<IdeaState.Granted>()
            .Amount.ShouldBe(s_asked, "all of it is another matter");
    }

    [Fact]
    public void Silence_is_reminded_once_and_declines_after_the_days_of_the_settings()
    {
        var story = ASmederij.PartOffered().After(13);
        story.Expect<IdeaState.OfferedPart>();
        story.Mails.ShouldBe(["PartReminder to Submitter"]);

        story.After(2).Expect<IdeaState.Suitable>().NoPartIn.ShouldBe("2026");

        story.Mails.ShouldBe(["PartReminder to Submitter", "PartLapsed to Submitter"]);
        story.Ledger.Reserved.ShouldBe(Euro.Zero);
        story.Effects.ShouldBe([new IdeaEffect.OfferRest("2026")]);
    }

    [Fact]
    public void In_a_closed_round_it_waits_for_the_decision_again()
    {
        var story = ASmederij.Suitable().When(at => new CarriedOver(at, "2026")).When(at => new PutToVote(at, "2026")).When(Offered());
        var before = story.Expect<IdeaState.OfferedPart>();

        story.When(at => new PartDeclined(at, s_part)).Expect<IdeaState.Suitable>()
            .ShouldBe(new IdeaState.Suitable(before.CarriedOverTo, "2026", "2026"));
        story.When(at => new MoneyDenied(at, "2026", "Er was niet genoeg geld")).Expect<IdeaState.Ended>();
    }

    [Fact]
    public void An_idea_that_stops_frees_it()
    {
        foreach (var end in (Func<DateTimeOffset, IdeaEvent>[])[at => new Withdrawn(at), at => new Stopped(at, "anna", "Dit mag niet")])
        {
            var story = ASmederij.PartOffered().When(end);
            story.Expect<IdeaState.Ended>();
            story.Ledger.Reserved.ShouldBe(Euro.Zero);
            story.Effects.ShouldBe([new IdeaEffect.OfferRest("2026")]);
        }
    }

    [Fact]
    public void When_there_is_money_for_all_of_it_after_all_it_gets_all()
    {
        var story = ASmederij.PartOffered().When(at => new MoneyOffered(at, "2026"));
        story.Expect<IdeaState.Granted>().Amount.ShouldBe(s_asked);
        story.Ledger.Reserved.ShouldBe(s_asked);

        var poor = Story.Submitted(euros: 450, envelope: 449).Confirmed().Supported()
            .Advised("lid1", Advice.Suitable).Advised("lid2", Advice.Suitable).When(Offered()).When(at => new MoneyOffered(at, "2026"));
        poor.ExpectAlreadySo().Expect<IdeaState.OfferedPart>();
    }

    [Fact]
    public void Its_amount_stays_as_it_is_meanwhile_and_staff_give_more_days()
    {
        ASmederij.PartOffered().When(at => new AmountCorrected(at, "anna", new Euro(10_000), "Tikfout")).ExpectRefused(Refusal.StepIsOver);
        ASmederij.PartOffered().When(at => new AmountLowered(at, "anna", new Euro(10_000), "Minder")).ExpectRefused(Refusal.StepIsOver);
        ASmederij.PartOffered().When(at => new TermExtended(at, "anna", at.AddDays(60), "Vakantie")).After(59).Expect<IdeaState.OfferedPart>();
    }

    private static Func<DateTimeOffset, IdeaEvent> Offered() => at => new PartOffered(at, "2026", s_part);

    private static Func<DateTimeOffset, IdeaEvent> Accepted(Euro amount) => at => new PartAccepted(at, amount, "Eén bankje in plaats van drie");
}
