using Smederijen.Portal.Ballots;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

public sealed class InMemoryVoteStoresTests : VoteStoresContract
{
    private readonly InMemoryVoteStores _stores = new();

    protected override IVoteStores Stores => _stores;
}

/// <summary>The store of one vote keeps what every store promises.</summary>
public sealed class InMemoryVoteStoreTests : EntityStoreContract
{
    protected override async Task<IEntityStore> NewStore()
    {
        var stores = new InMemoryVoteStores();
        await stores.Make(VoteStoresContract.Vote);
        return stores.Of(VoteStoresContract.Vote);
    }
}
