namespace Smederijen.Portal.Ideas;

/// <summary>An index row of the staff board: what an idea that has not ended waits for, and until when.</summary>
/// <param name="Deadline">Null where no term runs, and while the clock of the idea stands still.</param>
public sealed record RunningIdea(
    string Id, string Title, IdeaPhase Phase, Party WaitsFor, DateTimeOffset Since, DateTimeOffset? Deadline, bool Paused)
{
    [JsonIgnore]
    public string Row => IdeaKeys.Running(Deadline, Id);

    public bool IsOverdueAt(DateTimeOffset now) => Deadline <= now;

    /// <summary>Null for an idea that has ended, and owes nothing.</summary>
    public static RunningIdea? Of(Idea idea, string title) => idea.State is IdeaState.Ended { Refund: null } ? null : new(
        idea.Id, title, idea.State.Phase, idea.State.WaitsFor, idea.Since,
        idea.PausedAt is null ? idea.State.Deadline : null, idea.PausedAt is not null);
}
