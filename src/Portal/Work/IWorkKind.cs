using Smederijen.Domain;

namespace Smederijen.Portal.Work;

/// <summary>
/// A kind of item on the work list, and how one of its items moves on. A new kind is one class and one line in the wiring.
/// </summary>
public interface IWorkKind
{
    /// <summary>How its items begin: <c>ronde-</c>. Empty for the kind that takes what no other one owns.</summary>
    string Prefix { get; }

    /// <summary>When the clock has to look at the item again; null when there is no such item, or only people can move it.</summary>
    Task<DateTimeOffset?> NextDue(WorkKey key, CancellationToken cancellation);

    /// <summary>Tells the item what time it is. Too early, or for the second time, it changes nothing.</summary>
    Task LetTimePass(WorkKey key, CancellationToken cancellation);

    /// <summary>Does what was decided. It may be performed twice, and may have stopped in the middle before.</summary>
    /// <param name="id">The id of the effect: a mail carries it, so that a second try is the same mail.</param>
    Task Perform(WorkKey key, Effect effect, string id, CancellationToken cancellation);
}
