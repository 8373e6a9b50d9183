namespace Smederijen.Portal.Ideas.Reading;

/// <summary>What the page of an idea shows: its story, in the words and the order of the page.</summary>
public sealed class IdeaPageModel(IdeaStory story)
{
    public IdeaStory Story => story;

    public Idea Idea => story.Idea;

    public IdeaPhase Phase => Idea.State.Phase;

    public BadgeKind Badge => Phase switch
    {
        IdeaPhase.Suitable or IdeaPhase.Granted or IdeaPhase.Released or IdeaPhase.AwaitingRest or IdeaPhase.Completed => BadgeKind.Success,
        IdeaPhase.AwaitingAnswer or IdeaPhase.OfferedPart => BadgeKind.Warning,
        >= IdeaPhase.NotSupported => BadgeKind.Neutral,
        _ => BadgeKind.Active,
    };

    public DateTimeOffset? Until => Idea.StandsStill() ? null : Idea.State.Deadline;

    /// <summary>Null for what comes from before this website: nobody wrote down when it was handed in.</summary>
    public DateTimeOffset? HandedIn => story.Log is [{ Event: not IdeaEvent.TakenOver and var first }, ..] ? first.At : null;

    public IReadOnlyList<string> Reasons => story.Log is [{ Event: IdeaEvent.TakenOver { Standing: Standing.CameToNothing } }, ..]
        ? ["Het was al gestopt voordat deze website er was. Waarom, is hier niet bekend."]
        : Idea.State is IdeaState.Ended ended ? ended.Reasons : [];

    public bool BecamePlan => story.BecamePlan;

    public string PlanPath => $"/smederijen/{story.Key.Smederij}/plannen/{story.Key.Id}";

    /// <summary>What came of the plan; null while it is not done.</summary>
    public IdeaEvent.PlanCompleted? Result => story.Log.Select(line => line.Event).OfType<IdeaEvent.PlanCompleted>().LastOrDefault();

    public IReadOnlyList<AttachmentInfo> PicturesOfResult => Result is { } result ? [.. story.PicturesOf(result)] : [];

    /// <summary>What changes in the plan, of an idea that goes on with a part of the money; null where nothing does.</summary>
    public string? AdaptedPlan => story.Log.Select(line => line.Event).OfType<IdeaEvent.PartAccepted>().LastOrDefault()?.Text;

    /// <summary>What was left of the money; null when nothing was.</summary>
    public string? WentBack => Idea.State switch
    {
        IdeaState.Ended { FlowsBack: { Cents: > 0 } rest, Refund: null } => $"Er ging {Dutch.EuroShort(rest.Cents)} terug naar de Smederij.",
        IdeaState.Ended { FlowsBack: { Cents: > 0 } rest, Refund.Open: var open } when open < rest =>
            $"Er gaat {Dutch.EuroShort(rest.Cents)} terug naar de Smederij. Daarvan moet {Dutch.EuroShort(open.Cents)} nog komen.",
        IdeaState.Ended { FlowsBack: { Cents: > 0 } rest } =>
            $"Er gaat {Dutch.EuroShort(rest.Cents)} terug naar de Smederij. Dat geld moet nog komen.",
        _ => null,
    };

    /// <summary>What was paid and does not come back; nothing when all of it did.</summary>
    public Euro WrittenOff { get; } = WriteOffs.In(story.Log).Total;

    /// <summary>How many residents helped, over all reports; null when nobody said so.</summary>
    public string? Helped => story.Log.Select(line => line.Event).OfType<IdeaEvent.ProgressReported>().ToList() is var reports
        ? EventTexts.Helped(reports.Sum(report => report.Helpers), reports.Sum(report => report.Hours))
        : null;

    /// <summary>
    /// Every line of the history, and what is expected next. Neighbours who gave their support on the same day, one after the
    /// other, share a line, or they would hide the rest.
    /// </summary>
    public IReadOnlyList<TimelineEntry> Timeline()
    {
        var entries = new List<TimelineEntry>();
        var texts = LogText.ForEverybody(story);
        for (var i = 0; i < texts.Count; i++)
        {
            var first = i;
            while (i + 1 < texts.Count && AreOneLine(story.Log[i], story.Log[i + 1]))
                i++;
            var title = i == first ? texts[i].Title : $"{Dutch.Number(i - first + 1)} mensen uit de buurt steunen dit idee";
            entries.Add(new TimelineEntry(texts[i].At, title, texts[i].Detail,
                Pictures: [.. story.PicturesOf(story.Log[i].Event).Select(story.PathOf)]));
        }
        if (Upcoming.Of(Idea, story.Smederij, story.OpenRound) is { } next)
            entries.Add(new TimelineEntry(next.Before, next.Title, next.Detail, Expected: true));
        return entries;
    }

    private static bool AreOneLine(LogLine line, LogLine next) =>
        line.Event is IdeaEvent.SupportConfirmed && next.Event is IdeaEvent.SupportConfirmed
        && Amsterdam.DateOf(line.Event.At) == Amsterdam.DateOf(next.Event.At);
}
