using System.Text;
using System.Text.Json;
using Smederijen.Domain.Ideas;

namespace Smederijen.Domain.Tests.Ideas;

public sealed class The_whole_table
{
    [Fact]
    public void Every_state_answers_every_event_as_approved()
    {
        var table = new StringBuilder();
        foreach (var (name, arrange) in EveryStateAndEvent.States)
        {
            table.Append('\n').Append(name).Append('\n');
            foreach (var happening in EveryStateAndEvent.Events)
            {
                var story = arrange();
                var before = story.Idea;
                var e = happening(story.Now);
                story.ForgetMails().OtherEffects.Clear();
                var ledger = story.Ledger;
                story.When(_ => e);
                table.Append($"  {EveryStateAndEvent.NameOf(e, story.Now),-24} {Describe(story, before, ledger)}\n");
            }
        }
        Approved.Matches(table.ToString(), "state-event-table");
    }

    [Fact]
    public void The_diagram_in_the_docs_is_drawn_from_the_same_code()
    {
        var edges = new SortedSet<string>(StringComparer.Ordinal) { "    [*] --> AwaitingConfirmation: Submitted" };
        foreach (var (_, arrange) in EveryStateAndEvent.States)
        {
            foreach (var happening in EveryStateAndEvent.Events)
            {
                var story = arrange();
                var before = story.Idea.State.Phase;
                var e = happening(story.Now);
                story.When(_ => e);
                if (story.Idea.State.Phase != before)
                    edges.Add($"    {before} --> {story.Idea.State.Phase}: {EveryStateAndEvent.NameOf(e, story.Now)}");
            }
        }
        foreach (var ended in Enum.GetValues<IdeaPhase>().Where(phase => phase >= IdeaPhase.Completed))
            edges.Add($"    {ended} --> [*]");
        var page = "# The states of an idea\n\nDrawn by a test from the decider; approved together with the table of every state and event.\n\n"
            + "```mermaid\nstateDiagram-v2\n" + string.Join("\n", edges) + "\n```";
        Approved.MatchesFile(page, "../../../docs/idea-states.md");
    }

    [Fact]
    public void What_is_stored_keeps_its_names()
    {
        var text = new StringBuilder();
        foreach (var (name, arrange) in EveryStateAndEvent.States)
        {
            var idea = arrange().Idea;
            var json = JsonSerializer.Serialize(idea, DomainJson.Default.Idea);
            JsonSerializer.Deserialize(json, DomainJson.Default.Idea).ShouldBe(idea);
            text.Append(name).Append(": ").Append(json).Append('\n');
        }
        foreach (var e in EveryStateAndEvent.Events.Select(happening => happening(Story.Monday)))
        {
            var json = JsonSerializer.Serialize(e, DomainJson.Default.IdeaEvent);
            JsonSerializer.Deserialize(json, DomainJson.Default.IdeaEvent).ShouldBe(e);
            text.Append(json).Append('\n');
        }
        Approved.Matches(text.ToString(), "storage-contract");
    }

    private static string Describe(Story story, Idea before, Domain.Money.Ledger ledger) => story.Last switch
    {
        IdeaDecision.Refused refused => $"refused: {refused.Reason}",
        IdeaDecision.AlreadySo => "already so",
        _ => string.Join("; ", Changes(story, before, ledger)),
    };

    private static IEnumerable<string> Changes(Story story, Idea before, Domain.Money.Ledger ledger)
    {
        yield return story.Idea.State.Phase == before.State.Phase ? "stays" : $"-> {story.Idea.State.Phase}";
        if (story.Idea.Amount != before.Amount)
            yield return $"amount {story.Idea.Amount}";
        if (story.Ledger != ledger)
            yield return $"available {ledger.Available.Cents} -> {story.Ledger.Available.Cents}";
        foreach (var effect in story.Mails.Concat(story.OtherEffects.Select(effect => effect.GetType().Name)))
            yield return effect;
    }
}
