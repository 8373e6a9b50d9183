using Azure.Data.Tables;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.Functions.Tests.Storage;

/// <summary>Azure Tables under the contract of every store.</summary>
[Collection(nameof(Azurite))]
public sealed class TablesEntityStoreTests(Azurite azurite) : EntityStoreContract
{
    private readonly TableClient _table = new(azurite.Connection, Azurite.NewName());

    protected override async Task<IEntityStore> NewStore()
    {
        await _table.CreateAsync();
        return new TablesEntityStore(_table);
    }

    protected override Task CloseStore() => _table.DeleteAsync();
}
