using System.Text.Json.Nodes;

namespace Smederijen.Portal.Work;

/// <summary>
/// Brings a store of layout 1 to layout 2, at the first start after it: an item of every kind lies in a row of the same shape,
/// with the number of its effects and the end of its log, and what people typed lies apart from items and logs, which makes the chains
/// of the logs anew. It may be stopped anywhere and run again: what is in the new shape stays. No older release may run beside it.
/// </summary>
public sealed class StoreUpgrade(IEntityStore store, SettingsBook settings, IEnumerable<KindFacts> kinds)
{
    /// <summary>The layout that this release writes.</summary>
    public const int Layout = 4;

    /// <summary>How many numbers each revision of a round or a resolution had for its effects in layout 1.</summary>
    private const int EffectsPerRevision = 100;

    /// <summary>The phases that layout 1 left out of its lines, because they are the first of their kind.</summary>
    private static readonly Dictionary<string, string> FirstPhases = new(StringComparer.Ordinal)
    {
        ["idee"] = $"{default(IdeaPhase)}", ["ronde"] = $"{default(RoundPhase)}", ["plan"] = $"{default(PlanPhase)}", ["besluit"] = $"{default(ResolutionPhase)}",
    };

    public async Task Run(CancellationToken cancellation = default) => await Task.WhenAll(
        from partition in settings.WorkPartitions
        from kind in kinds
        where kind.Name is not null
        select Upgrade(partition, kind, cancellation));

    private async Task Upgrade(string partition, KindFacts kind, CancellationToken cancellation)
    {
        var rows = await store.All(partition, RowRange.Prefix($"{kind.Name}|"), cancellation).ToListAsync(cancellation);
        foreach (var rowsOfItem in rows.GroupBy(row => row.Row.Split('|')[1]))
            await Upgrade(partition, kind, rowsOfItem.Key, [.. rowsOfItem], cancellation);
    }

    /// <summary>The row of the item goes last: as long as it is of layout 1, everything before it is done once more.</summary>
    private async Task Upgrade(string partition, KindFacts kind, string id, List<Entity> rows, CancellationToken cancellation)
    {
        if (rows.Find(row => row.Row == $"{kind.Name}|{id}") is not { } item || Parse(item.Data) is not { } old || old.ContainsKey("item"))
            return;
        var known = rows.Where(row => Words.Is(row.Row.Split('|'))).Select(row => row.TryRead(WorkJson.Default.SaidText)).OfType<SaidText>();
        var words = new Words(kind, known);
        var head = "";
        List<Write> writes = [];
        foreach (var row in rows.Where(row => LogChain.IsLine(row.Row)))
        {
            // A line that cannot be read stays as it is; the check of the history tells of it, as before.
            if (Parse(row.Data) is not { } line || line["event"] is not { } happened)
                continue;
            var entry = UnkeyedLog.Line(head, TextOf(line, "phase") ?? FirstPhases[kind.Name!], words.OutOfItem(happened.ToJsonString()));
            writes.Add(new Write.Replace(row.Row, entry.Data, row.ETag));
            head = entry.Hash;
        }
        if (Wrapped(kind, old, head) is not { } wrapped)
            return;
        var now = words.OutOfItem(wrapped.ToJsonString());
        writes.InsertRange(0,
            words.Taken.Select(text => new Write.Put(Words.Row(kind.Name!, id, text.Seal()), Rows.Write(text, WorkJson.Default.SaidText))));
        writes.Add(new Write.Replace(item.Row, now, item.ETag));
        foreach (var some in writes.Chunk(StoreLimits.OperationsPerCommit))
        {
            if (await store.Commit(partition, some, cancellation) is CommitResult.Conflict conflict)
                throw new InvalidOperationException($"Row '{conflict.Row}' of '{partition}' changed during the upgrade: stop every other instance and start again.");
        }
    }

    /// <summary>Null when there is no item in it: it cannot be read, and stays as it is.</summary>
    private static JsonObject? Wrapped(KindFacts kind, JsonObject old, string head)
    {
        // Ideas and plans lay in a row that kept these; rounds and resolutions were their row.
        var kept = kind.Name is "idee" or "plan";
        if ((kept ? old[kind.Name is "idee" ? "idea" : "plan"] : old)?.DeepClone() is not JsonObject item)
            return null;
        var revision = NumberOf(item, "revision");
        var wrapped = new JsonObject { ["item"] = item };
        var effects = kept ? NumberOf(old, "effects") : (revision + 1) * EffectsPerRevision - 1;
        if (effects > 0)
            wrapped["effects"] = effects;
        wrapped["logHead"] = head;
        wrapped["title"] = TextOf(old, "title") ?? "";
        if (old["published"]?.GetValueKind() is JsonValueKind.True)
            wrapped["published"] = true;
        return wrapped;
    }

    private static string? TextOf(JsonObject json, string field) =>
        json[field] is JsonValue value && value.TryGetValue(out string? text) ? text : null;

    private static int NumberOf(JsonObject json, string field) => json[field] is JsonValue value && value.TryGetValue(out int number) ? number : 0;

    private static JsonObject? Parse(string data)
    {
        try
        {
            return JsonNode.Parse(data) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
