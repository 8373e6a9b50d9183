using FsCheck;
using FsCheck.Fluent;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Tests.Plans.APlan;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_partners_are_asked
{
    private static Contribution Money(PlanStory story, string partner) => story.Plan.FindPartner(partner)!.Money!;

    [Fact]
    public void Each_gets_a_link_and_promises_or_refuses_itself()
    {
        var story = Underway().Asked("fonds");
        story.Mails.ShouldBe(["PartnerAsked to Partner:fonds"]);
        story.Promised("fonds", 8_000);
        Money(story, "fonds").Promised.ShouldBe(new Step(Euros(8_000), story.Now));
        story.Mails.ShouldContain("PartnerAnswered to WorkingGroup");
    }

    [Fact]
    public void A_promise_can_change_and_be_taken_back_until_money_came_in()
    {
        var story = Underway().Asked("fonds").Promised("fonds", 8_000).Promised("fonds", 9_000);
        Money(story, "fonds").Promised!.Amount.ShouldBe(Euros(9_000));
        story.When(at => new MoneyRefused(at, "fonds", "Er is geen budget meer."));
        Money(story, "fonds").RefusedBecause.ShouldBe("Er is geen budget meer.");
        story.Promised("fonds", 5_000).Received("fonds", 2_000).Promised("fonds", 1_000).ExpectRefused(PlanRefusal.BelowWhatCameIn);
        story.When(at => new MoneyRefused(at, "fonds", "Toch niet.")).ExpectRefused(PlanRefusal.MoneyCameIn);
    }

    [Fact]
    public void Money_comes_in_in_parts_each_with_its_proof_and_never_above_the_promise()
    {
        var story = Underway().Asked("fonds");
        story.Received("fonds", 1).ExpectRefused(PlanRefusal.AboveThePromise);
        story.Promised("fonds", 8_000).Received("fonds", 3_000, "een.pdf").Received("fonds", 5_000, "twee.pdf");
        Money(story, "fonds").Received.ShouldBe(new Step(Euros(8_000), story.Now, "twee.pdf"));
        story.Received("fonds", 5_000, "twee.pdf").ExpectAlreadySo();
        story.When(at => new MoneyReceived(at, WorkingGroup, "fonds", new Euro(1), "drie.pdf")).ExpectRefused(PlanRefusal.AboveThePromise);
    }

    [Fact]
    public void What_the_group_collects_itself_needs_no_promise()
    {
        var story = Underway().Asked("markt", PartnerKind.OwnActions, 500);
        story.Mails.ShouldBeEmpty();
        story.Received("markt", 620);
        PlanMoney.Of([Money(story, "markt")]).ShouldBe(new PlanMoney(Euros(500), Euros(620), Euros(620)));
        story.Promised("markt", 700).ExpectRefused(PlanRefusal.UnknownPartner);
    }

    [Fact]
    public void Money_of_a_round_can_never_be_typed_in()
    {
        Underway().Asked("smederij", PartnerKind.Round).ExpectRefused(PlanRefusal.MoneyOfARound);
        WithPartners().Promised("ronde", 500).ExpectRefused(PlanRefusal.MoneyOfARound);
        WithPartners().Received("ronde", 500).ExpectRefused(PlanRefusal.MoneyOfARound);
        WithPartners().Plan.FindPartner("ronde")!.Money.ShouldBeNull();
    }

    [Fact]
    public void What_a_round_gives_is_what_the_state_of_its_idea_says()
    {
        Amounts(Ideas.ASmederij.Suitable()).ShouldBe((450, 0, 0));
        Amounts(Ideas.ASmederij.Granted()).ShouldBe((450, 450, 0));
        Amounts(Ideas.ASmederij.PartOffered()).ShouldBe((450, 0, 0));
        Amounts(Ideas.ASmederij.PartOffered().When(at => new IdeaEvent.PartAccepted(at, Euros(150), "Een kleinere keuken"))).ShouldBe((450, 150, 0));
        Amounts(Ideas.ASmederij.Released()).ShouldBe((450, 450, 450));
        Amounts(Ideas.ASmederij.Released().When(at => new IdeaEvent.PlanCompleted(at, Euros(400)))).ShouldBe((450, 450, 400));
        Amounts(Ideas.ASmederij.Released().When(at => new IdeaEvent.MoneyGivenBack(at, "Het gaat niet door."))).ShouldBe((0, 0, 0));
        Amounts(Ideas.ASmederij.Suitable().When(at => new IdeaEvent.MoneyDenied(at, "2026", "Te weinig stemmen"))).ShouldBe((0, 0, 0));
    }

    [Fact]
    public void One_idea_asks_once() => WithPartners().When(at => new RoundIdeaLinked(at, "nog-een", "idee7", "Een keuken")).ExpectAlreadySo();

    [Fact]
    public void A_partner_says_yes_or_no_with_a_reason_and_its_last_word_counts()
    {
        var story = Underway().Asked("school", PartnerKind.Professional, null);
        story.When(at => new PartnerSpoke(at, "school", true, "")).ExpectRefused(PlanRefusal.ReasonMissing);
        story.When(at => new PartnerSpoke(at, "school", false, "Het is te ver lopen."));
        story.When(at => new PartnerSpoke(at, "school", true, "Met een stoep erbij wel."));
        story.Plan.FindPartner("school")!.Voice.ShouldBe(new Opinion(true, "Met een stoep erbij wel.", story.Now));
        story.When(at => new PartnerSpoke(at, "school", true, "Met een stoep erbij wel.")).ExpectAlreadySo();
        story.Promised("school", 10).ExpectRefused(PlanRefusal.NothingAsked);
    }

    [Fact]
    public void Whatever_people_type_what_came_in_was_promised()
    {
        var step = Gen.Elements("ask", "promise", "refuse", "receive").SelectMany(_ => Gen.Choose(0, 30), (what, euros) => (what, euros));
        var all = Prop.ForAll(step.ListOf().ToArbitrary(), steps =>
        {
            var story = Underway();
            foreach (var (i, (what, euros)) in steps.Index())
            {
                _ = what switch
                {
                    "ask" => story.Asked("fonds", euros: euros),
                    "promise" => story.Promised("fonds", euros),
                    "refuse" => story.When(at => new MoneyRefused(at, "fonds", "Nee.")),
                    _ => story.Received("fonds", euros, $"{i}.pdf"),
                };
                if (story.Plan.FindPartner("fonds")?.Money is { Received: { } received } money)
                    received.Amount.ShouldBeLessThanOrEqualTo(money.Promised!.Amount, story.ToString());
            }
        });
        all.QuickCheckThrowOnFailure();
    }

    private static (long, long, long) Amounts(Ideas.Story idea)
    {
        var money = PlanMoney.Of([Contribution.Of(idea.Idea)]);
        return (money.Asked.Cents / 100, money.Promised.Cents / 100, money.Received.Cents / 100);
    }
}
