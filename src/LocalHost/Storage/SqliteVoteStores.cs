using Smederijen.Portal.Ballots;
using Smederijen.Portal.Ledgers;

namespace Smederijen.LocalHost.Storage;

/// <summary>
/// A folder with a database for each vote, under <c>stembussen</c> in the data folder. Files are opened when somebody asks and the one
/// that waited longest is closed when there are many.
/// </summary>
public sealed class SqliteVoteStores(SqliteStoreOptions options, SqliteEntityStore main, ILogger<SqliteEntityStore> log) : IVoteStores, IDisposable
{
    /// <summary>More than there are Smederijen; each open one costs a thread and some files.</summary>
    private const int MostOpen = 40;

    private readonly Lock gate = new();
    private readonly Dictionary<RoundKey, Box> boxes = [];
    private long turn;

    private string Folder => Path.Combine(options.Folder, "stembussen");

    public IEntityStore Of(RoundKey vote) => new Store(this, vote);

    public Task Make(RoundKey vote, CancellationToken cancellation = default)
    {
        Leave(Enter(vote, make: true));
        DurableFile.SyncFolder(Folder);
        return Task.CompletedTask;
    }

    public async Task Remove(RoundKey vote, CancellationToken cancellation = default)
    {
        // The key of the vote was in the log until now.
        await main.Clean(cancellation: cancellation);
        await Close(vote);
        try
        {
            if (Directory.Exists(FolderOf(vote)))
                Directory.Delete(FolderOf(vote), recursive: true);
            if (Directory.Exists(Folder))
                DurableFile.SyncFolder(Folder);
        }
        catch (Exception failure) when (FolderFailure.Is(failure))
        {
            throw new StoreUnavailableException(FolderFailure.Advice(failure, FolderOf(vote)), failure);
        }
    }

    public Task ForgetDeleted(CancellationToken cancellation = default) => main.Clean(whole: true, cancellation);

    /// <summary>The votes that something lies here of, by the names of their folders.</summary>
    public IReadOnlyList<string> Names() =>
        Directory.Exists(Folder) ? [.. Directory.EnumerateDirectories(Folder).Select(Path.GetFileName).Order()!] : [];

    /// <summary>Commits that wait for the writer of any vote.</summary>
    public int QueueDepth
    {
        get
        {
            lock (gate)
                return boxes.Values.Sum(box => box.Store.QueueDepth);
        }
    }

    /// <summary>How many votes have their file open.</summary>
    internal int OpenFiles
    {
        get
        {
            lock (gate)
                return boxes.Count;
        }
    }

    public static string NameOf(RoundKey vote) => $"{Checked(vote.Smederij)}_{Checked(vote.Period)}";

    public void Dispose()
    {
        lock (gate)
        {
            foreach (var box in boxes.Values)
                box.Store.Dispose();
            boxes.Clear();
        }
    }

    private string FolderOf(RoundKey vote) => Path.Combine(Folder, NameOf(vote));

    /// <summary>Both come from the settings, never from a visitor; that they stay inside the folder is held here all the same.</summary>
    private static string Checked(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') ? name
        : throw new ArgumentException($"'{name}' cannot be part of the name of a folder.");

    /// <summary>Opens the box when it is closed; whoever enters also leaves.</summary>
    private Box Enter(RoundKey vote, bool make = false)
    {
        lock (gate)
        {
            if (!boxes.TryGetValue(vote, out var box))
            {
                box = Open(vote, make);
                boxes[vote] = box;
                CloseIdle(box);
            }
            if (box.Emptied is not null)
                throw new BallotBoxLostException(vote, "is being removed");
            box.Users++;
            box.LastUsed = ++turn;
            return box;
        }
    }

    private Box Open(RoundKey vote, bool make)
    {
        var own = new SqliteStoreOptions
        {
            Folder = FolderOf(vote),
            LockTimeout = options.LockTimeout,
            QueueLength = options.QueueLength,
            KeepsNoOrder = true,
            WriterCache = 4 * 1024,
        };
        if (!make && !File.Exists(own.File))
            throw new BallotBoxLostException(vote, $"(folder '{own.Folder}') is not there");
        return new Box(new SqliteEntityStore(own, log));
    }

    private void CloseIdle(Box fresh)
    {
        while (boxes.Count > MostOpen)
        {
            var longest = boxes.Where(pair => pair.Value.Users == 0 && pair.Value != fresh).OrderBy(pair => pair.Value.LastUsed).FirstOrDefault();
            if (longest.Value is not { } idle)
                return;
            boxes.Remove(longest.Key);
            idle.Store.Dispose();
        }
    }

    private void Leave(Box box)
    {
        lock (gate)
        {
            if (--box.Users == 0)
                box.Emptied?.TrySetResult();
        }
    }

    /// <summary>Waits until nobody uses the box any more, and closes it.</summary>
    private async Task Close(RoundKey vote)
    {
        Box? box;
        lock (gate)
        {
            if (!boxes.TryGetValue(vote, out box))
                return;
            box.Emptied ??= new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            if (box.Users == 0)
                box.Emptied.TrySetResult();
        }
        await box.Emptied.Task;
        lock (gate)
        {
            if (boxes.Remove(vote))
                box.Store.Dispose();
        }
    }

    private sealed class Box(SqliteEntityStore store)
    {
        public SqliteEntityStore Store => store;

        public int Users { get; set; }

        public long LastUsed { get; set; }

        /// <summary>Set when it is to be closed: done when the last user has left.</summary>
        public TaskCompletionSource? Emptied { get; set; }
    }

    private sealed class Store(SqliteVoteStores stores, RoundKey vote) : IEntityStore
    {
        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
            In(box => box.Get(partition, row, cancellation));

        public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage,
            CancellationToken cancellation = default) =>
            In(box => box.Query(partition, range, limit, cancellation));

        public Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default) =>
            In(box => new ValueTask<CommitResult>(box.Commit(partition, writes, cancellation))).AsTask();

        private async ValueTask<T> In<T>(Func<SqliteEntityStore, ValueTask<T>> use)
        {
            var box = stores.Enter(vote);
            try
            {
                return await use(box.Store);
            }
            finally
            {
                stores.Leave(box);
            }
        }
    }
}
