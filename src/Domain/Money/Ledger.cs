namespace Smederijen.Domain.Money;

/// <summary>
/// The money of one round, as the totals of its append-only entries. In every value of this type
/// Reserved + Released + ToReceive ≤ Total: money that has to come back is as good as spent. An entry that would break that is refused.
/// </summary>
public sealed record Ledger
{
    [JsonConstructor]
    public Ledger(Euro allotted, Euro reserved, Euro released, Euro toReceive = default, Euro carriedIn = default, Euro carriedOut = default,
        Euro returned = default)
    {
        if (reserved + released + toReceive + carriedOut + returned > allotted + carriedIn)
            throw new ArgumentException(
                $"A ledger cannot hold {reserved} reserved, {released} released and {toReceive} to receive, and {carriedOut} and {returned} cannot have "
                + $"left it, of {allotted} and {carriedIn}.");
        (Allotted, Reserved, Released, ToReceive) = (allotted, reserved, released, toReceive);
        (CarriedIn, CarriedOut, Returned) = (carriedIn, carriedOut, returned);
    }

    public static Ledger Empty { get; } = new(Euro.Zero, Euro.Zero, Euro.Zero);

    public Euro Allotted { get; }

    public Euro Reserved { get; }

    public Euro Released { get; }

    /// <summary>What was paid, was not spent, and is not back yet.</summary>
    public Euro ToReceive { get; }

    /// <summary>What came from rounds of earlier periods.</summary>
    public Euro CarriedIn { get; }

    /// <summary>What went on to rounds of later periods.</summary>
    public Euro CarriedOut { get; }

    /// <summary>What went back to the sources.</summary>
    public Euro Returned { get; }

    /// <summary>All that this round has or had to spend: what went on or back is not its money any more.</summary>
    [JsonIgnore]
    public Euro Total => Allotted + CarriedIn - CarriedOut - Returned;

    [JsonIgnore]
    public Euro Available => Total - Reserved - Released - ToReceive;

    /// <summary>The ledger after an entry, or null when the money for it is not there.</summary>
    public Ledger? Post(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => With(allotted: e.Amount.Cents),
        LedgerEntry.Reserve e => e.Amount <= Available ? With(reserved: e.Amount.Cents) : null,
        LedgerEntry.Free e => e.Amount <= Reserved ? With(reserved: -e.Amount.Cents) : null,
        LedgerEntry.Release e => e.Amount <= Reserved ? With(reserved: -e.Amount.Cents, released: e.Amount.Cents) : null,
        LedgerEntry.Bounce e => e.Amount <= Released ? With(reserved: e.Amount.Cents, released: -e.Amount.Cents) : null,
        LedgerEntry.Expect e => e.Amount <= Released ? With(released: -e.Amount.Cents, toReceive: e.Amount.Cents) : null,
        LedgerEntry.Receive e => e.Amount <= ToReceive ? With(toReceive: -e.Amount.Cents) : null,
        LedgerEntry.WriteOff e => e.Amount <= ToReceive ? With(released: e.Amount.Cents, toReceive: -e.Amount.Cents) : null,
        LedgerEntry.GiveBack e => e.Amount <= Released ? With(released: -e.Amount.Cents) : null,
        LedgerEntry.CarryIn e => With(carriedIn: e.Amount.Cents),
        LedgerEntry.CarryOut e => e.Amount <= Available ? With(carriedOut: e.Amount.Cents) : null,
        LedgerEntry.Return e => e.Amount <= Available ? With(returned: e.Amount.Cents) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry, "Not an entry of this ledger."),
    };

    /// <summary>The ledger with so many cents more, or less, in its totals.</summary>
    private Ledger With(
        long allotted = 0, long reserved = 0, long released = 0, long toReceive = 0, long carriedIn = 0, long carriedOut = 0, long returned = 0) =>
        new(
            new(Allotted.Cents + allotted), new(Reserved.Cents + reserved), new(Released.Cents + released), new(ToReceive.Cents + toReceive),
            new(CarriedIn.Cents + carriedIn), new(CarriedOut.Cents + carriedOut), new(Returned.Cents + returned));

    /// <summary>The ledger that a history of entries leads to; null when an entry could never have been posted.</summary>
    public static Ledger? TryReplay(IEnumerable<LedgerEntry> entries) =>
        entries.Aggregate((Ledger?)Empty, (ledger, entry) => ledger?.Post(entry));

    /// <summary>The ledger that a history of entries leads to.</summary>
    /// <exception cref="InvalidOperationException">An entry could never have been posted: the history is not a ledger's.</exception>
    public static Ledger Replay(IEnumerable<LedgerEntry> entries) => entries.Aggregate(Empty, (ledger, entry) =>
        ledger.Post(entry) ?? throw new InvalidOperationException($"{entry} does not fit in {ledger}."));
}
