using System.Collections.Immutable;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class When_somebody_leaves_or_is_put_right
{
    [Fact]
    public void Who_leaves_counts_no_longer_at_once_and_is_forgotten_a_day_later()
    {
        var left = Decided(new MemberLeft(Ideas.Story.Monday, MemberRole.Organisation) { Key = "els" });
        left.Item.Group.Size.ShouldBe(0);
        left.Effects.ShouldContain(new PlanEffect.ForgetPerson(PlanAddressee.Member("els"), Ideas.Story.Monday.AddDays(1)));
    }

    [Fact]
    public void A_member_with_another_address_gets_the_link_there_and_stays_a_member()
    {
        var moved = Decided(new PersonCorrected(Ideas.Story.Monday, "anna", PlanPerson.Member, "Ander adres", NewAddress: true)
        {
            To = PlanAddressee.Member("els"),
        });
        moved.Item.Group.Size.ShouldBe(1);
        moved.Effects.ShouldBe([new PlanEffect.Tell(PlanMailKind.AddressCorrected, PlanAddressee.Member("els"))]);
    }

    [Fact]
    public void The_contact_of_a_partner_hears_of_it_and_is_asked_again_what_was_not_answered()
    {
        var fund = PlanAddressee.Partner("fonds");
        PlanEvent asked = new PartnerAsked(Ideas.Story.Monday, WorkingGroup, "fonds", PartnerKind.Fund, "Het Fonds", null);
        PlanEvent corrected = new PersonCorrected(Ideas.Story.Monday, "anna", PlanPerson.PartnerContact, "Ander adres", NewAddress: true)
        {
            To = fund,
        };
        var told = new PlanEffect.Tell(PlanMailKind.AddressCorrected, fund);
        After(asked, corrected).ShouldBe([told, new PlanEffect.Tell(PlanMailKind.PartnerAsked, fund)]);
        After(asked, new PartnerSpoke(Ideas.Story.Monday, "fonds", true, "Goed plan."), corrected).ShouldBe([told]);
    }

    [Fact]
    public void Everybody_with_another_address_hears_of_it_in_every_state()
    {
        PlanAddressee[] people = [PlanAddressee.Member("els"), PlanAddressee.Supporter("buur"), PlanAddressee.Partner("fonds")];
        foreach (var (name, arrange) in EveryPlanStateAndEvent.States)
        {
            foreach (var to in people)
            {
                var who = to.Role switch
                {
                    PlanRole.Member => PlanPerson.Member,
                    PlanRole.Partner => PlanPerson.PartnerContact,
                    _ => PlanPerson.Supporter,
                };
                var story = arrange();
                Accepted(PlanDecider.Decide(
                    story.Plan, new PersonCorrected(Ideas.Story.Monday, "anna", who, "Ander adres", NewAddress: true) { To = to }, Known))
                    .Effects.ShouldContain(new PlanEffect.Tell(PlanMailKind.AddressCorrected, to), $"{name}, {who}");
            }
        }
    }

    [Fact]
    public void A_plan_that_nobody_confirmed_yet_asks_again_and_nothing_of_it_stays_in_the_log()
    {
        var asked = Accepted(PlanDecider.Decide(PlanStory.Submitted().Plan, new ConfirmationAsked(Ideas.Story.Monday, "els"), Known));
        asked.Effects.ShouldBe([new PlanEffect.Tell(PlanMailKind.ConfirmPlan, PlanAddressee.Member("els"))]);
        asked.Logged.ShouldBeFalse();
        PlanDecider.Decide(APlan.Underway().Plan, new ConfirmationAsked(Ideas.Story.Monday, "els"), Known)
            .ShouldBeOfType<Decision<Plan, PlanEffect, PlanRefusal>.AlreadySo>();
    }

    [Fact]
    public void A_name_that_is_put_right_mails_nobody() =>
        Decided(new PersonCorrected(Ideas.Story.Monday, "anna", PlanPerson.Member, "Tikfout")).Effects.ShouldBeEmpty();

    private static PlanCircumstances Known => new(Ideas.ASmederij.WithDefaults());

    private static Decision<Plan, PlanEffect, PlanRefusal>.Accepted Decided(PlanEvent e) =>
        Accepted(PlanDecider.Decide(APlan.Underway().Plan, e, Known));

    /// <summary>What follows from the last of these.</summary>
    private static ImmutableArray<PlanEffect> After(params PlanEvent[] events) => events.Aggregate(
        (APlan.Underway().Plan, Effects: ImmutableArray<PlanEffect>.Empty),
        (before, e) => Accepted(PlanDecider.Decide(before.Plan, e, Known)) is var now ? (now.Item, now.Effects) : before).Effects;

    private static Decision<Plan, PlanEffect, PlanRefusal>.Accepted Accepted(Decision<Plan, PlanEffect, PlanRefusal> decision) =>
        decision.ShouldBeOfType<Decision<Plan, PlanEffect, PlanRefusal>.Accepted>();
}
