using System.Text;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Tests;
using Smederijen.Domain.Tests.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Text;

namespace Smederijen.Portal.Tests.Text;

public sealed class What_residents_read_about_an_idea
{
    [Fact]
    public void Every_phase_every_party_and_every_next_step_has_words()
    {
        var text = new StringBuilder();
        foreach (var phase in Enum.GetValues<IdeaPhase>())
            text.Append($"{phase}: {IdeaTexts.Label(phase)} - {IdeaTexts.Explanation(phase)}\n");
        text.Append('\n');
        foreach (var party in Enum.GetValues<Party>())
            text.Append($"wacht op {IdeaTexts.WaitsFor(party) ?? "niemand"}\n");
        foreach (var (name, arrange) in EveryStateAndEvent.States)
        {
            var story = arrange();
            var next = Upcoming.Of(story.Idea, story.Settings, story.Settings.Round);
            text.Append($"\n{name}\n  {(next is null ? "(klaar)" : $"{next.Title}. {next.Detail}")}\n");
            if (next?.Before is { } before)
                text.Append($"  Uiterlijk {Dutch.LastDay(before)}\n");
            if (Upcoming.Of(story.Idea, story.Settings, round: null) is { } between && between != next)
                text.Append($"  Tussen twee rondes: {between.Title}. {between.Detail}\n");
        }
        Approved.Matches(text.ToString(), "phases");
    }

    /// <summary>Every event that some state accepts, in the words of the timeline.</summary>
    [Fact]
    public void Every_event_is_a_sentence()
    {
        var lines = new List<string>();
        foreach (var (_, arrange) in EveryStateAndEvent.States)
        {
            foreach (var happening in EveryStateAndEvent.Events)
            {
                var story = arrange();
                var before = story.Idea.State.Phase;
                var e = happening(story.Now);
                story.When(_ => e);
                if (story.Last is not IdeaDecision.Accepted accepted)
                    continue;
                var text =
                    LogText.Of(new LogLine(e, accepted.Item.State.Phase, ""), before, story.Settings,
                    accepted.Item.State is IdeaState.Ended { EraseAt: null });
                var line = $"{EveryStateAndEvent.NameOf(e, story.Now)}: {text.Title}{(text.Detail is null ? "" : $" | {text.Detail.Replace("\n", " | ", StringComparison.Ordinal)}")}";
                if (!lines.Contains(line))
                    lines.Add(line);
            }
        }
        lines.ShouldAllBe(line => !line.Contains("anna"), "staff appear without their name");
        Approved.Matches(string.Join('\n', lines.Order(StringComparer.Ordinal)), "log");
    }

    [Fact]
    public void The_first_line_tells_for_how_much_the_idea_was_handed_in() =>
        LogText.Of(new LogLine(new IdeaEvent.Submitted(Story.Monday, new(45_050)), IdeaPhase.AwaitingConfirmation, ""), null,
            ASmederij.WithDefaults(), erases: false)
            .Title.ShouldBe("Het idee is ingediend voor €\u00A0450,50");

    [Fact]
    public void Somebody_who_reads_about_the_own_move_is_called_u() => IdeaTexts.WaitsFor(Party.Submitter, reader: Party.Submitter).ShouldBe("u");
}
