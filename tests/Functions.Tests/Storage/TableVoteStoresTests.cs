using System.Net;
using System.Text;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Smederijen.Domain.Rounds;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Tests.Storage;
using Smederijen.Portal.Tests.Voting;
using Smederijen.Portal.Voting;

namespace Smederijen.Functions.Tests.Storage;

internal static class VoteTables
{
    public static StorageClients Clients(Azurite azurite, string table, TableClientOptions? options = null) =>
        new(
            Options.Create(new StorageOptions { ConnectionString = azurite.Connection, Table = table }), options ?? new TableClientOptions(),
            new BlobClientOptions());
}

[Collection(nameof(Azurite))]
public sealed class TableVoteStoresTests(Azurite azurite) : VoteStoresContract
{
    private readonly TableVoteStores _stores = new(VoteTables.Clients(azurite, Azurite.NewName()));

    protected override IVoteStores Stores => _stores;

    /// <summary>The service takes up to a minute to remove a table; until then it answers so.</summary>
    [Fact]
    public async Task A_table_that_is_still_being_removed_counts_as_removed_and_is_not_made_yet()
    {
        using var answering = new HttpClient(new BeingDeleted());
        var options = new TableClientOptions { Transport = new HttpClientTransport(answering) };
        var stores = new TableVoteStores(VoteTables.Clients(azurite, "smederijen", options));
        await stores.Remove(Vote);
        (await Should.ThrowAsync<StoreUnavailableException>(() => stores.Make(Vote))).Message.ShouldContain("still being removed");
    }

    private sealed class BeingDeleted : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.Conflict)
            {
                RequestMessage = request,
                Content = new StringContent("""{"odata.error":{"code":"TableBeingDeleted"}}""", Encoding.UTF8, "application/json"),
            });
    }
}

/// <summary>The table of one vote under the contract of every store.</summary>
[Collection(nameof(Azurite))]
public sealed class TableVoteStoreTests(Azurite azurite) : EntityStoreContract
{
    protected override async Task<IEntityStore> NewStore()
    {
        var stores = new TableVoteStores(VoteTables.Clients(azurite, Azurite.NewName()));
        await stores.Make(VoteStoresContract.Vote);
        return stores.Of(VoteStoresContract.Vote);
    }
}

[Collection(nameof(Azurite))]
public sealed class When_a_vote_is_held_in_Azure(Azurite azurite)
{
    [Fact]
    public async Task It_has_a_table_of_its_own_which_holds_no_code_and_is_gone_after_the_decision()
    {
        var clients = VoteTables.Clients(azurite, Azurite.NewName());
        await clients.Table.CreateAsync();
        var store = new TablesEntityStore(clients.Table);
        await using var world = await World.Begin(services => services
            .AddSingleton(new PlainStore(store)).AddSingleton<IVoteStores>(new TableVoteStores(clients)));
        var vote = await AVote.Open(world, 30);
        for (var i = 0; i < 20; i++)
            (await vote.Cast(vote.Codes[i], i % 4)).ShouldBe(CodeStanding.Free);
        (await vote.Cast(vote.Codes[0], 1)).ShouldBe(CodeStanding.UsedOnline);

        var name = (await Tables(clients)).ShouldHaveSingleItem();
        var rows = await clients.Tables.GetTableClient(name).QueryAsync<TableEntity>().ToListAsync();
        rows.Count(row => row.RowKey.StartsWith("biljet|", StringComparison.Ordinal)).ShouldBe(20);
        var text = string.Concat(rows.Select(row => row.RowKey + row.GetString("Data")));
        foreach (var code in vote.Codes)
            text.ShouldNotContain(await world.Get<BallotBox>().HashOf(AVote.Key, code));
        rows.Where(row => row.RowKey.StartsWith("biljet|", StringComparison.Ordinal)).Select(row => row.GetString("Data").Length).Distinct()
            .ShouldHaveSingleItem("the length of a ballot would tell how much was chosen");

        await world.After(20);
        (await vote.Round()).State.ShouldBeOfType<RoundState.Decided>();
        (await Tables(clients)).ShouldBeEmpty();
        (await store.Get(AVote.Smederij, RoundKeys.VoteKey("2027"))).ShouldNotBeNull().Data.ShouldBe("vernietigd");
    }

    private static async Task<List<string>> Tables(StorageClients clients) =>
        [.. (await clients.Tables.QueryAsync().ToListAsync()).Select(table => table.Name)
            .Where(name => name.StartsWith(clients.Table.Name + TableVoteStores.Mark, StringComparison.Ordinal))];
}
