using Smederijen.Domain;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>Turns an accepted decision into the rows of one transaction, for every kind alike.</summary>
internal static class ItemRows
{
    /// <summary>What an item of the work list is called within its kind.</summary>
    public static string IdOf<TItem, TEvent, TEffect, TRefusal, TKnown>(Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, WorkKey key)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum => key.Item[kind.Prefix.Length..];

    /// <param name="before">Null for an item that begins.</param>
    /// <returns>The writes, and whether effects are among them.</returns>
    /// <exception cref="InvalidOperationException">The last line of the log is not there.</exception>
    public static async ValueTask<(IReadOnlyList<Write> Writes, bool HasEffects)> Of<TItem, TEvent, TEffect, TRefusal, TKnown>(
        Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, IEntityStore store, WorkKey key, CommandId command, string title, Stored<TItem>? before,
        Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement, Decision<TItem, TEffect, TRefusal>.Accepted accepted, CancellationToken cancellation)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
    {
        var (id, e, at) = (IdOf(kind, key), judgement.Event, kind.At(judgement.Event));
        var head = before is null ? "" : await HeadOf(kind, store, key, before, cancellation);
        var had = before is null ? kind.NoEffects : before.Effects;
        var (item, ledger) = kind.Post(accepted.Item, accepted.Postings);
        var line = accepted.Logged ? kind.Line(head, e, item) : null;
        var stored = new Stored<TItem>(item, "", title, had, line?.Hash ?? head, before?.Published == true || kind.Publishes(e));
        var change = new Change<TItem, TEvent, TKnown>(key, before, stored, e, judgement.Known, accepted.Postings);
        List<PendingEffect> effects =
        [
            .. accepted.Effects.Select(effect => new PendingEffect(effect, at, RetryAt: kind.NotBefore(effect))),
            .. kind.AlsoFollows(change).Select(effect => new PendingEffect(effect, at)),
        ];
        var row = kind.Write(stored with { Effects = had + effects.Count });
        List<Write> writes =
        [
            before is null ? new Write.Insert(kind.Row(id), row) : new Write.Replace(kind.Row(id), row, before.ETag),
            CommitRows.Command(command, at, id),
        ];
        if (line is not null)
            writes.Add(new Write.Insert(kind.LogRow(id, kind.Revision(item)), line.Data));
        writes.AddRange(ledger);
        writes.AddRange(CommitRows.Effects(key.Item, had + 1 ?? CommitRows.FirstOf(kind.Revision(item)), effects));
        writes.AddRange(kind.Lists(change));
        writes.AddRange(CommitRows.Due(before is null ? null : kind.Due(before.Item), kind.Due(item), key.Item));
        return (writes, effects.Count > 0);
    }

    /// <summary>The hash of the last line of the log.</summary>
    private static async ValueTask<string> HeadOf<TItem, TEvent, TEffect, TRefusal, TKnown>(
        Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, IEntityStore store, WorkKey key, Stored<TItem> before, CancellationToken cancellation)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum =>
        before.LogHead ?? (await store.Get(key.Smederij, kind.LogRow(IdOf(kind, key), kind.Revision(before.Item)), cancellation) is { } line
            ? kind.HashOf(line)
            : throw new InvalidOperationException($"The log of {key} lacks line {kind.Revision(before.Item)}: restore the store from its backup."));
}
