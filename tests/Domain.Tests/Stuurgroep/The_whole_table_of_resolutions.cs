using System.Text;
using System.Text.Json;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Stuurgroep.ResolutionEvent;
using static Smederijen.Domain.Tests.Stuurgroep.ResolutionStory;

namespace Smederijen.Domain.Tests.Stuurgroep;

public sealed class The_whole_table_of_resolutions
{
    private static readonly (string Name, Func<ResolutionStory> Arrange)[] States =
    [
        ("Draft", () => Drafted()),
        ("Open", () => Open()),
        ("Open, five for, one with an interest", () => Open().Say(Voice.For, 1, 5).Excused(8, 8)),
        ("Open, extended", () => Open().After(22)),
        ("Open, about a plan", () => AboutAPlan()),
        ("Decided, adopted", () => Open().Say(Voice.For, 1, 6)),
        ("Decided, the plan stops", () => AboutAPlan().Say(Voice.Stop, 1, 6)),
        ("Lapsed", () => Open().After(50)),
        ("Withdrawn", () => Open().When(at => new WithdrawnByStaff(at, "anna", "Er is meer geld."))),
    ];

    private static readonly (string Name, Func<DateTimeOffset, ResolutionEvent> Happening)[] Events =
    [
        ("Drafted", at => new Drafted(at, "anna", TwoSmederijen)),
        ("MomentAsked", at => new MomentAsked(at, new("alteveer", "plan1", "1"))),
        ("Amended, the same", at => new Amended(at, "anna", TwoSmederijen)),
        ("Amended, does not add up", at => new Amended(at, "anna", TwoSmederijen with { Lines = [] })),
        ("PutToSeats", at => new PutToSeats(at, "anna")),
        ("VoiceGiven, for", at => new VoiceGiven(at, "zetel7", false, Voice.For)),
        ("VoiceGiven, abstain", at => new VoiceGiven(at, "zetel1", true, Voice.Abstain)),
        ("VoiceGiven, against", at => new VoiceGiven(at, "zetel1", false, Voice.Against, "Oneerlijk")),
        ("VoiceGiven, against without reason", at => new VoiceGiven(at, "zetel7", false, Voice.Against)),
        ("VoiceGiven, stop", at => new VoiceGiven(at, "zetel1", false, Voice.Stop, "Te duur")),
        ("VoiceGiven, by a stranger", at => new VoiceGiven(at, "zetel11", false, Voice.For)),
        ("ConflictDeclared", at => new ConflictDeclared(at, "zetel8", false)),
        ("HandedToDeputy", at => new HandedToDeputy(at, "anna", "zetel6")),
        ("MomentCame, too early", at => new MomentCame(at)),
        ("MomentCame, reminder", at => new MomentCame(at.AddDays(15))),
        ("MomentCame, end", at => new MomentCame(at.AddDays(30))),
        ("WithdrawnByStaff", at => new WithdrawnByStaff(at, "anna", "Fout bedrag")),
        ("WithdrawnByStaff, without reason", at => new WithdrawnByStaff(at, "anna", " ")),
        ("SentByLetter", at => new SentByLetter(at, "anna", "Mailadres werkt niet")),
    ];

    [Fact]
    public void Every_state_answers_every_event_as_approved()
    {
        var table = new StringBuilder();
        foreach (var (state, arrange) in States)
        {
            table.Append('\n').Append(state).Append('\n');
            foreach (var (e, happening) in Events)
            {
                var before = arrange().ForgetEffects();
                var phase = before.Resolution.State.Phase;
                table.Append($"  {e,-36} {Describe(before.When(happening), phase)}\n");
            }
        }
        Approved.Matches(table.ToString(), "resolution-state-event-table");
    }

    [Fact]
    public void The_diagram_in_the_docs_is_drawn_from_the_same_code()
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal)
        {
            "    [*] --> Draft: Drafted", "    [*] --> Open: MomentAsked", "    Decided --> [*]", "    Lapsed --> [*]", "    Withdrawn --> [*]",
        };
        foreach (var (_, arrange) in States)
        {
            foreach (var (e, happening) in Events)
            {
                var before = arrange();
                var phase = before.Resolution.State.Phase;
                if (before.When(happening).Resolution.State.Phase is var after && after != phase)
                    edges.Add($"    {phase} --> {after}: {e}");
            }
        }
        Approved.MatchesFile(
            "# The states of a resolution of the stuurgroep\n\nDrawn by a test from the decider; approved together with the table of every state and event.\n\n"
            + "```mermaid\nstateDiagram-v2\n" + string.Join("\n", edges) + "\n```",
            "../../../docs/resolution-states.md");
    }

    [Fact]
    public void What_is_stored_keeps_its_names()
    {
        var text = new StringBuilder();
        foreach (var (state, arrange) in States)
        {
            var json = JsonSerializer.Serialize(arrange().Resolution, StuurgroepJson.Default.Resolution);
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, StuurgroepJson.Default.Resolution), StuurgroepJson.Default.Resolution)
                .ShouldBe(json);
            text.Append(state).Append(": ").Append(json).Append('\n');
        }
        foreach (var json in Events.Select(e => JsonSerializer.Serialize(e.Happening(Ideas.Story.Monday), StuurgroepJson.Default.ResolutionEvent)))
        {
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, StuurgroepJson.Default.ResolutionEvent), StuurgroepJson.Default.ResolutionEvent)
                .ShouldBe(json);
            text.Append(json).Append('\n');
        }
        ResolutionEffect[] effects =
        [
            new ResolutionEffect.AskSeat("zetel1", true, true), new ResolutionEffect.TellSeat("zetel1"), new ResolutionEffect.TellSecretary(true),
            new ResolutionEffect.AllotTo("wolfsbos"), new ResolutionEffect.TellPlan(),
        ];
        foreach (var effect in effects)
            text.Append(JsonSerializer.Serialize(effect, StuurgroepJson.Default.ResolutionEffect)).Append('\n');
        Approved.Matches(text.ToString(), "resolution-storage-contract");
    }

    private static string Describe(ResolutionStory story, ResolutionPhase before) => story.Last switch
    {
        ResolutionDecision.Refused refused => $"refused: {refused.Reason}",
        ResolutionDecision.AlreadySo => "already so",
        _ => string.Join("; ", Changes(story, before)),
    };

    private static IEnumerable<string> Changes(ResolutionStory story, ResolutionPhase before)
    {
        yield return story.Resolution.State.Phase == before ? "stays" : $"-> {story.Resolution.State.Phase}";
        if (story.Resolution.State is ResolutionState.Decided decided)
            yield return $"{decided.Outcome}";
        if (story.Resolution.State is ResolutionState.Open open)
            yield return $"{open.Sitting.Spoken} spoke, {open.Sitting.Waiting.Count()} wait, {open.Sitting.Needed} needed{(open.Extended ? ", extended" : "")}";
        foreach (var effects in story.Effects.GroupBy(effect => effect.GetType().Name))
            yield return effects.Count() == 1 ? effects.Key : $"{effects.Count()} {effects.Key}";
    }
}
