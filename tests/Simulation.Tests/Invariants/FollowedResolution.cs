using Smederijen.Domain.Stuurgroep;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>One resolution of the stuurgroep as its commits built it up.</summary>
internal sealed class FollowedResolution(string id)
{
    private int _logged;

    public Resolution? Resolution { get; private set; }

    /// <summary>The division whose money belongs in the ledgers; null as long as, or because, it was not adopted.</summary>
    public Subject.Allotment? Adopted =>
        Resolution is { State: ResolutionState.Decided { Outcome: Voice.For } } ? Resolution.Subject as Subject.Allotment : null;

    /// <summary>What was adopted about the money that is left; null as long as, or because, it was not.</summary>
    public Subject.Remainder? Settled =>
        Resolution is { State: ResolutionState.Decided { Outcome: Voice.For } } ? Resolution.Subject as Subject.Remainder : null;

    public void Logged(int number)
    {
        if (number != ++_logged)
            throw new Violation($"Line {number} of the log of resolution {id} follows another.");
    }

    public void Became(Resolution resolution)
    {
        if (resolution.Revision != _logged)
            throw new Violation($"Resolution {id} is at revision {resolution.Revision} with {_logged} lines in its log.");
        if (Resolution is { State: ResolutionState.Decided or ResolutionState.Lapsed or ResolutionState.Withdrawn }
            && resolution.State != Resolution.State)
            throw new Violation($"Resolution {id} had ended as {Resolution.State.Phase}, and became {resolution.State.Phase}.");
        if (Resolution is { State: not ResolutionState.Draft, Subject: var asked } && !asked.Equals(resolution.Subject))
            throw new Violation($"What the seats vote about in resolution {id} changed while they vote.");
        Resolution = resolution;
    }
}
