using System.Text.Json;
using Smederijen.Domain;

namespace Smederijen.Portal.Work;

/// <summary>Turns an accepted decision into the rows of one transaction, for every kind alike.</summary>
internal static class ItemRows
{
    /// <param name="before">Null for an item that begins.</param>
    /// <returns>The writes, and whether effects are among them.</returns>
    public static (IReadOnlyList<Write> Writes, bool HasEffects) Of<TItem, TEvent, TEffect, TRefusal, TKnown>(
        Kind<TItem, TEvent, TEffect, TRefusal, TKnown> kind, EffectContracts contracts, WorkKey key, CommandId command, string title, Stored<TItem>? before,
        Judgement<TItem, TEvent, TEffect, TRefusal, TKnown> judgement, Decision<TItem, TEffect, TRefusal>.Accepted accepted)
        where TItem : class where TEvent : class where TEffect : Effect where TRefusal : struct, Enum
    {
        var (id, e, at) = (kind.IdOf(key), judgement.Event, kind.At(judgement.Event));
        var (item, ledger) = kind.Post(accepted.Item, accepted.Postings);
        var (head, had) = (before?.LogHead ?? "", before?.Effects ?? 0);
        var words = new Words(kind.Facts.Typed);
        var line = accepted.Logged ? LogChain.Line(head, $"{kind.Phase(item)}", words.OutOfEvent(JsonSerializer.Serialize(e, kind.Event))) : null;
        var after = new Stored<TItem>(item, had, line?.Hash ?? head, title, before?.Published == true || kind.Publishes(e));
        var change = new Change<TItem, TEvent, TKnown>(key, before, after, e, judgement.Known, accepted.Postings);
        List<PendingEffect> effects =
        [
            .. accepted.Effects.Select(effect => new PendingEffect(effect, at, RetryAt: kind.NotBefore(effect))),
            .. kind.AlsoFollows(change).Select(effect => new PendingEffect(effect, at)),
        ];
        var row = words.OutOfItem(Rows.Write(after with { Effects = had + effects.Count }, kind.Row));
        List<Write> writes =
        [
            before is null ? new Write.Insert(kind.RowOf(id), row) : new Write.Replace(kind.RowOf(id), row, before.ETag),
            CommitRows.Command(command, at, id),
        ];
        if (line is not null)
            writes.Add(new Write.Insert(kind.LogRowOf(id, kind.Revision(item)), line.Data));
        writes.AddRange(ledger);
        writes.AddRange(effects.Select((effect, i) => new Write.Insert(
            Keys.Effect(key.Item, had + 1 + i), words.OutOfItem(Rows.Write(effect, contracts.Pending)))));
        writes.AddRange(words.Taken.Select(text => new Write.Insert(Words.Row(kind.Facts.Name!, id, text.Seal()), Rows.Write(text, WorkJson.Default.SaidText))));
        writes.AddRange(kind.Lists(change));
        writes.AddRange(CommitRows.Due(before is null ? null : kind.Due(before.Item), kind.Due(item), key.Item));
        return (writes, effects.Count > 0);
    }
}
