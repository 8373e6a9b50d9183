using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Smederijen.Domain.Money;

namespace Smederijen.Domain.Tests;

/// <summary>
/// What every kind of item is held to: each state answers each event as somebody approved, the diagram of its states in the docs is
/// drawn from the same code, and what is stored keeps its names.
/// </summary>
/// <param name="what">As the heading of the page with the diagram calls it.</param>
/// <param name="page">That page.</param>
/// <param name="approved">Where what was approved lies, with what the names of the files begin with.</param>
/// <param name="width">Of the names of events in the table.</param>
public abstract class The_whole_table_of<TStory, TItem, TEvent, TEffect, TRefusal>(
    string what, string page, string approved, int width,
    JsonTypeInfo<TItem> itemJson, JsonTypeInfo<TEvent> eventJson, JsonTypeInfo<TEffect> effectJson)
    where TStory : LifeStory<TStory, TItem, TEvent, TEffect, TRefusal>
    where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
{
    [Fact]
    public void Every_state_answers_every_event_as_approved()
    {
        var table = new StringBuilder();
        foreach (var (state, arrange) in States)
        {
            table.Append('\n').Append(state).Append('\n');
            foreach (var (name, happening) in Events)
            {
                var (story, before, money) = Lived(arrange, happening);
                table.Append($"  {name.PadRight(width)} {Describe(story, before, money)}\n");
            }
        }
        Approved.MatchesFile(table.ToString(), $"{approved}state-event-table.approved.txt");
    }

    [Fact]
    public void The_diagram_in_the_docs_is_drawn_from_the_same_code()
    {
        var edges = new SortedSet<string>(
            [.. Begins.Select(begin => $"    [*] --> {begin}"), .. Ends.Select(end => $"    {end} --> [*]")], StringComparer.Ordinal);
        foreach (var (_, arrange) in States)
        {
            foreach (var (name, happening) in Events)
            {
                var (story, before, _) = Lived(arrange, happening);
                if (!PhaseOf(before).Equals(PhaseOf(story.Item)))
                    edges.Add($"    {PhaseOf(before)} --> {PhaseOf(story.Item)}: {name}");
            }
        }
        Approved.MatchesFile(
            $"# The states of {what}\n\nDrawn by a test from the decider; approved together with the table of every state and event.\n\n"
            + "```mermaid\nstateDiagram-v2\n" + string.Join("\n", edges) + "\n```",
            $"../../docs/{page}.md");
    }

    [Fact]
    public void What_is_stored_keeps_its_names()
    {
        var text = new StringBuilder();
        foreach (var (state, arrange) in States)
            text.Append(state).Append(": ").Append(Stored(arrange().Item, itemJson)).Append('\n');
        foreach (var (_, happening) in Events)
            text.Append(Stored(happening(Ideas.Story.Monday), eventJson)).Append('\n');
        foreach (var effect in Effects)
            text.Append(Stored(effect, effectJson)).Append('\n');
        foreach (var more in AlsoStored)
            text.Append(more).Append('\n');
        Approved.MatchesFile(text.ToString(), $"{approved}storage-contract.approved.txt");
    }

    /// <summary>One example of every state, in its variants that matter.</summary>
    protected abstract IReadOnlyList<(string Name, Func<TStory> Arrange)> States { get; }

    /// <summary>One example of every event, in its variants that matter.</summary>
    protected abstract IReadOnlyList<(string Name, Func<DateTimeOffset, TEvent> Happening)> Events { get; }

    /// <summary>As "phase: event".</summary>
    protected abstract IEnumerable<string> Begins { get; }

    protected abstract IEnumerable<Enum> Ends { get; }

    protected abstract Enum PhaseOf(TItem item);

    /// <summary>Effects whose stored form is approved here.</summary>
    protected virtual ImmutableArray<TEffect> Effects => [];

    protected virtual IEnumerable<string> AlsoStored => [];

    /// <summary>What an accepted event changed, besides the phase.</summary>
    protected abstract IEnumerable<string> Changes(TStory story, TItem before, Ledger money);

    protected virtual IEnumerable<string> NamesOf(IReadOnlyList<TEffect> effects) => effects.Select(effect => effect.GetType().Name);

    /// <summary>What is read back is what was written.</summary>
    protected virtual void Compare<T>(T read, T written, JsonTypeInfo<T> json) =>
        JsonSerializer.Serialize(read, json).ShouldBe(JsonSerializer.Serialize(written, json));

    private string Stored<T>(T value, JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(value, type);
        Compare(JsonSerializer.Deserialize(json, type)!, value, type);
        return json;
    }

    private static (TStory Story, TItem Before, Ledger Money) Lived(Func<TStory> arrange, Func<DateTimeOffset, TEvent> happening)
    {
        var story = arrange().ForgetEffects();
        var (before, money) = (story.Item, story.Ledger);
        return (story.When(happening), before, money);
    }

    private string Describe(TStory story, TItem before, Ledger money) => story.Last switch
    {
        Decision<TItem, TEffect, TRefusal>.Refused refused => $"refused: {refused.Reason}",
        Decision<TItem, TEffect, TRefusal>.AlreadySo => "already so",
        _ => string.Join("; ", [
            PhaseOf(story.Item).Equals(PhaseOf(before)) ? "stays" : $"-> {PhaseOf(story.Item)}",
            .. Changes(story, before, money), .. story.Mails, .. NamesOf(story.Effects),
        ]),
    };
}
