using Smederijen.Domain;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Work;

/// <summary>The items of one kind: the one way to read and to change them, whatever they are.</summary>
/// <param name="know">Reads what else a decision over an event looks at.</param>
public sealed class Items<TItem, TEvent, TEffect, TRefusal, TKnown>(
    Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, IEntityStore store, CommitLoop loop, TimeProvider clock,
    Func<WorkKey, Stored<TItem>, TEvent, CancellationToken, ValueTask<TKnown>> know)
    where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
{
    /// <summary>The item as it is now; null when there is none.</summary>
    public async ValueTask<Stored<TItem>?> Load(WorkKey key, CancellationToken cancellation = default) =>
        await store.Get(key.Smederij, kind.Row(ItemRows.IdOf(kind, key)), cancellation) is { } row ? kind.Read(row) : null;

    /// <summary>Lets something happen to an item that is there, now.</summary>
    /// <param name="happening">Makes the event at the instant of deciding; called again after a lost race.</param>
    /// <param name="also">
    /// Rows that belong to the same commit; read inside, so that their ETags are as fresh as the item's. Null when these rows show
    /// that it happened before.
    /// </param>
    public Task<Outcome<TRefusal>> Handle(
        WorkKey key, CommandId command, Func<DateTimeOffset, TEvent> happening,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) =>
        Run(key, command, "", async before => before is null ? null : await Judge(key, before, happening(clock.GetUtcNow()), cancellation), also, cancellation);

    /// <summary>Lets an item begin, whose id nobody has yet.</summary>
    public Task<Outcome<TRefusal>> Begin(
        WorkKey key, CommandId command, string title, Func<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>> start, IReadOnlyList<Write> also,
        CancellationToken cancellation) =>
        loop.Run(key, command, async () => await Turned(key, command, title, null, start(), _ => Task.FromResult<IReadOnlyList<Write>?>(also), cancellation), cancellation);

    /// <summary>Lets an item begin or go on, as <paramref name="judge"/> says for what is there. Null from it: there is no such item.</summary>
    public Task<Outcome<TRefusal>> Run(
        WorkKey key, CommandId command, string title, Func<Stored<TItem>?, ValueTask<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>?>> judge,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also = null, CancellationToken cancellation = default) => loop.Run(key, command, async () =>
        {
            var before = await Load(key, cancellation);
            return await judge(before) is { } judgement
                ? await Turned(key, command, before?.Title ?? title, before, judgement, also, cancellation)
                : new Turn<TRefusal>.Unknown();
        }, cancellation);

    /// <summary>What would come of it if this happened now; nothing happens.</summary>
    public async ValueTask<Judgement<TItem, TEvent, TEffect, TRefusal, TKnown>> Judge(WorkKey key, Stored<TItem> before, TEvent e, CancellationToken cancellation)
    {
        var known = await know(key, before, e, cancellation);
        return new(e, known, kind.Decide(before.Item, e, known));
    }

    private async Task<Turn<TRefusal>> Turned(
        WorkKey key, CommandId command, string title, Stored<TItem>? before, Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement,
        Func<CancellationToken, Task<IReadOnlyList<Write>?>>? also, CancellationToken cancellation)
    {
        if (judgement.Decision is Decision<TItem, TEffect, TRefusal>.Refused refused)
            return new Turn<TRefusal>.Refused(judgement.Event.GetType(), refused.Reason);
        if (judgement.Decision is not Decision<TItem, TEffect, TRefusal>.Accepted accepted || (also is null ? [] : await also(cancellation)) is not { } rows)
            return new Turn<TRefusal>.AlreadySo();
        var written = await ItemRows.Of(kind, store, key, command, title, before, judgement, accepted, cancellation);
        var (was, due) = (before is null ? null : kind.Due(before.Item), kind.Due(accepted.Item));
        return new Turn<TRefusal>.Accepted(
            judgement.Event.GetType(), [.. written.Writes, .. rows], written.HasEffects, due == was ? null : due, ItemRows.IdOf(kind, key));
    }
}
