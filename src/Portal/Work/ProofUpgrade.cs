using System.Text.Json.Nodes;

namespace Smederijen.Portal.Work;

/// <summary>
/// From layout 2 to layout 3: logs are chained anew with the stamp of the installation, and every row that holds an object gets a stamp. A
/// log whose former chain does not hold stays as it is with all that belongs to its item, so that the check of the history goes on telling
/// of it. What was changed before without breaking a chain is taken for true: nothing in layout 2 tells. It may be stopped anywhere and run
/// again: an item is done when its own row has its stamp, which is written last.
/// </summary>
public sealed class ProofUpgrade(IEntityStore store, SettingsBook settings, IEnumerable<KindFacts> kinds, Stamps stamps, Witnesses witnesses)
{
    /// <exception cref="InvalidOperationException">Somebody else changes the store meanwhile.</exception>
    public async Task Run(CancellationToken cancellation = default)
    {
        var stamp = await stamps.Get(cancellation);
        foreach (var partition in settings.WorkPartitions)
        {
            foreach (var kind in kinds.Where(kind => kind.Name is not null))
            {
                var rows = await store.All(partition, RowRange.Prefix($"{kind.Name}|"), cancellation).ToListAsync(cancellation);
                foreach (var item in rows.GroupBy(row => row.Row.Split('|')[1]))
                    await Write(partition, Item(stamp, partition, kind, $"{kind.Name}|{item.Key}", [.. item]), cancellation);
            }
            await Write(partition, await Rest(stamp, partition, cancellation), cancellation);
        }
    }

    /// <summary>The writes for one item, its own row last; none when it is done, or has to stay as it is.</summary>
    private List<Write> Item(Stamp stamp, string partition, KindFacts kind, string name, List<Entity> rows)
    {
        if (rows.Find(row => row.Row == name) is not { } item || stamp.IsGenuine(partition, item) || Parse(item.Data) is not { } json
            || Lines(stamp, partition, name, rows) is not { } lines || !EndsAt(lines, (string?)json["logHead"]))
            return [];
        List<Write> writes = [];
        var head = "";
        foreach (var (i, line) in lines.Index())
        {
            var told = i < lines.Count - 1 ? new Told() : new Told(null, Kept(kind, name, rows), witnesses.Last(partition), LedgerLines(rows));
            var entry = LogChain.Line(stamp, partition, name, head, line.Phase, line.Happened, told);
            writes.Add(new Write.Replace(line.Row.Row, entry.Data, line.Row.ETag));
            head = entry.Hash;
        }
        writes.AddRange(
            from row in rows
            where row != item && StampedRows.AreFor(row.Row) && StampedRows.IsObject(row.Data)
                && !stamp.IsGenuine(partition, row)
            select new Write.Replace(row.Row, stamp.Row(partition, row.Row, row.Data), row.ETag));
        json["logHead"] = head;
        writes.Add(new Write.Replace(name, stamp.Row(partition, name, json.ToJsonString()), item.ETag));
        if (head.Length > 0)
            witnesses.Saw(partition, name, head);
        return writes;
    }

    /// <summary>What has no log.</summary>
    private async Task<List<Write>> Rest(Stamp stamp, string partition, CancellationToken cancellation)
    {
        List<Write> writes = [];
        foreach (var range in (RowRange[])[Keys.AllEffects, Keys.AllFailed])
        {
            await foreach (var row in store.All(partition, range, cancellation))
            {
                if (Parse(row.Data) is { } waits && waits.ContainsKey("effect") && waits.ContainsKey("since") && !waits.ContainsKey("stamp"))
                    writes.Add(new Write.Replace(row.Row, StampedEffects.Row(stamp, partition, row.Row, row.Data), row.ETag));
            }
        }
        foreach (var range in (RowRange[])[Keys.AllSettings, Keys.Contacts])
        {
            await foreach (var row in store.All(partition, range, cancellation))
            {
                if (StampedRows.IsObject(row.Data) && !stamp.IsGenuine(partition, row))
                    writes.Add(new Write.Replace(row.Row, stamp.Row(partition, row.Row, row.Data), row.ETag));
            }
        }
        return writes;
    }

    private async Task Write(string partition, List<Write> writes, CancellationToken cancellation)
    {
        foreach (var some in writes.Chunk(StoreLimits.OperationsPerCommit))
        {
            if (await store.Commit(partition, some, cancellation) is CommitResult.Conflict conflict)
                throw new InvalidOperationException(
                    $"Row '{conflict.Row}' of '{partition}' changed during the upgrade: stop every other instance and start again.");
        }
    }

    /// <summary>
    /// The lines of a log whose chain holds: each as layout 2 chained it, or as this upgrade did before it was stopped. Null when it does not
    /// hold.
    /// </summary>
    private static List<OldLine>? Lines(Stamp stamp, string partition, string name, List<Entity> rows)
    {
        List<OldLine> lines = [];
        var (head, done) = ("", new LogChain(stamp, partition, name));
        foreach (var row in rows.Where(row => LogChain.IsLine(row.Row)))
        {
            if (Parse(row.Data) is not { } json || json["phase"] is not JsonValue phase || !phase.TryGetValue(out string? inPhase)
                || json["hash"] is not JsonValue stored || !stored.TryGetValue(out string? hash) || Happened(row) is not { } happened)
                return null;
            var isDone = done.Add(row) is { } renewed && done.FirstBroken(renewed) is null;
            head = UnkeyedLog.HashOf(head, inPhase, happened);
            if (!isDone && hash != head)
                return null;
            lines.Add(new OldLine(row, inPhase, happened, head));
        }
        return lines;
    }

    private static bool EndsAt(List<OldLine> lines, string? end) => (lines is [] ? "" : lines[^1].Hash) == end;

    private static string? Happened(Entity line)
    {
        using var json = JsonDocument.Parse(line.Data);
        return json.RootElement.TryGetProperty("event", out var happened) ? happened.GetRawText() : null;
    }

    private static List<string>? Kept(KindFacts kind, string name, List<Entity> rows) =>
        rows.Where(row => row.Row.Length > name.Length).Select(row => row.Row[(name.Length + 1)..]).Where(kind.Keeps).ToList()
            is { Count: > 0 } kept ? kept : null;

    private static int LedgerLines(List<Entity> rows) => rows.Count(row => row.Row.Split('|') is [_, _, "kas", _]);

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

    /// <param name="Hash">As layout 2 has it.</param>
    private sealed record OldLine(Entity Row, string Phase, string Happened, string Hash);
}
