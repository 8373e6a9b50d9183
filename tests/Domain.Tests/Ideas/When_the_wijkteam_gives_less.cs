using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_the_wijkteam_gives_less
{
    private const string Why = "Het tweede bankje kan later";

    [Fact]
    public void The_idea_goes_on_for_the_lower_amount_and_what_was_asked_stays_known()
    {
        var story = ASmederij.InReview().ForgetMails().When(Lowered(200));

        story.Expect<IdeaState.InReview>();
        (story.Idea.Amount, story.Idea.Asked, story.Idea.Lowered).ShouldBe((new Euro(20_000), new Euro(45_000), new Lowering(new Euro(20_000), Why)));
        story.Mails.ShouldBe(["AmountLowered to Submitter"]);
    }

    [Fact]
    public void The_round_sets_the_lower_amount_apart()
    {
        var story = ASmederij.Suitable().When(Lowered(200)).When(at => new MoneyOffered(at, "2026"));

        story.Expect<IdeaState.Granted>().Amount.ShouldBe(new Euro(20_000));
        story.Ledger.Reserved.ShouldBe(new Euro(20_000));
    }

    [Fact]
    public void A_rolling_smederij_looks_at_once_whether_the_lower_amount_is_there()
    {
        ASmederij.Suitable().ForgetEffects().When(Lowered(200)).Effects.ShouldBe([new IdeaEffect.OfferMoney()]);
        ASmederij.Suitable(ASmederij.WithDefaults(rolling: false)).When(Lowered(200)).Effects.ShouldBeEmpty();
    }

    [Fact]
    public void It_is_always_lower_than_it_is_now_and_more_than_nothing()
    {
        var story = ASmederij.Suitable();
        story.When(Lowered(451)).ExpectRefused(Refusal.AmountNotLower);
        story.When(Lowered(0)).ExpectRefused(Refusal.AmountNotLower);
        story.When(Lowered(450)).ExpectAlreadySo();
        story.When(Lowered(300)).When(Lowered(301)).ExpectRefused(Refusal.AmountNotLower);
        story.When(Lowered(200)).Idea.Asked.ShouldBe(new Euro(45_000), "what was asked first");
    }

    [Fact]
    public void It_needs_a_reason() =>
        ASmederij.Suitable().When(at => new AmountLowered(at, "anna", new Euro(20_000), " ")).ExpectRefused(Refusal.ReasonMissing);

    [Fact]
    public void Nobody_lowers_it_before_the_wijkteam_has_it_nor_once_a_round_decides_about_it()
    {
        Story.Submitted().Confirmed().When(Lowered(200)).ExpectRefused(Refusal.NotYet);
        ASmederij.Suitable().When(at => new PutToVote(at, "2026")).When(Lowered(200)).ExpectRefused(Refusal.StepIsOver);
        ASmederij.Granted().When(Lowered(200)).ExpectRefused(Refusal.StepIsOver);
    }

    [Fact]
    public void A_slip_is_put_right_up_to_what_was_asked_and_never_above_it()
    {
        var story = ASmederij.Suitable().When(Lowered(20)).ForgetMails();

        story.When(Corrected(451)).ExpectRefused(Refusal.AmountAboveAsked);
        story.When(Corrected(200)).Idea.Lowered.ShouldBe(new Lowering(new Euro(20_000), Why));
        story.When(Corrected(450));

        (story.Idea.Amount, story.Idea.Asked, story.Idea.Lowered).ShouldBe((new Euro(45_000), null, null));
        story.Mails.ShouldBe(["AmountLowered to Submitter", "AmountLowered to Submitter"], "the submitter heard another amount");
    }

    [Fact]
    public void A_submitter_who_cannot_do_it_for_less_withdraws() =>
        ASmederij.Suitable().When(Lowered(200)).When(at => new Withdrawn(at)).Expect<IdeaState.Ended>().Outcome.ShouldBe(IdeaPhase.Withdrawn);

    private static Func<DateTimeOffset, IdeaEvent> Lowered(long euros) => at => new AmountLowered(at, "anna", new Euro(euros * 100), Why);

    private static Func<DateTimeOffset, IdeaEvent> Corrected(long euros) => at => new AmountCorrected(at, "anna", new Euro(euros * 100), "Tikfout");
}
