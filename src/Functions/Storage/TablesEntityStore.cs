using Azure;
using Azure.Data.Tables;

namespace Smederijen.Functions.Storage;

/// <summary>
/// The store of the Azure edition: one table, a partition per Smederij, an entity group transaction per commit. The client
/// tries again by itself after a failure of the network; when the first try had landed after all, the second one meets its own
/// rows, and the conflict that is reported leads callers to the command id that they wrote.
/// </summary>
/// <param name="gone">What is thrown when the table is not there; null where that is a fault of the installation.</param>
public sealed class TablesEntityStore(TableClient table, Func<Exception>? gone = null) : IEntityStore
{
    public async ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default)
    {
        if (!StoreLimits.IsKey(partition) || !StoreLimits.IsKey(row))
            return null;
        if (gone is not null)
            return await TablesFailure.Explained(table, gone, () => Find(partition, row, cancellation));
        var found = await TablesFailure.Explained(
            table, gone, () => table.GetEntityIfExistsAsync<TableEntity>(partition, row, cancellationToken: cancellation));
        return found.HasValue ? TableRow.Read(found.Value!) : null;
    }

    public async ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage,
        CancellationToken cancellation = default)
    {
        limit = StoreLimits.CheckLimit(limit);
        if (!StoreLimits.IsKey(partition) || RowFilter.Of(partition, range) is not { } filter)
            return new Page([], null);
        return await TablesFailure.Explained(table, gone, () => FirstPage(filter, limit, cancellation));
    }

    public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
    {
        StoreLimits.Check(partition, writes);
        cancellation.ThrowIfCancellationRequested();
        try
        {
            return await TablesFailure.Explained(table, gone, () => writes is [var only] ? One(partition, only) : Together(partition, writes));
        }
        catch (RequestFailedException refused) when (TablesFailure.IsConflict(refused))
        {
            var index = (refused as TableTransactionFailedException)?.FailedTransactionActionIndex ?? 0;
            return new CommitResult.Conflict(writes[index].Row);
        }
    }

    /// <summary>
    /// The service may answer with fewer rows than asked, even none, and a token to go on. The token is kept inside: callers
    /// go on by row key, which stays true when rows come and go.
    /// </summary>
    private async Task<Page> FirstPage(string filter, int limit, CancellationToken cancellation)
    {
        await foreach (var page in table.QueryAsync<TableEntity>(filter, limit, cancellationToken: cancellation).AsPages())
        {
            if (page.Values.Count > 0)
                return new Page([.. page.Values.Select(TableRow.Read)], page.ContinuationToken is null ? null
                    : RowFilter.After(page.Values[^1].RowKey));
        }
        return new Page([], null);
    }

    /// <summary>Tells a row that is not there from a table that is not there, which <c>GetEntityIfExists</c> does not.</summary>
    private async Task<Entity?> Find(string partition, string row, CancellationToken cancellation)
    {
        try
        {
            return TableRow.Read((await table.GetEntityAsync<TableEntity>(partition, row, cancellationToken: cancellation)).Value);
        }
        catch (RequestFailedException absent) when (TablesFailure.IsConflict(absent))
        {
            return null;
        }
    }

    private async Task<CommitResult> One(string partition, Write write)
    {
        var response = await (write switch
        {
            Write.Insert insert => table.AddEntityAsync(TableRow.Of(partition, write.Row, insert.Data)),
            Write.Replace replace =>
                table.UpdateEntityAsync(TableRow.Of(partition, write.Row, replace.Data), new ETag(replace.ETag), TableUpdateMode.Replace),
            Write.Put put => table.UpsertEntityAsync(TableRow.Of(partition, write.Row, put.Data), TableUpdateMode.Replace),
            Write.Delete delete => table.DeleteEntityAsync(partition, write.Row, delete.ETag is null ? ETag.All : new ETag(delete.ETag)),
            _ => throw new ArgumentOutOfRangeException(nameof(write), write, "This kind of write is unknown."),
        });
        // Deleting what is not there throws nothing.
        return response.Status == 404 ? new CommitResult.Conflict(write.Row) : new CommitResult.Committed([ETagOf(write, response)]);
    }

    private async Task<CommitResult> Together(string partition, IReadOnlyList<Write> writes)
    {
        var responses = await table.SubmitTransactionAsync(writes.Select(write => Action(partition, write)));
        return new CommitResult.Committed([.. writes.Zip(responses.Value, ETagOf)]);
    }

    private static string? ETagOf(Write write, Response response) => write is Write.Delete ? null : response.Headers.ETag?.ToString();

    private static TableTransactionAction Action(string partition, Write write) => write switch
    {
        Write.Insert insert => new(TableTransactionActionType.Add, TableRow.Of(partition, write.Row, insert.Data)),
        Write.Replace replace =>
            new(TableTransactionActionType.UpdateReplace, TableRow.Of(partition, write.Row, replace.Data), new ETag(replace.ETag)),
        Write.Put put => new(TableTransactionActionType.UpsertReplace, TableRow.Of(partition, write.Row, put.Data)),
        Write.Delete delete =>
            new(TableTransactionActionType.Delete, new TableEntity(partition, write.Row), delete.ETag is null ? ETag.All : new ETag(delete.ETag)),
        _ => throw new ArgumentOutOfRangeException(nameof(write), write, "This kind of write is unknown."),
    };
}
