using Microsoft.Extensions.Logging.Abstractions;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests.Storage;

namespace Smederijen.LocalHost.Tests.Storage;

/// <summary>SQLite under the contract of every store, with a log so short that it is moved to the database all the time.</summary>
public sealed class SqliteEntityStoreTests : EntityStoreContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    protected override Task<IEntityStore> NewStore() => Task.FromResult<IEntityStore>(Sqlite.Open(_folder, pagesPerCheckpoint: 8));

    protected override Task CloseStore()
    {
        ((SqliteEntityStore)Store).Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => _folder.Dispose();
}

internal static class Sqlite
{
    public static SqliteEntityStore Open(TemporaryFolder folder, int pagesPerCheckpoint = 8192, int? largestPages = null, int queueLength = 1024) =>
        new(new SqliteStoreOptions
        {
            Folder = folder.Path,
            PagesPerCheckpoint = pagesPerCheckpoint,
            LargestPages = largestPages,
            QueueLength = queueLength,
            LockTimeout = TimeSpan.FromMilliseconds(20),
        }, NullLogger<SqliteEntityStore>.Instance);

    public static async Task<List<Entity>> Rows(this IEntityStore store, string partition, string prefix)
    {
        var rows = new List<Entity>();
        for (RowRange? left = RowRange.Prefix(prefix); left is { } part;)
        {
            var page = await store.Query(partition, part);
            rows.AddRange(page.Rows);
            left = page.Continuation is { } next ? part.ContinueAt(next) : null;
        }
        return rows;
    }
}
