using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_the_municipality_steps_in
{
    private static readonly Euro Grant = new(45_000);

    [Fact]
    public void An_idea_can_wait_until_somebody_has_looked_at_it()
    {
        var story = ASmederij.AwaitingLook();
        story.Mails.ShouldContain("LookRequest to Gebiedsregisseur");
        story.Expect<IdeaState.AwaitingLook>().WaitsFor.ShouldBe(Party.Gebiedsregisseur);
        story.When(at => new SupportConfirmed(at)).ExpectRefused(Refusal.NotYet);
        story.When(at => new LookedAt(at, "anna")).Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(0);
        story.Mails.ShouldContain("SupportStarted to Submitter");
    }

    [Fact]
    public void The_time_to_gather_support_begins_when_everybody_can_see_the_idea()
    {
        var story = ASmederij.AwaitingLook().After(20).When(at => new LookedAt(at, "anna"));
        story.Expect<IdeaState.GatheringSupport>().Term.Until.ShouldBeGreaterThan(story.Now.AddDays(27));
    }

    [Fact]
    public void Who_has_to_look_is_asked_again_and_again_and_silence_ends_nothing()
    {
        var story = ASmederij.AwaitingLook().ForgetMails().After(60);
        story.Mails.Count(mail => mail == "LookRequest to Gebiedsregisseur").ShouldBeGreaterThan(5);
        story.Expect<IdeaState.AwaitingLook>();
    }

    [Fact]
    public void Nobody_can_let_an_idea_be_seen_whose_submitter_did_not_confirm_it() =>
        Story.Submitted().When(at => new LookedAt(at, "anna")).ExpectRefused(Refusal.MailNotConfirmed);

    [Fact]
    public void Hiding_something_changes_nothing_in_where_the_idea_stands()
    {
        var story = ASmederij.Granted();
        var before = story.Idea;
        story.When(at => new PartHidden(at, "anna", "titel", "Er staat een naam in"));
        story.Idea.ShouldBe(before with { Revision = before.Revision + 1, PartsHidden = new HiddenParts(["titel"]) });
        story.When(at => new PartRestored(at, "anna", "titel", " ")).ExpectRefused(Refusal.ReasonMissing);
    }

    [Fact]
    public void It_is_known_what_is_hidden_until_it_is_shown_again_or_its_submitter_is_erased()
    {
        var story = ASmederij.Granted();
        story.When(at => new PartHidden(at, "anna", "titel", "Een naam")).When(at => new PartHidden(at, "anna", "titel", "Nog een naam"))
            .When(at => new PartHidden(at, "anna", "bestand-1", "Een gezicht"));
        story.Idea.PartsHidden.ShouldBe(new HiddenParts(["titel", "bestand-1"]));
        story.When(at => new PartRestored(at, "anna", "titel", "Het mag")).Idea.PartsHidden.ShouldBe(new HiddenParts(["bestand-1"]));
        story.When(at => new PersonErased(at, "anna", ErasedPerson.Submitter, "Op verzoek")).Idea.PartsHidden.ShouldBeNull();
        story.When(at => new PartRestored(at, "anna", "titel", "Het mag")).Idea.PartsHidden.ShouldBeNull();
    }

    [Fact]
    public void Also_of_an_idea_that_has_ended_something_can_be_hidden() =>
        Story.Submitted().After(10).When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand")).Expect<IdeaState.Ended>();

    [Fact]
    public void Whose_idea_is_hidden_as_a_whole_hears_it_and_hears_when_it_is_back()
    {
        var story = Story.Submitted().Confirmed().ForgetMails();
        story.When(at => new PartHidden(at, "anna", "titel", "Er staat een naam in")).Mails.ShouldBe(["PartHidden to Submitter"]);
        story.ForgetMails().When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand")).Mails.ShouldBe(["IdeaHidden to Submitter"]);
        story.When(at => new PartRestored(at, "anna", Whole, "Het is aangepast")).Mails.ShouldBe(["IdeaHidden to Submitter", "IdeaShownAgain to Submitter"]);
    }

    [Fact]
    public void What_nobody_can_read_nobody_supports_until_it_is_shown_again()
    {
        var story = Story.Submitted().Confirmed().When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand"));
        story.When(at => new SupportOffered(at, "buur")).ExpectRefused(Refusal.IdeaIsHidden);
        story.When(at => new SupportConfirmed(at)).ExpectRefused(Refusal.IdeaIsHidden);
        story.When(at => new ReminderAsked(at, "anna", "Een duwtje")).ExpectRefused(Refusal.IdeaIsHidden);
        story.When(at => new PartRestored(at, "anna", Whole, "Het is aangepast")).When(at => new SupportConfirmed(at))
            .Expect<IdeaState.GatheringSupport>().Confirmed.ShouldBe(1);
    }

    [Fact]
    public void The_time_to_gather_support_stands_still_while_nobody_can_read_the_idea()
    {
        var story = Story.Submitted().Confirmed();
        var until = story.Expect<IdeaState.GatheringSupport>().Term.Until;
        story.After(10).When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand")).ForgetMails().After(40).Mails.ShouldBeEmpty();
        story.Idea.StandsStill().ShouldBeTrue();
        story.When(at => new PartRestored(at, "anna", Whole, "Het is aangepast"))
            .Expect<IdeaState.GatheringSupport>().Term.Until.ShouldBe(until.AddDays(40));
        story.Idea.StandsStill().ShouldBeFalse();
    }

    [Theory]
    [InlineData("hide, pause, show, resume")]
    [InlineData("hide, pause, resume, show")]
    [InlineData("pause, hide, show, resume")]
    [InlineData("pause, hide, resume, show")]
    public void An_idea_that_is_both_hidden_and_paused_gets_each_day_back_once(string steps)
    {
        var story = Story.Submitted().Confirmed();
        var until = story.Expect<IdeaState.GatheringSupport>().Term.Until;
        foreach (var step in steps.Split(", "))
        {
            story.After(10).When(at => step switch
            {
                "hide" => new PartHidden(at, "anna", Whole, "Dit beledigt iemand"),
                "show" => new PartRestored(at, "anna", Whole, "Het is aangepast"),
                "pause" => new Paused(at, "anna", "Er loopt een vraag"),
                _ => new Resumed(at, "anna", "Het kan verder"),
            });
        }
        story.Expect<IdeaState.GatheringSupport>().Term.Until.ShouldBe(until.AddDays(30));
    }

    [Fact]
    public void An_idea_that_was_hidden_before_anybody_could_support_it_loses_no_time()
    {
        var story = ASmederij.AwaitingLook().When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand"))
            .After(20).When(at => new LookedAt(at, "bert"));
        var until = story.Expect<IdeaState.GatheringSupport>().Term.Until;
        story.After(5).When(at => new PartRestored(at, "anna", Whole, "Het is aangepast"))
            .Expect<IdeaState.GatheringSupport>().Term.Until.ShouldBe(until.AddDays(5));
    }

    [Fact]
    public void A_review_goes_on_while_everybody_else_cannot_read_the_idea()
    {
        var story = ASmederij.InReview().When(at => new PartHidden(at, "anna", Whole, "Dit beledigt iemand")).ForgetMails();
        story.After(20).Mails.ShouldNotBeEmpty();
    }

    [Fact]
    public void An_idea_that_is_stopped_tells_why_to_its_submitter()
    {
        var story = Story.Submitted().Confirmed().ForgetMails().When(at => new Stopped(at, "anna", "Dit mag niet"));
        var ended = story.Expect<IdeaState.Ended>();
        ended.Outcome.ShouldBe(IdeaPhase.Stopped);
        ended.Reasons.ShouldBe(["Dit mag niet"]);
        story.Mails.ShouldBe(["IdeaStopped to Submitter"]);
        story.When(at => new Stopped(at, "bert", " ")).ExpectAlreadySo();
    }

    [Fact]
    public void It_cannot_be_stopped_without_a_reason() =>
        Story.Submitted().Confirmed().When(at => new Stopped(at, "anna", "")).ExpectRefused(Refusal.ReasonMissing);

    [Fact]
    public void Money_that_was_promised_to_it_is_free_again()
    {
        var story = ASmederij.Granted();
        var available = story.Ledger.Available;
        story.When(at => new Stopped(at, "anna", "Dit mag niet"));
        story.Ledger.Available.ShouldBe(available + Grant);
        story.Effects.ShouldContain(new IdeaEffect.OfferMoney());
    }

    [Fact]
    public void Money_that_was_paid_to_it_has_to_come_back()
    {
        var story = ASmederij.Released().When(at => new Stopped(at, "anna", "Het geld werd anders besteed"));
        story.Expect<IdeaState.Ended>().Refund.ShouldNotBeNull().Open.ShouldBe(Grant);
        story.Mails.ShouldContain("MoneyFlowsBack to Staff");
    }

    [Fact]
    public void It_leaves_the_ballot_of_a_round_that_has_closed() =>
        ASmederij.Suitable().When(at => new PutToVote(at, "2026")).When(at => new Stopped(at, "anna", "Dit mag niet"))
            .Effects.ShouldContain(new IdeaEffect.LeaveRound("2026", ByMunicipality: true));

    [Fact]
    public void The_plan_of_a_working_group_is_not_stopped_by_way_of_its_idea() =>
        ASmederij.InReview().Advised("lid1", Domain.Ideas.Advice.LongTrack).Advised("lid2", Domain.Ideas.Advice.LongTrack)
            .When(at => new Stopped(at, "anna", "Dit mag niet")).ExpectRefused(Refusal.PlanOfAGroup);

    [Fact]
    public void Whoever_is_forgotten_as_submitter_leaves_no_files() =>
        Story.Submitted().Confirmed().ForgetMails().When(at => new PersonErased(at, "anna", ErasedPerson.Submitter, "Op verzoek"))
            .Effects.ShouldContain(new IdeaEffect.EraseSubmission());
}
