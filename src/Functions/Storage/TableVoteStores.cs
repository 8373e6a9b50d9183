using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Models;
using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Text;

namespace Smederijen.Functions.Storage;

/// <summary>
/// A table for each vote, beside the main one and named after it. The service removes a table whole, and takes up to a minute to free
/// its name, which no other vote has.
/// </summary>
public sealed class TableVoteStores(StorageClients storage) : IVoteStores
{
    /// <summary>Stands between the name of the main table and the hash of the vote.</summary>
    public const string Mark = "stembus";

    private const int HashBytes = 10;

    private readonly ConcurrentDictionary<RoundKey, IEntityStore> stores = new();

    public IEntityStore Of(RoundKey vote) => stores.GetOrAdd(vote, key => new TablesEntityStore(
        TableOf(key), () => new BallotBoxLostException(key, $"(table '{NameOf(key)}') is not there")));

    public Task Make(RoundKey vote, CancellationToken cancellation = default) =>
        TablesFailure.Explained(TableOf(vote), null, async () => await TableOf(vote).CreateIfNotExistsAsync(cancellation));

    public Task Remove(RoundKey vote, CancellationToken cancellation = default) => TablesFailure.Explained(TableOf(vote), null, async () =>
    {
        try
        {
            return await TableOf(vote).DeleteAsync(cancellation);
        }
        // It was removed before, by a call that was stopped or by another instance.
        catch (RequestFailedException gone) when (gone.Status == 404 || gone.ErrorCode == TableErrorCode.TableBeingDeleted)
        {
            return null!;
        }
    });

    /// <summary>What the service keeps of deleted rows is out of our hands.</summary>
    public Task ForgetDeleted(CancellationToken cancellation = default) => Task.CompletedTask;

    private TableClient TableOf(RoundKey vote) => storage.Tables.GetTableClient(NameOf(vote));

    /// <summary>Names of tables hold letters and digits only, at most 63.</summary>
    private string NameOf(RoundKey vote) =>
        storage.Table.Name + Mark + Digest.Hex(vote.ToString(), HashBytes);
}
