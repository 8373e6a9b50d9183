namespace Smederijen.Domain.Money;

/// <summary>
/// The money of one round, as the totals of its append-only entries. In every value of this type
/// Reserved + Released + ToReceive ≤ Allotted: money that has to come back is as good as spent. An entry that would break that is refused.
/// </summary>
public sealed record Ledger
{
    [JsonConstructor]
    public Ledger(Euro allotted, Euro reserved, Euro released, Euro toReceive = default)
    {
        if (reserved + released + toReceive > allotted)
            throw new ArgumentException($"A ledger cannot hold {reserved} reserved, {released} released and {toReceive} to receive of {allotted}.");
        (Allotted, Reserved, Released, ToReceive) = (allotted, reserved, released, toReceive);
    }

    public static Ledger Empty { get; } = new(Euro.Zero, Euro.Zero, Euro.Zero);

    public Euro Allotted { get; }

    public Euro Reserved { get; }

    public Euro Released { get; }

    /// <summary>What was paid, was not spent, and is not back yet.</summary>
    public Euro ToReceive { get; }

    [JsonIgnore]
    public Euro Available => Allotted - Reserved - Released - ToReceive;

    /// <summary>The ledger after an entry, or null when the money for it is not there.</summary>
    public Ledger? Post(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => new(Allotted + e.Amount, Reserved, Released, ToReceive),
        LedgerEntry.Reserve e => e.Amount <= Available ? new(Allotted, Reserved + e.Amount, Released, ToReceive) : null,
        LedgerEntry.Free e => e.Amount <= Reserved ? new(Allotted, Reserved - e.Amount, Released, ToReceive) : null,
        LedgerEntry.Release e => e.Amount <= Reserved ? new(Allotted, Reserved - e.Amount, Released + e.Amount, ToReceive) : null,
        LedgerEntry.Expect e => e.Amount <= Released ? new(Allotted, Reserved, Released - e.Amount, ToReceive + e.Amount) : null,
        LedgerEntry.Receive e => e.Amount <= ToReceive ? new(Allotted, Reserved, Released, ToReceive - e.Amount) : null,
        LedgerEntry.WriteOff e => e.Amount <= ToReceive ? new(Allotted, Reserved, Released + e.Amount, ToReceive - e.Amount) : null,
        LedgerEntry.GiveBack e => e.Amount <= Released ? new(Allotted, Reserved, Released - e.Amount, ToReceive) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "Not an entry of this ledger."),
    };

    /// <summary>The ledger that a history of entries leads to; null when an entry could never have been posted.</summary>
    public static Ledger? TryReplay(IEnumerable<LedgerEntry> entries) =>
        entries.Aggregate((Ledger?)Empty, (ledger, entry) => ledger?.Post(entry));

    /// <summary>The ledger that a history of entries leads to.</summary>
    /// <exception cref="InvalidOperationException">An entry could never have been posted: the history is not a ledger's.</exception>
    public static Ledger Replay(IEnumerable<LedgerEntry> entries) => entries.Aggregate(Empty, (ledger, entry) =>
        ledger.Post(entry) ?? throw new InvalidOperationException($"{entry} does not fit in {ledger}."));
}
