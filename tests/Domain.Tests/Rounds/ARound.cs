using Smederijen.Domain.Money;
using Smederijen.Domain.Rounds;
using Smederijen.Domain.Stuurgroep;
using static Smederijen.Domain.Rounds.RoundEvent;

namespace Smederijen.Domain.Tests.Rounds;

/// <summary>Shortcuts that many stories share. The envelope is € 10,000.</summary>
public static class ARound
{
    public static Candidate Idea(string id, long euros) => new(id, $"Idee {id}", new Euro(euros * 100));

    /// <summary>Three ideas for € 6,000, € 5,000 and € 3,000.</summary>
    public static Candidate[] TooMany => [Idea("a", 6_000), Idea("b", 5_000), Idea("c", 3_000)];

    /// <summary>€ 500 of the municipality and € 150 of a corporation.</summary>
    public static RoundStory Allotted(this RoundStory story, string resolution = "besluit1") => story.When(at => AllottedAt(at, resolution));

    public static Allotted AllottedAt(DateTimeOffset at, string resolution) =>
        new(at, resolution, [new Source("gemeente", new Euro(50_000)), new Source("Domesta", new Euro(15_000))]);

    public static RoundStory Closed(RoundStory? story = null) =>
        (story ?? RoundStory.Opened()).Until(new DateTimeOffset(2026, 11, 30, 23, 0, 0, TimeSpan.Zero));

    public static RoundStory Collected(this RoundStory story, params Candidate[] ideas) => story.When(at => new IdeasCollected(at, [.. ideas]));

    public static RoundStory Preparing(RoundStory? story = null) => Closed(story).Collected(TooMany);

    public static RoundStory Sealed(RoundStory? story = null) => Preparing(story).When(at => new CodesMade(at, "anna", 3000));

    public static RoundStory Voting(RoundStory? story = null) => Sealed(story).After(8);

    public static RoundStory Counting() => Voting().After(14);

    /// <summary>Closed while this many batches wait for a second person.</summary>
    public static RoundStory CheckingPaper(int batches = 2)
    {
        var story = Voting().WithPaper(batches);
        return story.Until(story.Expect<RoundState.VoteOpen>().ClosesAt);
    }

    /// <summary>"b" and "c" are equal, so they wait for a draw. The value comes from 30 December on.</summary>
    public static RoundStory Drawing() => Counting().CountedEqual();

    public static RoundStory CountedEqual(this RoundStory story) => story.When(at => new Counted(at, [], 100, "kop")
    { Equal = [new EqualIdeas(40, new Euro(500_000), ["b", "c"])] });

    /// <summary>The value is known.</summary>
    public static RoundStory DrawDue() => Drawing().After(8);

    public static RoundStory Typed(this RoundStory story, string by, string value) => story.When(at => new DrawTyped(at, by, value));

    public static RoundStory Drawn(this RoundStory story, string value, params string[] winners) => story.When(at => new Drawn(at, value, ["c", "b"],
        [.. TooMany.Select(idea => new Verdict(idea.Idea, idea.Cost, winners.Contains(idea.Idea)))]));

    public static RoundStory Decided() => Counting().Counted("b", "c");

    public static RoundStory Counted(this RoundStory story, params string[] winners) =>
        story.When(at => new Counted(at, [.. TooMany.Select(idea => new Verdict(idea.Idea, idea.Cost, winners.Contains(idea.Idea)))], 100, "kop"));

    public static RoundStory Proposed(this RoundStory story, Intervention what, string reason = "Daarom.") =>
        story.When(at => new Proposed(at, "anna", what, reason));

    public static RoundStory Agreed(this RoundStory story, string by = "bert") => story.When(at => new Agreed(at, by));
}
