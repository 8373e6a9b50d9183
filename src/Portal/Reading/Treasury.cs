using Smederijen.Domain.Money;
using Smederijen.Domain.Settings;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Reading;

/// <summary>The money of a Smederij in its present round.</summary>
public sealed class Treasury(IEntityStore store)
{
    /// <summary>Nothing at all while the round is not opened yet.</summary>
    public async ValueTask<Ledger> LedgerOf(SmederijSettings smederij, CancellationToken cancellation = default) =>
        await store.Get(smederij.Id, Keys.Round(smederij.Round.Period), cancellation) is { } row
            ? row.Read(PortalJson.Default.Round).Ledger
            : Ledger.Empty;
}
