namespace Smederijen.Portal.Ideas;

/// <summary>One line of an idea's history in words.</summary>
/// <param name="Title">What happened, as one sentence without a full stop.</param>
/// <param name="Reason">What somebody wrote with it; null when there is nothing.</param>
/// <param name="Result">What it led to; null when the idea stayed where it was.</param>
public sealed record LogText(DateTimeOffset At, string Title, string? Reason, string? Result)
{
    /// <summary>Reason and result, each on lines of its own; null when there is neither.</summary>
    public string? Detail => (Reason, Result) switch
    {
        (null, _) => Result,
        (_, null) => Reason,
        _ => $"{Reason}\n{Result}",
    };

    /// <summary>
    /// The history as everybody reads it. What a member of the wijkteam advised, alone or in a meeting, is told once it is decided: until then
    /// it can be taken back, and whoever took it back did not mean it.
    /// </summary>
    public static IReadOnlyList<LogText> ForEverybody(IdeaStory story)
    {
        var running = (story.Idea.State as IdeaState.InReview)?.Panel.Version;
        var standing = story.Advices;
        return
        [
            .. Of(story).Zip(story.Log, (text, line) => line.Event switch
            {
                IdeaEvent.Advised advised when advised.Version == running || !standing.Contains(advised) =>
                    text with { Title = EventTexts.Advised(advised, story.Smederij), Reason = null },
                IdeaEvent.DecidedInMeeting decided when decided.Version == running || story.IsTakenBack(decided) =>
                    text with { Title = EventTexts.Met(decided), Reason = null },
                _ => text,
            }),
        ];
    }

    /// <summary>The whole history in words, the oldest line first.</summary>
    public static IReadOnlyList<LogText> Of(IdeaStory story)
    {
        var log = story.Log;
        // The clock strikes for the last time when people are forgotten; before that it reminded of money.
        var erasing = story.Idea.State is IdeaState.Ended { EraseAt: null } ? log.LastOrDefault(line => line.Event is IdeaEvent.TermPassed) : null;
        var (writtenOff, counted) = (WriteOffs.In(log).Settled, SettledLists.In(log));
        return
        [
            .. log.Select((line, i) => writtenOff.TryGetValue(i, out var first)
                ? new LogText(line.Event.At, EventTexts.WrittenOff(first), EventTexts.Written(line.Event), null)
                : InTwo(story, line, Of(line, i == 0 ? null : log[i - 1].Phase, story.Smederij, ReferenceEquals(line, erasing))) is var text
                    && counted.Contains(i) ? text with { Title = EventTexts.Counted((IdeaEvent.SignatureListCounted)line.Event) } : text),
        ];
    }

    /// <summary>Where a large amount is paid in two, what begins the plan is the advance.</summary>
    private static LogText InTwo(IdeaStory story, LogLine line, LogText text) =>
        line is { Event: IdeaEvent.ReleaseApproved, Phase: IdeaPhase.Released }
        && story.Smederij.Instalments?.AdvanceOf(story.Idea.Amount) is { } first
            ? text with { Result = $"Een voorschot van {Dutch.EuroShort(first.Cents)} gaat naar de bewoners. Zij kunnen beginnen." }
            : text;

    /// <param name="before">The phase before this line; null for the first.</param>
    /// <param name="smederij">Tells the functions of the reviewers.</param>
    /// <param name="erases">Of a clock that struck after the end: whether people were forgotten then.</param>
    public static LogText Of(LogLine line, IdeaPhase? before, SmederijSettings smederij, bool erases) => new(
        line.Event.At,
        EventTexts.Title(line.Event, before, line.Phase, smederij, erases),
        EventTexts.Written(line.Event),
        before is { } from && from != line.Phase && line.Event is not IdeaEvent.SubmissionDisowned ? EventTexts.Result(from, line.Phase) : null);
}
