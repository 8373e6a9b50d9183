using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

/// <summary>
/// What every store promises. A store is put under it by a class that derives from this one and opens an empty store; the
/// facts are spread over the files beside this one by subject.
/// </summary>
public abstract partial class EntityStoreContract : IAsyncLifetime
{
    private const string Partition = "krakeel";

    protected IEntityStore Store { get; private set; } = null!;

    /// <summary>A row range that holds every row of a partition.</summary>
    private static RowRange Everything => new("", "\u007f");

    /// <summary>Opens an empty store; called once for each test.</summary>
    protected abstract Task<IEntityStore> NewStore();

    protected virtual Task CloseStore() => Task.CompletedTask;

    public async Task InitializeAsync() => Store = await NewStore();

    public Task DisposeAsync() => CloseStore();

    private Task<CommitResult> Commit(params Write[] writes) => Store.Commit(Partition, writes);

    private async Task Committed(params Write[] writes) => (await Commit(writes)).ShouldBeOfType<CommitResult.Committed>();

    private async Task ConflictOn(string row, params Write[] writes) => (await Commit(writes)).ShouldBe(new CommitResult.Conflict(row));

    private async Task<Entity> Stored(string row) => (await Store.Get(Partition, row)).ShouldNotBeNull();

    private async Task<string?> DataOf(string row) => (await Store.Get(Partition, row))?.Data;

    /// <summary>Follows the continuations to the end, as every caller must.</summary>
    private async Task<List<Entity>> All(RowRange range, int limit = StoreLimits.RowsPerPage)
    {
        var rows = new List<Entity>();
        for (RowRange? left = range; left is { } part;)
        {
            var page = await Store.Query(Partition, part, limit);
            page.Rows.Count.ShouldBeLessThanOrEqualTo(limit);
            rows.AddRange(page.Rows);
            left = page.Continuation is { } next ? part.ContinueAt(next) : null;
        }
        return rows;
    }

    private async Task<string[]> RowsIn(RowRange range, int limit = StoreLimits.RowsPerPage) =>
        [.. (await All(range, limit)).Select(row => row.Row)];
}
