namespace Smederijen.Portal.Work;

/// <summary>Counting for limits what people send in: a repeat of what was answered before is answered again, and counts no more.</summary>
internal static class CountedOnce
{
    /// <summary>
    /// Counts a command that this process did not count yet, and tells how long to wait when it was one too many; null when all is well, and for
    /// one that was carried out before. Only there it costs a read: what comes of any other its commit tells.
    /// </summary>
    /// <param name="partition">Where what the command leads to is committed.</param>
    /// <exception cref="ReusedCommandException">It was one too many, and came with something else before.</exception>
    public static async ValueTask<TimeSpan?> CountOnce(
        this RequestLimits limits, IEntityStore store, string partition, CommandId command, IReadOnlyList<(Limit Limit, string Subject)> all,
        CancellationToken cancellation)
    {
        var name = $"{partition}|{command.Key}";
        if (limits.WasCounted(name))
            return null;
        if (await limits.Count(all, cancellation) is { } wait)
            return await store.Earlier(partition, command, cancellation) is null ? wait : null;
        limits.Remember(name);
        return null;
    }

    /// <summary>
    /// Keeps a command that had nothing to change, so that its repeats are known as those of any other: how often they are answered tells
    /// nobody whether there was something to change.
    /// </summary>
    public static Task KeepAnswered(this IEntityStore store, string partition, CommandId command, DateTimeOffset at, string item) =>
        store.Commit(partition, [CommitRows.Command(command, at, item)], CancellationToken.None);
}
