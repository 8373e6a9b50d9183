using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Reading;

/// <summary>The money of a Smederij in its present round.</summary>
public sealed class Treasury(IEntityStore store, UnreadableRows unreadable)
{
    /// <summary>Nothing at all while the round is not opened yet.</summary>
    /// <exception cref="UnreadableRowException">The row of the round cannot be read.</exception>
    public async Task<Ledger> LedgerOf(SmederijSettings smederij, CancellationToken cancellation = default) =>
        (await store.Get(smederij.Id, Keys.Round(smederij.Round.Period), cancellation))?.Read(PortalJson.Default.Round).Ledger ?? Ledger.Empty;

    /// <summary>The same for a page that goes on without it: null, and reported, when the row cannot be read.</summary>
    public Task<Ledger?> KnownLedgerOf(SmederijSettings smederij, CancellationToken cancellation) =>
        unreadable.Try<Ledger>(smederij.Id, async () => await LedgerOf(smederij, cancellation));
}
