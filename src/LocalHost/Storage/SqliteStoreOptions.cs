namespace Smederijen.LocalHost.Storage;

/// <summary>The measures of the embedded store; the defaults suit the largest municipality that we know of.</summary>
public sealed record SqliteStoreOptions
{
    /// <summary>The folder that holds the database; made when it is not there.</summary>
    public required string Folder { get; init; }

    /// <summary>Commits that may wait for the writer; a caller beyond that waits until there is room.</summary>
    public int QueueLength { get; init; } = 1024;

    /// <summary>Pages (4 KiB) in the write-ahead log after which they are moved to the database file.</summary>
    public int PagesPerCheckpoint { get; init; } = 8192;

    /// <summary>The size in pages (4 KiB) that the database may grow to, so that it cannot fill a disk it shares. Null: no bound.</summary>
    public int? LargestPages { get; init; }

    /// <summary>How long to wait for another program (a database browser, a copy tool) that holds the file locked.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For ballots: rows lie in the order of their keys and ETags are chance, so that the file tells little of the order of writing. It
    /// costs more for each row than appending does.
    /// </summary>
    public bool KeepsNoOrder { get; init; }

    /// <summary>How much of the database the writer keeps in memory, in KiB.</summary>
    public int WriterCache { get; init; } = 16 * 1024;

    public string File => Path.Combine(Folder, "smederijen.db");
}
