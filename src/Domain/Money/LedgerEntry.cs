namespace Smederijen.Domain.Money;

/// <summary>One line of a round's ledger. Storage contract: the names in the JSON are approved by a test.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "soort")]
[JsonDerivedType(typeof(Allot), "toewijzen")]
[JsonDerivedType(typeof(Reserve), "reserveren")]
[JsonDerivedType(typeof(Free), "vrijvallen")]
[JsonDerivedType(typeof(Release), "vrijgeven")]
[JsonDerivedType(typeof(Bounce), "niet-aangekomen")]
[JsonDerivedType(typeof(Expect), "terugvragen")]
[JsonDerivedType(typeof(Receive), "ontvangen")]
[JsonDerivedType(typeof(WriteOff), "afschrijven")]
[JsonDerivedType(typeof(GiveBack), "teruggeven")]
[JsonDerivedType(typeof(CarryOut), "meegeven")]
[JsonDerivedType(typeof(CarryIn), "overnemen")]
[JsonDerivedType(typeof(Return), "terug-naar-geldgever")]
public abstract record LedgerEntry
{
    private LedgerEntry(Euro amount) => Amount = amount;

    public Euro Amount { get; }

    /// <summary>The stuurgroep adds money; <paramref name="Source"/> says whose (the municipality, a housing corporation).</summary>
    public sealed record Allot(Euro Amount, string Source) : LedgerEntry(Amount);

    /// <summary>Money is set apart for an idea that was granted, or that was offered a part of what it asks.</summary>
    public sealed record Reserve(Euro Amount, string Idea) : LedgerEntry(Amount)
    {
        /// <summary>It is what is left of the round: the submitter still has to say whether the idea can do with it.</summary>
        public bool IsPart { get; init; }
    }

    /// <summary>A reservation falls back to what is available: the idea was withdrawn or lapsed, or a part was not accepted.</summary>
    public sealed record Free(Euro Amount, string Idea) : LedgerEntry(Amount);

    /// <summary>Reserved money is paid to the submitter.</summary>
    public sealed record Release(Euro Amount, string Idea) : LedgerEntry(Amount)
    {
        /// <summary>
        /// Which payment of the idea; 0 for what was released before payments were orders, and for what comes from before this website.
        /// </summary>
        public int Payment { get; init; }
    }

    /// <summary>A payment did not arrive, or never went out: its money is set apart for the idea again.</summary>
    public sealed record Bounce(Euro Amount, string Idea) : LedgerEntry(Amount)
    {
        /// <summary>Which payment of the idea.</summary>
        public int Payment { get; init; }
    }

    /// <summary>Money that was paid and not spent is asked back. Until it is here nobody can spend it.</summary>
    public sealed record Expect(Euro Amount, string Idea) : LedgerEntry(Amount);

    /// <summary>Money that was asked back is on the account.</summary>
    public sealed record Receive(Euro Amount, string Idea) : LedgerEntry(Amount)
    {
        /// <summary>Which payment of the idea did not go, or came back by itself; 0 for what somebody paid back.</summary>
        public int Payment { get; init; }

        /// <summary>The line of the bank that says so; null where somebody of the staff does, or a payment did not go.</summary>
        public string? Line { get; init; }
    }

    /// <summary>Money that was asked back does not come: it stays paid.</summary>
    public sealed record WriteOff(Euro Amount, string Idea) : LedgerEntry(Amount);

    /// <summary>
    /// Money that was paid and not spent counted as back at once. Only in ledgers of before the money had to be here first; nothing posts it
    /// any more.
    /// </summary>
    public sealed record GiveBack(Euro Amount, string Idea) : LedgerEntry(Amount);

    /// <summary>What is left of a source goes on to the round of a later period.</summary>
    public sealed record CarryOut(Euro Amount, string Source, string To) : LedgerEntry(Amount)
    {
        /// <summary>The other Smederij that it goes on to; null for the same.</summary>
        public string? Into { get; init; }
    }

    /// <summary>What was left of a source in the round of an earlier period. It is the source's money as before.</summary>
    public sealed record CarryIn(Euro Amount, string Source, string From) : LedgerEntry(Amount)
    {
        /// <summary>The other Smederij that it was left in; null for the same.</summary>
        public string? Of { get; init; }
    }

    /// <summary>What is left of a source goes back to it.</summary>
    public sealed record Return(Euro Amount, string Source) : LedgerEntry(Amount);
}
