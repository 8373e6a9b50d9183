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

    /// <summary>The same for a form by which somebody hands something in, and which mails a mailbox.</summary>
    public static ValueTask<TimeSpan?> CountSubmitting(
        this RequestLimits limits, IEntityStore store, HttpContext http, string partition, string mailbox, CommandId command) =>
        limits.CountOnce(store, partition, command, Limit.OfSubmitting(RequestLimits.AddressOf(http), mailbox), http.RequestAborted);

    /// <summary>The same for a form of support.</summary>
    public static ValueTask<TimeSpan?> CountSupporting(
        this RequestLimits limits, IEntityStore store, HttpContext http, string partition, string mailbox, CommandId command) =>
        limits.CountOnce(store, partition, command, Limit.OfSupporting(RequestLimits.AddressOf(http), mailbox), http.RequestAborted);

    /// <summary>What came of a command; one that had nothing to change is kept as <see cref="KeepAnswered"/> says.</summary>
    public static async Task<Outcome<TRefusal>> Answered<TRefusal>(
        this Task<Outcome<TRefusal>> happening, IEntityStore store, string partition, CommandId command, TimeProvider clock, string item)
        where TRefusal : struct, Enum
    {
        var outcome = await happening;
        if (outcome is Outcome<TRefusal>.AlreadySo)
            await store.KeepAnswered(partition, command, clock.GetUtcNow(), item);
        return outcome;
    }

    /// <summary>
    /// Keeps a command that had nothing to change, so that its repeats are known as those of any other: how often they are answered tells
    /// nobody whether there was something to change.
    /// </summary>
    public static Task KeepAnswered(this IEntityStore store, string partition, CommandId command, DateTimeOffset at, string item) =>
        store.Commit(partition, [CommitRows.Command(command, at, item)], CancellationToken.None);
}
