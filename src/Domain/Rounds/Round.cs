using Smederijen.Domain.Money;

namespace Smederijen.Domain.Rounds;

/// <summary>The budget period of a Smederij: its ledger, and how many entries that has.</summary>
public sealed record Round(string Period, Ledger Ledger, int Entries)
{
    /// <summary>The round after a posting, or null when the money for it is not there.</summary>
    public Round? Post(LedgerEntry entry) => Ledger.Post(entry) is { } ledger ? this with { Ledger = ledger, Entries = Entries + 1 } : null;
}
