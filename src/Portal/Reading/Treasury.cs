using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Watching;

namespace Smederijen.Portal.Reading;

/// <summary>The money of a Smederij in its present round.</summary>
public sealed class Treasury(IEntityStore store, UnreadableRows unreadable)
{
    /// <summary>Nothing at all while the round is not opened yet; null when its row cannot be read, so that nobody knows.</summary>
    public async ValueTask<Ledger?> LedgerOf(SmederijSettings smederij, CancellationToken cancellation = default) =>
        await store.Get(smederij.Id, Keys.Round(smederij.Round.Period), cancellation) is not { } row ? Ledger.Empty
        : await unreadable.Read(smederij.Id, [row], PortalJson.Default.Round) is [var round] ? round.Ledger
        : null;
}
