namespace Smederijen.Portal.Work;

/// <summary>
/// Effects of one item that are looked at together. Where several processes share the store, the mails among them are claimed
/// before the first one goes out, all in one commit; what came of all effects is written in one commit at the end.
/// </summary>
/// <param name="rows">The effects as they were read, at most <see cref="Most"/>.</param>
internal sealed class EffectTurn(IEntityStore store, EffectContracts effects, TimeProvider clock, bool shared, WorkKey key,
    IReadOnlyList<Entity> rows)
{
    /// <summary>Each may need two writes at the end: off the list, and on the one for staff.</summary>
    public const int Most = StoreLimits.OperationsPerCommit / 2;

    /// <summary>After a crash the mails wait so long for somebody else.</summary>
    internal static readonly TimeSpan ClaimLasts = TimeSpan.FromMinutes(1);

    /// <summary>No mail begins with less left than a mail service may take for it.</summary>
    private static readonly TimeSpan MailLasts = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, Write[]> settled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> claimed = new(StringComparer.Ordinal);

    /// <summary>Somebody else was first: nothing more may go out before the rows are read again.</summary>
    public bool IsLost { get; private set; }

    /// <summary>When the mails that are left can be sent by somebody else; null while nothing is claimed.</summary>
    public DateTimeOffset? Until { get; private set; }

    /// <summary>Whether the claim still lasts for one more mail.</summary>
    public bool IsInTime => Until is not { } end || clock.GetUtcNow() <= end - MailLasts;

    /// <summary>Makes sure that nobody else sends the mails that are left. False when somebody does, or when time is up.</summary>
    public async Task<bool> MayMail(CancellationToken cancellation)
    {
        if (!shared || Until is not null)
            return !IsLost && IsInTime;
        var now = clock.GetUtcNow();
        Until = now + ClaimLasts;
        foreach (var row in rows.Where(row => !settled.ContainsKey(row.Row)))
        {
            // A row that cannot be read claims nothing, and is reported where its turn comes.
            if (row.TryRead(effects.Pending) is { } pending && pending.WaitsUntil(now) is null)
                claimed[row.Row] = Rows.Write(pending with { ClaimedUntil = Until }, effects.Pending);
        }
        var claims = rows.Where(row => claimed.ContainsKey(row.Row)).Select(row => new Write.Replace(row.Row, claimed[row.Row], row.ETag));
        IsLost = await store.Commit(key.Smederij, [.. claims], cancellation) is CommitResult.Conflict;
        return !IsLost;
    }

    /// <summary>It was performed, whatever was changed in its row meanwhile.</summary>
    public void Done(Entity row) => settled[row.Row] = [new Write.Delete(row.Row)];

    /// <summary>It is to be tried again, or given up: unless its row was changed meanwhile, because a reader of it is forgotten.</summary>
    /// <param name="writes">What to write, given the present ETag of the row.</param>
    public async Task Failed(Entity row, Func<string, Write[]> writes, CancellationToken cancellation)
    {
        if (!claimed.TryGetValue(row.Row, out var mine))
            settled[row.Row] = writes(row.ETag);
        else if (await store.Get(key.Smederij, row.Row, cancellation) is { } now && now.Data == mine)
            settled[row.Row] = writes(now.ETag);
    }

    /// <summary>Writes down what came of it. What another changed meanwhile stays as it is, and keeps nothing else from being written.</summary>
    public async Task Settle(CancellationToken cancellation)
    {
        if (settled.Count == 0
            || await store.Commit(key.Smederij, [.. settled.Values.SelectMany(writes => writes)], cancellation) is CommitResult.Committed
            || settled.Count == 1)
            return;
        foreach (var writes in settled.Values)
            await store.Commit(key.Smederij, writes, cancellation);
    }
}
