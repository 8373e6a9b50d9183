using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

/// <summary>One example of every state of a plan, in its variants that matter, and of every event: the axes of the table.</summary>
internal static class EveryPlanStateAndEvent
{
    public static IReadOnlyList<(string Name, Func<PlanStory> Arrange)> States { get; } =
    [
        ("AwaitingConfirmation", () => PlanStory.Submitted()),
        ("Underway", APlan.Underway),
        ("Underway, from an idea", PlanStory.FromIdea),
        ("Underway, with partners", APlan.WithPartners),
        ("Underway, milestone late", () => APlan.WithMilestone(1).After(3).ForgetEffects()),
        ("Underway, nobody left", () => APlan.Underway().When(at => new MemberLeft(at, MemberRole.Organisation)).ForgetEffects()),
        ("Underway, start settled", () => APlan.AskedStuurgroep().Decided(StuurgroepOutcome.GoOn).ForgetEffects()),
        ("Underway, paused", () => APlan.WithMilestone().When(at => new Paused(at, "anna", "De grond is nog niet vrij."))),
        ("AwaitingStuurgroep", () => APlan.AskedStuurgroep()),
        ("BackAtGroup", APlan.SentBack),
        ("Completed", APlan.Completed),
        ("Stopped", APlan.Stopped),
        ("NeverConfirmed", APlan.NeverConfirmed),
    ];

    public static IReadOnlyList<Func<DateTimeOffset, PlanEvent>> Events { get; } =
    [
        at => new Submitted(at, APlan.Euros(100), MemberRole.Resident),
        at => new OpenedFromIdea(at, APlan.Euros(100), 5),
        at => new SubmissionConfirmed(at),
        at => new TermPassed(at),
        at => new TermPassed(at.AddYears(5)),
        at => new MemberInvited(at, "els"),
        at => new MemberJoined(at, MemberRole.Professional),
        at => new MemberLeft(at, MemberRole.Organisation),
        at => new NewsPosted(at, "De architect tekent.", "f1"),
        at => new CostEstimated(at, WorkingGroup, APlan.Euros(120_000), "Het hout is duurder."),
        at => new SupportOffered(at, "buur"),
        at => new SupportConfirmed(at),
        at => new MilestoneSet(at, WorkingGroup, "dak", "Het dak ligt erop", new DateOnly(2032, 5, 1)),
        at => new MilestoneSet(at, WorkingGroup, "tekening", "De tekening is klaar", new DateOnly(2032, 5, 1), "De architect was ziek."),
        at => new MilestoneReached(at, "anna", "tekening", new DateOnly(2026, 3, 2)),
        at => new MilestoneDropped(at, WorkingGroup, "tekening", "Niet nodig"),
        at => new PartnerAsked(at, WorkingGroup, "fonds", PartnerKind.Fund, "Het Fonds", APlan.Euros(8_000)),
        at => new PartnerAsked(at, WorkingGroup, "politie", PartnerKind.Professional, "De politie"),
        at => new RoundIdeaLinked(at, "ronde", "idee7", "Een keuken"),
        at => new PartnerDropped(at, "anna", "fonds", "Verkeerd adres"),
        at => new PartnerSpoke(at, "fonds", true, "Goed voor ouderen."),
        at => new MoneyPromised(at, "fonds", APlan.Euros(7_000), "brief.pdf"),
        at => new MoneyRefused(at, "fonds", "Geen budget"),
        at => new MoneyReceived(at, "anna", "fonds", APlan.Euros(8_000), "afschrift.pdf"),
        at => new MoneyReceived(at, "anna", "ronde", APlan.Euros(450), "afschrift.pdf"),
        at => new MomentNamed(at, WorkingGroup, "bouw", "Voor de bouw", new DateOnly(2032, 5, 1)),
        at => new MomentNamed(at, WorkingGroup, "start", "Het begin", Reason: "Duidelijker"),
        at => new MomentDropped(at, "anna", "start", "Niet nodig"),
        at => new DecisionAsked(at, WorkingGroup, "start"),
        at => new DecisionAsked(at, WorkingGroup, "start", "Er is een lift bij."),
        at => new DecisionAsked(at, "anna", "bouw"),
        at => new StuurgroepDecided(at, "start", 1, StuurgroepOutcome.GoOn, ["Ja"]),
        at => new StuurgroepDecided(at, "start", 1, StuurgroepOutcome.Change, ["Met een lift"]),
        at => new StuurgroepDecided(at, "start", 1, StuurgroepOutcome.Stop, ["Geen steun"]),
        at => new StuurgroepDecided(at, "start", 2, StuurgroepOutcome.GoOn, ["Ja"]),
        at => new DecisionLapsed(at, "start", 1, "Te weinig stemmen"),
        at => new Completed(at, WorkingGroup, "Het staat er.", "f2"),
        at => new Stopped(at, "anna", "Geen grond."),
        at => new ReminderAsked(at, "anna", "Hoe gaat het?"),
        at => new Paused(at, "anna", "De grond is nog niet vrij."),
        at => new Resumed(at, "anna", "De grond is vrij."),
        at => new NoteWritten(at, "anna"),
        at => new SentByLetter(at, "anna", PlanMailKind.PartnerAsked, "Mailadres werkt niet"),
        at => new PersonErased(at, "anna", PlanPerson.Member, "Op verzoek", MemberRole.Organisation),
        at => new PersonErased(at, "anna", PlanPerson.Supporter, "Op verzoek"),
        at => new PersonErased(at, "anna", PlanPerson.PartnerContact, "Op verzoek"),
    ];
}
