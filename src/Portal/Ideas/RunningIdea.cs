namespace Smederijen.Portal.Ideas;

/// <summary>An index row of the staff board: what an idea that has not ended waits for, and until when.</summary>
/// <param name="Deadline">Null where no term runs, and while the clock of the idea stands still.</param>
/// <param name="ToCount">How many lists of signatures wait for a second count.</param>
/// <param name="ToCountSince">When the first of these lists was entered; null when none waits, or that is not known.</param>
/// <param name="Alike">How many online supporters are so alike that staff have to look.</param>
public sealed record RunningIdea(
    string Id, string Title, IdeaPhase Phase, Party WaitsFor, DateTimeOffset Since, DateTimeOffset? Deadline, bool Paused, int ToCount = 0,
    int Alike = 0, DateTimeOffset? ToCountSince = null, HowHidden Hidden = HowHidden.Not)
{
    [JsonIgnore]
    public string Row => IdeaKeys.Running(Deadline, Id);

    public bool IsOverdueAt(DateTimeOffset now) => Deadline <= now;

    /// <summary>Null for an idea that has ended, and owes nothing.</summary>
    public static RunningIdea? Of(Idea idea, string title) => idea.State is IdeaState.Ended { Refund: null } ? null : new(
        idea.Id, title, idea.State.Phase, idea.State.WaitsFor, idea.Since,
        idea.StandsStill() ? null : idea.State.Deadline, idea.PausedAt is not null,
        ListsOf(idea)?.All.Length ?? 0, idea.Alike, ListsOf(idea)?.All.Min(list => list.Since), PartTexts.HowMuch(idea.Hidden, idea.PartsHidden));

    private static SignatureLists? ListsOf(Idea idea) => (idea.State as IdeaState.GatheringSupport)?.Lists;
}
