using Smederijen.Domain;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>Turns an accepted decision into the rows of one transaction, for every kind alike.</summary>
internal static class ItemRows
{
    private const int EffectsPerRevision = 100;

    /// <summary>What an item of the work list is called within its kind.</summary>
    public static string IdOf<TItem, TEvent, TEffect, TRefusal, TKnown>(Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, WorkKey key)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum => key.Item[kind.Prefix.Length..];

    /// <summary>The hash of the last line of the log.</summary>
    /// <exception cref="InvalidOperationException">The line is not there.</exception>
    public static async ValueTask<string> HeadOf<TItem, TEvent, TEffect, TRefusal, TKnown>(
        Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, IEntityStore store, WorkKey key, Stored<TItem> before, CancellationToken cancellation)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum =>
        before.LogHead ?? (await store.Get(key.Smederij, kind.LogRow(IdOf(kind, key), kind.Revision(before.Item)), cancellation) is { } line
            ? kind.HashOf(line)
            : throw new InvalidOperationException($"The log of {key} lacks line {kind.Revision(before.Item)}: restore the store from its backup."));

    /// <param name="head">The hash of the last line of the log; empty for an item that begins.</param>
    /// <returns>The writes, and whether effects are among them.</returns>
    public static (IReadOnlyList<Write> Writes, bool HasEffects) Of<TItem, TEvent, TEffect, TRefusal, TKnown>(
        Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, WorkKey key, CommandId command, string title, Stored<TItem>? before, string head,
        Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement, Decision<TItem, TEffect, TRefusal>.Accepted accepted)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
    {
        var (id, e, at) = (IdOf(kind, key), judgement.Event, kind.At(judgement.Event));
        var (item, ledger) = kind.Post(accepted.Item, accepted.Postings);
        var line = accepted.Logged ? kind.Line(head, e, item) : null;
        var stored = new Stored<TItem>(item, "", title, before is null ? 0 : before.Effects, line?.Hash ?? head, before?.Published == true || kind.Publishes(e));
        var change = new Change<TItem, TEvent, TKnown>(key, before, stored, e, judgement.Known, accepted.Postings);
        List<(Effect Effect, DateTimeOffset? NotBefore)> effects =
            [.. accepted.Effects.Select(effect => ((Effect)effect, kind.NotBefore(effect))), .. kind.AlsoFollows(change).Select(effect => (effect, (DateTimeOffset?)null))];
        // The first number is one where they are counted, and leaves room for all of a revision where they are not.
        var first = stored.Effects is { } had && kind.Counts ? had + 1 : kind.Revision(item) * EffectsPerRevision;
        var row = kind.Write(stored with { Effects = stored.Effects + effects.Count });
        List<Write> writes =
        [
            before is null ? new Write.Insert(kind.Row(id), row) : new Write.Replace(kind.Row(id), row, before.ETag),
            CommitRows.Command(command, at, id),
        ];
        if (line is not null)
            writes.Add(new Write.Insert(kind.LogRow(id, kind.Revision(item)), line.Data));
        writes.AddRange(ledger);
        writes.AddRange(effects.Select((one, i) => new Write.Insert(
            Keys.Effect(key.Item, first + i), Rows.Write(new PendingEffect(one.Effect, at, RetryAt: one.NotBefore), PortalJson.Default.PendingEffect))));
        writes.AddRange(kind.Lists(change));
        writes.AddRange(CommitRows.Due(before is null ? null : kind.Due(before.Item), kind.Due(item), key.Item));
        return (writes, effects.Count > 0);
    }
}
