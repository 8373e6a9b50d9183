using Smederijen.Portal.Board;
using Smederijen.Portal.Ledgers;

namespace Smederijen.Portal.Reading;

/// <summary>The money of a Smederij in its present round.</summary>
public sealed class Treasury(IEntityStore store, SharedBoard board, UnreadableRows unreadable)
{
    /// <summary>What each can still spend, in the same order, null where that cannot be read: from the shared board where one is kept, a few seconds
    /// behind at most.</summary>
    public async Task<IReadOnlyList<Euro?>> AvailableIn(IReadOnlyList<SmederijSettings> smederijen, CancellationToken cancellation = default)
    {
        var known = board.IsKept ? await BoardSnapshot.Money(store, cancellation) : null;
        return await Task.WhenAll(smederijen.Select(async smederij =>
            known is not null && known.TryGetValue(new RoundKey(smederij.Id, smederij.Round.Period), out var available)
                ? available : (await KnownLedgerOf(smederij, cancellation))?.Available));
    }

    /// <summary>Nothing at all while the round is not opened yet.</summary>
    /// <exception cref="UnreadableRowException">The row of the round cannot be read.</exception>
    public async Task<Ledger> LedgerOf(SmederijSettings smederij, CancellationToken cancellation = default) =>
        (await store.LoadRound(new RoundKey(smederij.Id, smederij.Round.Period), cancellation))?.Item.Ledger ?? Ledger.Empty;

    /// <summary>The same for a page that goes on without it: null, and reported, when the row cannot be read.</summary>
    public Task<Ledger?> KnownLedgerOf(SmederijSettings smederij, CancellationToken cancellation) =>
        unreadable.Try<Ledger>(smederij.Id, async () => await LedgerOf(smederij, cancellation));
}
