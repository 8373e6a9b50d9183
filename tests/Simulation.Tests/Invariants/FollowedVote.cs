using Smederijen.Domain.Rounds;
using Smederijen.Portal.Storage;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// One ballot box as its commits built it up: a ballot comes only with the right of one code, in the same commit. Keys are hashes, so each
/// right and each ballot has one name here, and none of them is that of a code or a tracking number.
/// </summary>
internal sealed class FollowedVote(string name)
{
    private readonly HashSet<string> _rights = new(StringComparer.Ordinal);
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);
    private readonly HashSet<string> _ballots = new(StringComparer.Ordinal);

    /// <summary>All ballots that were ever dropped.</summary>
    public IReadOnlySet<string> Ballots => _ballots;

    /// <summary>What one commit did to the box.</summary>
    public void Committed(IReadOnlyList<Write> writes, RoundPhase phase)
    {
        var dropped = Named(writes.OfType<Write.Insert>(), "biljet").ToList();
        var gone = Named(writes.OfType<Write.Delete>(), "recht").ToList();
        foreach (var code in Named(writes.OfType<Write.Insert>(), "recht"))
        {
            if (phase is not (RoundPhase.Preparing or RoundPhase.Sealed) || !_rights.Add(code))
                throw new Violation($"A right to vote in {name} appears while it is {phase}.");
        }
        var invalid = Named(writes.OfType<Write.Put>().Where(write => write.Data == "ongeldig"), "code").Count();
        if (dropped.Count > 0 && (dropped.Count + invalid != gone.Count || phase is not (RoundPhase.VoteOpen or RoundPhase.Counting)))
            throw new Violation($"{dropped.Count} ballots of {name} came with {gone.Count} codes while it is {phase}.");
        foreach (var code in gone)
        {
            if (!_rights.Remove(code))
                throw new Violation($"A code of {name} was used up twice.");
            if (dropped.Count > 0)
                _used.Add(code);
        }
        foreach (var ballot in dropped)
        {
            if (!_ballots.Add(ballot))
                throw new Violation($"Two ballots of {name} have the same tracking number.");
        }
    }

    public void Counted(RoundEvent.Counted counted)
    {
        if (counted.Ballots != _ballots.Count || counted.Ballots != _used.Count || _rights.Count > 0)
            throw new Violation($"{name} counts {counted.Ballots} ballots of {_ballots.Count}, with {_used.Count} codes used and {_rights.Count} left.");
    }

    private static IEnumerable<string> Named(IEnumerable<Write> writes, string kind) =>
        writes.Select(write => write.Row.Split('|')).Where(key => key[0] == kind).Select(key => key[1]);
}
