using System.Text;
using System.Text.Json;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Plans;
using static Smederijen.Domain.Plans.PlanEvent;
using static Smederijen.Domain.Tests.Plans.EveryPlanStateAndEvent;

namespace Smederijen.Domain.Tests.Plans;

public sealed class The_whole_table_of_plans
{
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
            text.Append(JsonSerializer.Serialize(effect, PlanJson.Default.PlanEffect)).Append('\n');
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
