using System.Collections.Immutable;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class The_whole_table_of_plans()
    : The_whole_table_of<PlanStory, Plan, PlanEvent, PlanEffect, PlanRefusal>(
        "a plan", "plan-states", "Plans/plan-", width: 34, PlanJson.Default.Plan, PlanJson.Default.PlanEvent, PlanJson.Default.PlanEffect)
{
    protected override IReadOnlyList<(string Name, Func<PlanStory> Arrange)> States => EveryPlanStateAndEvent.States;

    protected override IReadOnlyList<(string Name, Func<DateTimeOffset, PlanEvent> Happening)> Events { get; } =
        [.. EveryPlanStateAndEvent.Events.Select(happening => (NameOf(happening(Ideas.Story.Monday), Ideas.Story.Monday), happening))];

    protected override ImmutableArray<PlanEffect> Effects { get; } =
    [
        new PlanEffect.Tell(PlanMailKind.PartnerAsked, PlanAddressee.Partner("fonds")), new PlanEffect.AskStuurgroep("start", 1),
        new PlanEffect.EndIdea("idee1", LongTrackOutcome.Complete, "Het staat er."),
        new PlanEffect.ForgetPerson(PlanAddressee.Supporter("buur"), Ideas.Story.Monday), new PlanEffect.ForgetEverybody(),
        new PlanEffect.CompareSupporters(),
    ];

    protected override IEnumerable<string> Begins => ["AwaitingConfirmation: Submitted", "Underway: OpenedFromIdea"];

    protected override IEnumerable<Enum> Ends => [PlanPhase.Completed, PlanPhase.Stopped, PlanPhase.NeverConfirmed];

    protected override Enum PhaseOf(Plan item) => item.State.Phase;

    protected override IEnumerable<string> Changes(PlanStory story, Plan before, Ledger money)
    {
        if (story.Plan.WaitsFor != before.WaitsFor)
            yield return $"waits for {story.Plan.WaitsFor}";
    }

    private static string NameOf(PlanEvent e, DateTimeOffset now) => e switch
    {
        TermPassed when e.At > now => "TermPassed, when due",
        TermPassed => "TermPassed, too early",
        MilestoneSet { Reason: not null } => "MilestoneSet, changed",
        PartnerAsked { Asked: null } => "PartnerAsked for support",
        PartnerAsked => "PartnerAsked for money",
        MoneyReceived { Partner: "ronde" } => "MoneyReceived of a round",
        MomentNamed { Reason: not null } => "MomentNamed, changed",
        DecisionAsked { Text: not null } a => $"DecisionAsked {a.Moment}, changed",
        DecisionAsked a => $"DecisionAsked {a.Moment}",
        StuurgroepDecided d => $"StuurgroepDecided {d.Outcome}, ask {d.Ask}",
        PersonErased p => $"PersonErased {p.Who}",
        PersonCorrected p => $"PersonCorrected {p.Who}{(p.NewAddress ? ", new address" : "")}",
        _ => e.GetType().Name,
    };
}
