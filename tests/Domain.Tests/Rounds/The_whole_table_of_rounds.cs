using System.Text;
using System.Text.Json;
using Smederijen.Domain.Rounds;
using static Smederijen.Domain.Rounds.Intervention;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

public sealed class The_whole_table_of_rounds
{
    private static readonly (string Name, Func<RoundStory> Arrange)[] States =
    [
        ("Announced", () => RoundStory.Announced()),
        ("Open", () => RoundStory.Opened()),
        ("Open, closing proposed by anna", () => RoundStory.Opened().Proposed(new CloseRound())),
        ("Open, rolling", () => RoundStory.Opened(rolling: true)),
        ("Collecting", () => ARound.Closed()),
        ("Collecting, rolling", () => ARound.Closed(RoundStory.Opened(rolling: true))),
        ("Preparing", () => ARound.Preparing()),
        ("Sealed", () => ARound.Sealed()),
        ("Sealed, striking proposed by anna", () => ARound.Sealed().Proposed(new StrikeIdea("a"))),
        ("VoteOpen", () => ARound.Voting()),
        ("VoteOpen, closing proposed by anna", () => ARound.Voting().Proposed(new CloseNow())),
        ("VoteOpen, one batch of paper waits", () => ARound.Voting().WithPaper(1)),
        ("Counting", () => ARound.Counting()),
        ("Counting, two batches of paper wait", () => ARound.CheckingPaper()),
        ("Counting, one batch of paper waits", () => ARound.CheckingPaper(1)),
        ("Decided", () => ARound.Decided()),
    ];

    private static readonly Func<DateTimeOffset, RoundEvent>[] Events =
    [
        at => new Opened(at, "2026"),
        at => ARound.AllottedAt(at, "besluit1"),
        at => new MomentCame(at),
        at => new MomentCame(at.AddYears(1)),
        at => new IdeasCollected(at, []),
        at => new IdeasCollected(at, [ARound.Idea("a", 10)]),
        at => new IdeasCollected(at, [.. ARound.TooMany]),
        at => new IdeaLeft(at, "a"),
        at => new CodesMade(at, "anna", 3000),
        at => new CodesMade(at, "anna", 3000, "Kwijt"),
        at => new PaperEntered(at, "anna", "bert", 5),
        at => new PaperEntered(at, "anna", "anna", 5),
        at => new Counted(at, [.. ARound.TooMany.Select(idea => new Verdict(idea.Idea, idea.Cost, idea.Idea == "b"))], 100, "kop"),
        at => new Proposed(at, "anna", new CloseRound(), "Alles is beoordeeld"),
        at => new Proposed(at, "anna", new ChangeOpening(at.AddDays(1)), "Druk"),
        at => new Proposed(at, "anna", new CloseNow(), "Brand"),
        at => new Proposed(at, "anna", new Extend(at.AddYears(1)), "Storing"),
        at => new Proposed(at, "anna", new StrikeIdea("a"), "Verkocht"),
        at => new Agreed(at, "anna"),
        at => new Agreed(at, "bert"),
        at => new Dropped(at, "anna"),
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
                table.Append($"  {NameOf(e, story.Now),-26} {Describe(story, before)}\n");
            }
        }
        Approved.Matches(table.ToString(), "round-state-event-table");
    }

    [Fact]
    public void The_diagram_in_the_docs_is_drawn_from_the_same_code()
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal) { "    [*] --> Open: Opened", "    [*] --> Announced: Allotted", "    Decided --> [*]" };
        foreach (var (_, arrange) in States)
        {
            foreach (var happening in Events)
            {
                var (story, before, e) = Lived(arrange, happening);
                if (story.Round.State.Phase != before.State.Phase)
                    edges.Add($"    {before.State.Phase} --> {story.Round.State.Phase}: {NameOf(e, story.Now)}");
            }
        }
        Approved.MatchesFile(
            "# The states of a round\n\nDrawn by a test from the decider; approved together with the table of every state and event.\n\n"
            + "```mermaid\nstateDiagram-v2\n" + string.Join("\n", edges) + "\n```",
            "../../../docs/round-states.md");
    }

    [Fact]
    public void What_is_stored_keeps_its_names()
    {
        var text = new StringBuilder();
        foreach (var (name, arrange) in States)
        {
            var json = JsonSerializer.Serialize(arrange().Round, DomainJson.Default.Round);
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, DomainJson.Default.Round), DomainJson.Default.Round).ShouldBe(json);
            text.Append(name).Append(": ").Append(json).Append('\n');
        }
        foreach (var json in Events.Select(happening => JsonSerializer.Serialize(happening(Ideas.Story.Monday), DomainJson.Default.RoundEvent)))
        {
            JsonSerializer.Serialize(JsonSerializer.Deserialize(json, DomainJson.Default.RoundEvent), DomainJson.Default.RoundEvent).ShouldBe(json);
            text.Append(json).Append('\n');
        }
        RoundEffect[] effects =
            [new RoundEffect.OfferNewMoney(), new RoundEffect.CollectIdeas(), new RoundEffect.AskForCodes(true), new RoundEffect.CountBallots(),
            new RoundEffect.TellIdeas(), new RoundEffect.ShredBallots()];
        foreach (var effect in effects)
            text.Append(JsonSerializer.Serialize(effect, DomainJson.Default.RoundEffect)).Append('\n');
        text.Append(JsonSerializer.Serialize(ARound.Sealed().Manifest!, DomainJson.Default.Manifest)).Append('\n');
        Approved.Matches(text.ToString(), "round-storage-contract");
    }

    private static (RoundStory Story, Round Before, RoundEvent Event) Lived(Func<RoundStory> arrange, Func<DateTimeOffset, RoundEvent> happening)
    {
        var story = arrange();
        var before = story.Round;
        var e = happening(story.Now);
        story.Effects.Clear();
        return (story.When(_ => e), before, e);
    }

    private static string NameOf(RoundEvent e, DateTimeOffset now) => e switch
    {
        MomentCame when e.At > now => "MomentCame, when due",
        MomentCame => "MomentCame, too early",
        IdeasCollected i => $"IdeasCollected, {(i.Ideas.Length switch { 0 => "none", 1 => "all fit", _ => "too many" })}",
        CodesMade { Reason: not null } => "CodesMade, again",
        PaperEntered p when p.By == p.CheckedBy => "PaperEntered, by one",
        Proposed p => $"Proposed {p.What.GetType().Name}",
        Agreed a => $"Agreed by {a.By}",
        _ => e.GetType().Name,
    };

    private static string Describe(RoundStory story, Round before) => story.Last switch
    {
        RoundDecision.Refused refused => $"refused: {refused.Reason}",
        RoundDecision.AlreadySo => "already so",
        _ => string.Join("; ", Changes(story, before)),
    };

    private static IEnumerable<string> Changes(RoundStory story, Round before)
    {
        yield return story.Round.State.Phase == before.State.Phase ? "stays" : $"-> {story.Round.State.Phase}";
        if (story.Round.State is RoundState.Decided decided)
            yield return $"{decided.Outcome}, granted [{string.Join(' ', decided.Verdicts.Where(v => v.Granted).Select(v => v.Idea))}]";
        if (story.Round.Proposal != before.Proposal)
            yield return story.Round.Proposal is { } proposal ? $"proposed {proposal.What.GetType().Name}" : "no proposal any more";
        foreach (var effect in story.Effects)
            yield return effect.GetType().Name;
    }
}
