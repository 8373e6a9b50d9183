namespace Smederijen.Portal.Ledgers;

/// <summary>The lines of a ledger in words.</summary>
internal static class LedgerTexts
{
    public static string Kind(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot => "Toegewezen",
        LedgerEntry.Reserve { IsPart: true } => "Gereserveerd, als deel aangeboden",
        LedgerEntry.Reserve => "Gereserveerd",
        LedgerEntry.Free => "Vrijgevallen",
        LedgerEntry.Release => "Vrijgegeven om te betalen",
        LedgerEntry.Bounce => "Niet aangekomen, weer gereserveerd",
        LedgerEntry.Expect => "Teruggevraagd",
        LedgerEntry.Receive { Payment: > 0 } => "Betaling ging niet door",
        LedgerEntry.Receive => "Terug ontvangen",
        LedgerEntry.WriteOff => "Afgeschreven",
        LedgerEntry.GiveBack => "Teruggegeven",
        LedgerEntry.CarryOut e => MoneyMoves.Label(e),
        LedgerEntry.CarryIn e => MoneyMoves.Label(e),
        LedgerEntry.Return => "Terug naar geldgever",
        _ => throw new ArgumentOutOfRangeException(nameof(entry), entry.GetType().Name, "Every entry needs words."),
    };

    public static string? IdeaOf(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Reserve e => e.Idea,
        LedgerEntry.Free e => e.Idea,
        LedgerEntry.Release e => e.Idea,
        LedgerEntry.Bounce e => e.Idea,
        LedgerEntry.Expect e => e.Idea,
        LedgerEntry.Receive e => e.Idea,
        LedgerEntry.WriteOff e => e.Idea,
        LedgerEntry.GiveBack e => e.Idea,
        _ => null,
    };

    /// <summary>The id of the order that a line is about; null where there is none.</summary>
    public static string? PaymentOf(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Release { Payment: > 0 } e => PaymentOrder.IdOf(e.Idea, e.Payment),
        LedgerEntry.Bounce { Payment: > 0 } e => PaymentOrder.IdOf(e.Idea, e.Payment),
        LedgerEntry.Receive { Payment: > 0 } e => PaymentOrder.IdOf(e.Idea, e.Payment),
        _ => null,
    };

    public static string? SourceOf(LedgerEntry entry) => entry switch
    {
        LedgerEntry.Allot e => SourceTexts.Name(e.Source),
        LedgerEntry.CarryOut e => SourceTexts.Name(e.Source),
        LedgerEntry.CarryIn e => SourceTexts.Name(e.Source),
        LedgerEntry.Return e => SourceTexts.Name(e.Source),
        _ => null,
    };
}
