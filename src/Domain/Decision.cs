using System.Diagnostics.CodeAnalysis;

namespace Smederijen.Domain;

/// <summary>The answer of an item of any kind to an event: always one of these three, for every state.</summary>
/// <typeparam name="TItem">What is decided over.</typeparam>
/// <typeparam name="TEffect">What can follow from it.</typeparam>
/// <typeparam name="TRefusal">Why it can be refused. The portal has one sentence for each that says what to do.</typeparam>
public abstract record Decision<TItem, TEffect, TRefusal> where TRefusal : struct, Enum
{
    private Decision() { }

    /// <summary>
    /// It happened. The host commits the new item, the event in its log, the ledger postings and the effects in one
    /// transaction, or nothing at all.
    /// </summary>
    /// <param name="Postings">In the ledger of the round that the decision was made with.</param>
    /// <param name="Logged">False when nothing of it may stay: the event names somebody who has not confirmed yet.</param>
    public sealed record Accepted(TItem Item, ImmutableArray<TEffect> Effects, ImmutableArray<LedgerEntry> Postings, bool Logged = true)
        : Decision<TItem, TEffect, TRefusal>
    {
        /// <summary>It happened, and no money moves.</summary>
        public Accepted(TItem item, ImmutableArray<TEffect> effects) : this(item, effects, []) { }
    }

    /// <summary>It cannot happen, and this is why.</summary>
    public sealed record Refused(TRefusal Reason) : Decision<TItem, TEffect, TRefusal>;

    /// <summary>It happened before, or no longer matters: nothing changes, and the person hears that all is well.</summary>
    public sealed record AlreadySo : Decision<TItem, TEffect, TRefusal>
    {
        [SuppressMessage("Design", "CA1000", Justification = "Every kind has a short name for its decision, so nobody writes the arguments.")]
        public static AlreadySo Instance { get; } = new();
    }
}
