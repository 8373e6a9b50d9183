using Smederijen.Domain.Ideas;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Meetings;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>What one meeting decided, as its commits built it up, and which ideas took it over.</summary>
internal sealed class FollowedMeeting(MeetingKey key)
{
    private static readonly HashSet<(MeetingPhase? From, MeetingPhase To)> Allowed =
    [
        (null, MeetingPhase.Proposed), (MeetingPhase.Proposed, MeetingPhase.Agreed), (MeetingPhase.Proposed, MeetingPhase.TurnedDown),
        (MeetingPhase.Proposed, MeetingPhase.Dropped), (MeetingPhase.Proposed, MeetingPhase.Lapsed), (MeetingPhase.TurnedDown, MeetingPhase.Dropped),
        (MeetingPhase.Agreed, MeetingPhase.Done),
    ];

    private readonly HashSet<string> _took = new(StringComparer.Ordinal);

    public Meeting? Meeting { get; private set; }

    /// <summary>The ideas that took their decision over.</summary>
    public IReadOnlySet<string> Took => _took;

    /// <summary>Something can come of it yet, so its ideas are in no other meeting.</summary>
    public bool IsRunning => Meeting?.Phase is MeetingPhase.Proposed or MeetingPhase.Agreed;

    /// <param name="number">Of the line that this commit added to its log.</param>
    public void Became(Meeting meeting, int? number)
    {
        if (number != meeting.Revision || number != (Meeting?.Revision ?? 0) + 1)
            throw new Violation($"{key.Address} goes from revision {Meeting?.Revision} to {meeting.Revision} with line {number} of its log.");
        if (meeting.Phase != Meeting?.Phase && !Allowed.Contains((Meeting?.Phase, meeting.Phase)))
            throw new Violation($"{key.Address} went from {Meeting?.Phase} to {meeting.Phase}.");
        if (meeting.Other is { } other && Accounts.AreSame(meeting.By, other))
            throw new Violation($"{other} entered what {key.Address} decided, and answered it as well.");
        if (meeting.Phase is MeetingPhase.Agreed or MeetingPhase.Done && meeting.Other is null)
            throw new Violation($"{key.Address} counts, and nobody but {meeting.By} looked at it.");
        if (Meeting is { } before && Entered(before) != Entered(meeting))
            throw new Violation($"What was entered of {key.Address} changed, after somebody had looked at it.");
        foreach (var decision in meeting.Decisions)
        {
            if (decision.Told ? _took.Contains(decision.Idea) != decision.Why is null : meeting.Phase is MeetingPhase.Done)
                throw new Violation($"{key.Address} says of {decision.Idea} {(decision.Told ? $"{decision.Why}" : "nothing")}, and it {(_took.Contains(decision.Idea) ? "took its decision over" : "stayed as it was")}.");
        }
        Meeting = meeting;
    }

    /// <summary>Whether this is what it has to tell an idea.</summary>
    public bool Tells(string idea, IdeaEvent.DecidedInMeeting e) =>
        Meeting is { Phase: MeetingPhase.Agreed } meeting && meeting.Find(idea) is { Told: false } decision
        && (meeting.On, meeting.By, meeting.Other, decision.Version, decision.Advice, decision.Theme)
            == (e.On, e.By, e.AgreedBy, e.Version, e.Advice, e.Theme)
        && meeting.Present.SequenceEqual(e.Present);

    /// <summary>An idea takes its decision over: once, and with enough of those who may decide about it at the table.</summary>
    public void TookOver(string idea, IdeaEvent.DecidedInMeeting e, Panel? panel)
    {
        var may = panel?.Seats.Where(seat => !seat.Conflicted).ToList() ?? [];
        if (panel?.Version != e.Version || may.Count(seat => e.Present.Contains(seat.Reviewer)) < Math.Max(1, Math.Min(panel.Quorum, may.Count)))
            throw new Violation($"{key.Address} decided about {idea} without the members that it takes.");
        if (!_took.Add(idea))
            throw new Violation($"{key.Address} decided twice about {idea}.");
    }

    private static string Entered(Meeting meeting) => string.Join(
        ' ',
        [meeting.By, $"{meeting.On}", .. meeting.Present,
            .. meeting.Decisions.Select(one => $"{one.Idea} {one.Version} {one.Advice} {one.Theme}")]);
}
