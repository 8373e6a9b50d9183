using Smederijen.Domain.Ideas;
using static Smederijen.Domain.Ideas.IdeaEvent;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class When_somebody_is_put_right
{
    [Fact]
    public void It_needs_a_reason() =>
        Story.Submitted().When(at => new PersonCorrected(at, "anna", KnownPerson.Submitter, " ")).ExpectRefused(Refusal.ReasonMissing);

    [Fact]
    public void At_the_same_address_nobody_is_mailed_again() =>
        Story.Submitted().ForgetMails().When(at => new PersonCorrected(at, "anna", KnownPerson.Submitter, "Tikfout")).Mails.ShouldBeEmpty();

    [Fact]
    public void At_another_address_the_submitter_hears_of_it_and_what_waits_goes_out_again()
    {
        Moved(Story.Submitted()).ShouldBe(["AddressCorrected to Submitter", "ConfirmSubmission to Submitter"]);
        Moved(Story.Submitted().Confirmed()).ShouldBe(["AddressCorrected to Submitter"]);
        Moved(ASmederij.Granted()).ShouldBe(["AddressCorrected to Submitter", "MoneyGranted to Submitter"]);
    }

    [Fact]
    public void The_submitter_hears_of_it_in_every_state()
    {
        foreach (var (name, arrange) in EveryStateAndEvent.States)
            Moved(arrange()).ShouldContain("AddressCorrected to Submitter", name);
    }

    [Fact]
    public void Who_still_has_to_confirm_support_is_asked_at_the_new_address_and_the_count_stays()
    {
        var story = Story.Submitted().Confirmed().Supported(2).ForgetMails()
            .When(at => new PersonCorrected(at, "anna", KnownPerson.Supporter, "Tikfout", NewAddress: true) { Key = "buur", IsAsked = true });
        story.Mails.ShouldBe(["AddressCorrected to Supporter:buur", "ConfirmSupport to Supporter:buur"]);
        story.Expect<IdeaState.GatheringSupport>().Supporters.ShouldBe(2);
    }

    [Fact]
    public void Who_supports_already_hears_of_it_and_has_nothing_to_confirm() => ASmederij.InReview().ForgetMails()
        .When(at => new PersonCorrected(at, "anna", KnownPerson.Supporter, "Tikfout", NewAddress: true) { Key = "buur" })
        .Mails.ShouldBe(["AddressCorrected to Supporter:buur"]);

    [Fact]
    public void The_log_holds_no_key_of_a_person()
    {
        IdeaEvent e = new PersonCorrected(Story.Monday, "anna", KnownPerson.Supporter, "Tikfout", NewAddress: true) { Key = "buur" };
        System.Text.Json.JsonSerializer.Serialize(e, DomainJson.Default.IdeaEvent).ShouldNotContain("buur");
    }

    private static IReadOnlyList<string> Moved(Story story) =>
        [.. story.ForgetMails().When(at => new PersonCorrected(at, "anna", KnownPerson.Submitter, "Ander adres", NewAddress: true)).Mails];
}
