namespace Smederijen.Portal.Storage;

/// <summary>
/// The one store behind both editions, with the semantics of Azure Tables: rows are ordered by row key (ordinal) inside a
/// partition, and a commit changes rows of one partition all or nothing. <see cref="StoreLimits"/> says what both stores refuse.
/// </summary>
public interface IEntityStore
{
    /// <summary>Reads one row; null when it is not there, or cannot be (a key outside the limits).</summary>
    ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default);

    /// <summary>
    /// Reads at most <paramref name="limit"/> rows of a range, ascending. A page may hold fewer rows than asked and still
    /// have a <see cref="Page.Continuation"/>; only a page without one is the last.
    /// </summary>
    ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage, CancellationToken cancellation = default);

    /// <summary>
    /// Applies all writes or none. Returns only after the result is durable. A <see cref="CommitResult.Conflict"/> is an
    /// ordinary outcome (reload and decide again). Once a place in the queue is found the commit runs to its end: cancelling
    /// only gives up the waiting before that.
    /// </summary>
    /// <exception cref="ArgumentException">The writes are outside <see cref="StoreLimits"/>; nothing was written.</exception>
    /// <exception cref="StoreUnavailableException">The store failed; whether the writes landed is unknown.</exception>
    Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default);
}

/// <summary>A stored row. <paramref name="Data"/> is JSON text; <paramref name="ETag"/> changes with every write of the row.</summary>
public sealed record Entity(string Row, string Data, string ETag)
{
    /// <summary>It is not as the portal wrote it: nothing may be read from it.</summary>
    public bool IsForged { get; init; }
}

/// <summary>
/// The store of an edition itself, under what the portal lays around it: for the check of the history, which looks at rows as they lie
/// there, and for whoever makes a copy.
/// </summary>
public sealed record PlainStore(IEntityStore Rows);

/// <summary>Rows from <paramref name="From"/> (inclusive) up to <paramref name="Before"/> (exclusive), in ordinal order.</summary>
public readonly record struct RowRange(string From, string Before)
{
    /// <summary>All rows that start with the prefix: <c>fase|</c> gives every row of that index.</summary>
    public static RowRange Prefix(string prefix) => new(prefix, prefix[..^1] + (char)(prefix[^1] + 1));

    /// <summary>The part of this range that a page's <see cref="Page.Continuation"/> points at.</summary>
    public RowRange ContinueAt(string continuation) => this with { From = continuation };
}

/// <summary>A page of rows; <paramref name="Continuation"/> is the row key to go on from, or null at the end.</summary>
public sealed record Page(IReadOnlyList<Entity> Rows, string? Continuation);

/// <summary>One change of one row. A commit names each row at most once.</summary>
public abstract record Write
{
    private Write(string row) => Row = row;

    public string Row { get; }

    /// <summary>The row must not exist yet.</summary>
    public sealed record Insert(string Row, string Data) : Write(Row);

    /// <summary>The row must still carry the ETag that was read.</summary>
    public sealed record Replace(string Row, string Data, string ETag) : Write(Row);

    /// <summary>Inserts or replaces, whatever is there.</summary>
    public sealed record Put(string Row, string Data) : Write(Row);

    /// <summary>The row must exist, and carry <paramref name="ETag"/> unless that is null.</summary>
    public sealed record Delete(string Row, string? ETag = null) : Write(Row);
}

/// <summary>What became of a commit.</summary>
public abstract record CommitResult
{
    private CommitResult() { }

    /// <param name="ETags">Of the rows as they are now, in the order of the writes; null for one that is gone. Empty from a store that does not
    /// tell.</param>
    public sealed record Committed(IReadOnlyList<string?> ETags) : CommitResult
    {
        public static Committed Instance { get; } = new([]);
    }

    /// <summary>Nothing was written: <paramref name="Row"/> exists already, is gone, or was changed by another.</summary>
    public sealed record Conflict(string Row) : CommitResult;
}
