namespace Smederijen.Domain.Money;

/// <summary>
/// The money of one round, as the totals of its append-only entries. In every value of this type
/// Reserved + Released ≤ Allotted; an entry that would break that is refused.
/// </summary>
public sealed record Ledger
{
    [JsonConstructor]
    public Ledger(Euro allotted, Euro reserved, Euro released)
    {
        if (reserved + released > allotted)
            throw new ArgumentException($"A ledger cannot hold {reserved} reserved and {released} released of {allotted}.");
        (Allotted, Reserved, Released) = (allotted, reserved, released);
    }

    public static Ledger Empty { get; } = new(Euro.Zero, Euro.Zero, Euro.Zero);

    public Euro Allotted { get; }

    public Euro Reserved { get; }

    public Euro Released { get; }

    [JsonIgnore]
    public Euro Available => Allotted - Reserved - Released;

    /// <summary>The ledger after an entry, or null when the money for it is not there.</summary>
    public Ledger? Post(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => new(Allotted + e.Amount, Reserved, Released),
        LedgerEntry.Reserve e => e.Amount <= Available ? new(Allotted, Reserved + e.Amount, Released) : null,
        LedgerEntry.Free e => e.Amount <= Reserved ? new(Allotted, Reserved - e.Amount, Released) : null,
        LedgerEntry.Release e => e.Amount <= Reserved ? new(Allotted, Reserved - e.Amount, Released + e.Amount) : null,
        LedgerEntry.GiveBack e => e.Amount <= Released ? new(Allotted, Reserved, Released - e.Amount) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "Not an entry of this ledger."),
    };

    /// <summary>The ledger that a history of entries leads to.</summary>
    /// <exception cref="InvalidOperationException">An entry could never have been posted: the history is not a ledger's.</exception>
    public static Ledger Replay(IEnumerable<LedgerEntry> entries) => entries.Aggregate(Empty, (ledger, entry) =>
        ledger.Post(entry) ?? throw new InvalidOperationException($"{entry} does not fit in {ledger}."));
}
