using System.Text;
using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class The_whole_table_of_plans
{
    private static readonly (string Name, Func<PlanStory> Arrange)[] States =
    [
        ("AwaitingConfirmation", () => PlanStory.Submitted()),
        ("Underway", APlan.Underway),
        ("Underway, from an idea", PlanStory.FromIdea),
        ("Underway, with partners", APlan.WithPartners),
        ("Underway, milestone late", () => APlan.WithMilestone(1).After(3).ForgetMails()),
        ("Underway, nobody left", () => APlan.Underway().When(at => new MemberLeft(at, MemberRole.Organisation)).ForgetMails()),
        ("Underway, start settled", () => APlan.AskedStuurgroep().Decided(StuurgroepOutcome.GoOn).ForgetMails()),
        ("AwaitingStuurgroep", () => APlan.AskedStuurgroep()),
        ("BackAtGroup", APlan.SentBack),
        ("Completed", APlan.Completed),
        ("Stopped", APlan.Stopped),
        ("NeverConfirmed", APlan.NeverConfirmed),
    ];

    private static readonly Func<DateTimeOffset, PlanEvent>[] Events =
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
        at => new PersonErased(at, "anna", PlanPerson.Member, "Op verzoek", MemberRole.Organisation),
        at => new PersonErased(at, "anna", PlanPerson.Supporter, "Op verzoek"),
        at => new PersonErased(at, "anna", PlanPerson.PartnerContact, "Op verzoek"),
    ];

    [Fact]
    public void Every_state_answers_every_event_as_approved()
    {
        var table = new StringBuilder();
        foreach (var (name, arrange) in States)
        {
            table.Append('\n').Append(name).Append('\n');
            foreach (var happening in Events)
            {
                var (story, before, e) = Lived(arrange, happening);
                table.Append($"  {NameOf(e, story.Now),-34} {Describe(story, before)}\n");
            }
        }
        Approved.Matches(table.ToString(), "plan-state-event-table");
    }

    [Fact]
    public void The_diagram_in_the_docs_is_drawn_from_the_same_code()
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal)
        {
            "    [*] --> AwaitingConfirmation: Submitted", "    [*] --> Underway: OpenedFromIdea",
            "    Completed --> [*]", "    Stopped --> [*]", "    NeverConfirmed --> [*]",
        };
        foreach (var (_, arrange) in States)
        {
            foreach (var happening in Events)
            {
                var (story, before, e) = Lived(arrange, happening);
                if (story.Plan.State.Phase != before.State.Phase)
                    edges.Add($"    {before.State.Phase} --> {story.Plan.State.Phase}: {NameOf(e, story.Now)}");
            }
        }
        Approved.MatchesFile(
            "# The states of a plan\n\nDrawn by a test from the decider; approved together with the table of every state and event.\n\n"
            + "```mermaid\nstateDiagram-v2\n" + string.Join("\n", edges) + "\n```",
            "../../../docs/plan-states.md");
    }

    [Fact]
    public void What_is_stored_keeps_its_names()
    {
        var text = new StringBuilder();
        foreach (var (name, arrange) in States)
        {
            var json = JsonSerializer.Serialize(arrange().Plan, PlanJson.Default.Plan);
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, PlanJson.Default.Plan), PlanJson.Default.Plan).ShouldBe(json);
            text.Append(name).Append(": ").Append(json).Append('\n');
        }
        foreach (var json in Events.Select(happening => JsonSerializer.Serialize(happening(Ideas.Story.Monday), PlanJson.Default.PlanEvent)))
        {
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, PlanJson.Default.PlanEvent), PlanJson.Default.PlanEvent).ShouldBe(json);
            text.Append(json).Append('\n');
        }
        PlanEffect[] effects =
        [
            new PlanEffect.Tell(PlanMailKind.PartnerAsked, PlanAddressee.Partner("fonds")), new PlanEffect.AskStuurgroep("start", 1),
            new PlanEffect.EndIdea("idee1", LongTrackOutcome.Complete, "Het staat er."),
            new PlanEffect.ForgetPerson(PlanAddressee.Supporter("buur"), Ideas.Story.Monday), new PlanEffect.ForgetEverybody(),
        ];
        foreach (var effect in effects)
            text.Append(JsonSerializer.Serialize<Effect>(new Effect.OfPlan(effect), DomainJson.Default.Effect)).Append('\n');
        Approved.Matches(text.ToString(), "plan-storage-contract");
    }

    private static (PlanStory Story, Plan Before, PlanEvent Event) Lived(Func<PlanStory> arrange, Func<DateTimeOffset, PlanEvent> happening)
    {
        var story = arrange();
        var before = story.Plan;
        var e = happening(story.Now);
        story.ForgetMails();
        return (story.When(_ => e), before, e);
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
        _ => e.GetType().Name,
    };

    private static string Describe(PlanStory story, Plan before) => story.Last switch
    {
        PlanDecision.Refused refused => $"refused: {refused.Reason}",
        PlanDecision.AlreadySo => "already so",
        _ => string.Join("; ", Changes(story, before)),
    };

    private static IEnumerable<string> Changes(PlanStory story, Plan before)
    {
        yield return story.Plan.State.Phase == before.State.Phase ? "stays" : $"-> {story.Plan.State.Phase}";
        if (story.Plan.WaitsFor != before.WaitsFor)
            yield return $"waits for {story.Plan.WaitsFor}";
        foreach (var effect in story.Mails.Concat(story.OtherEffects.Select(effect => effect.GetType().Name)))
            yield return effect;
    }
}
