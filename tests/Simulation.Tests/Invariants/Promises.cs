using Smederijen.Domain.Ideas;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Simulation.Tests.Invariants;

/// <summary>
/// What people were told is done: each stands exactly once in the log of its idea. What they tried without hearing back may
/// have happened, and no more than once.
/// </summary>
internal sealed class Promises
{
    private readonly List<Promise> _all = [];

    private readonly HashSet<(RoundKey Vote, string Number)> _receipts = [];

    /// <summary>How often somebody asked to be called, whether or not the portal answered.</summary>
    public int HelpTried { get; set; }

    /// <summary>How often the portal said that somebody will be called.</summary>
    public int HelpAccepted { get; set; }

    /// <summary>A voter was shown this tracking number: the ballot is in the count.</summary>
    public void Receipt(RoundKey vote, string number) => _receipts.Add((vote, number));

    public IEnumerable<string> ReceiptsOf(RoundKey vote) => _receipts.Where(receipt => receipt.Vote == vote).Select(receipt => receipt.Number);

    /// <param name="undo">What takes it back, after which it may be done once more; null where nothing does.</param>
    /// <param name="instead">What comes to the same, so that a promise is kept with nothing of its own in the log; null where nothing does.</param>
    public Promise Try(
        IdeaKey idea, string what, Func<IdeaEvent, bool> match, Func<IdeaEvent, bool>? undo = null, Func<IdeaEvent, bool>? instead = null)
    {
        var promise = new Promise(idea, what, match, undo, instead);
        _all.Add(promise);
        return promise;
    }

    public void Check(IReadOnlyDictionary<IdeaKey, FollowedIdea> ideas)
    {
        foreach (var promise in _all)
        {
            var (most, isKept) = promise.In(ideas[promise.Idea].Events);
            if (most > 1 || (promise.Accepted && !isKept))
                throw new Violation($"{promise.What} for {promise.Idea} was {(promise.Accepted ? "accepted" : "tried")} and stands {most} times in the log.");
        }
    }
}

/// <summary>One thing that somebody did; <see cref="Accepted"/> once the portal said that it is done.</summary>
internal sealed record Promise(
    IdeaKey Idea, string What, Func<IdeaEvent, bool> Match, Func<IdeaEvent, bool>? Undo, Func<IdeaEvent, bool>? Instead)
{
    public bool Accepted { get; set; }

    /// <summary>How often at most it stood in a log at the same moment, and whether it ever did, or what comes to the same.</summary>
    public (int Most, bool IsKept) In(IEnumerable<IdeaEvent> log)
    {
        var (stands, most, isKept) = (0, 0, false);
        foreach (var e in log)
        {
            stands = Match(e) ? stands + 1 : Undo?.Invoke(e) == true ? 0 : stands;
            most = Math.Max(most, stands);
            isKept |= stands > 0 || Instead?.Invoke(e) == true;
        }
        return (most, isKept);
    }
}
