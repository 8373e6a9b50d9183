using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace Smederijen.Functions.Storage;

/// <summary>
/// The table and the container, by managed identity (<c>AZURE_CLIENT_ID</c> says which) unless a connection string is set.
/// </summary>
public sealed class StorageClients
{
    /// <exception cref="InvalidOperationException">The settings say neither where the storage is nor how to connect.</exception>
    public StorageClients(IOptions<StorageOptions> options, TableClientOptions tables, BlobClientOptions blobs)
    {
        var storage = options.Value;
        if (storage.ConnectionString is { Length: > 0 } connection)
        {
            Tables = new TableServiceClient(connection, tables);
            Table = Tables.GetTableClient(storage.Table);
            Container = new BlobContainerClient(connection, storage.Container, blobs);
            return;
        }
        TokenCredential identity = new DefaultAzureCredential();
        Tables = new TableServiceClient(Address(storage.TableUri, "TableUri"), identity, tables);
        Table = Tables.GetTableClient(storage.Table);
        Container = new BlobServiceClient(Address(storage.BlobUri, "BlobUri"), identity, blobs).GetBlobContainerClient(storage.Container);
    }

    public TableServiceClient Tables { get; }

    public TableClient Table { get; }

    public BlobContainerClient Container { get; }

    private static Uri Address(Uri? uri, string name) => uri
        ?? throw new InvalidOperationException($"The setting Storage__{name} is missing: give the address of the storage account, or Storage__ConnectionString for the emulator.");
}
