namespace Smederijen.Portal.Work;

/// <summary>
/// Compares everything that is stored with what the logs say, for all kinds alike. A log is followed by its stamps; what stands in rows of
/// its own carries a stamp; lists, moments, ledgers and counts are made anew and compared. Who can write in the store and has not the key
/// cannot make any of these fit. docs/decisions/0034-proof.md tells what is bound in which way and what is not.
/// </summary>
public sealed class LogVerifier(
    PlainStore plain, SettingsBook settings, IEnumerable<IWorkKind> kinds, IEnumerable<ItemCheck> checks, Stamps stamps, IServiceProvider services)
{
    private readonly IEntityStore store = plain.Rows;
    private readonly IWorkKind[] kinds = [.. kinds];
    private readonly ILookup<string, ItemCheck> checks = checks.ToLookup(check => check.Kind, StringComparer.Ordinal);

    /// <summary>
    /// Verifies everything there is. It reads nearly the whole store, so it runs when somebody asks for it. What does not fit is looked at
    /// once more: somebody may have pressed a button between two of its reads.
    /// </summary>
    public async Task<LogReport> Verify(CancellationToken cancellation = default)
    {
        await settings.Follow(cancellation);
        var stamp = await stamps.Get(cancellation);
        var (logs, lines, broken) = (new Dictionary<string, int>(StringComparer.Ordinal), 0, new List<Finding>());
        foreach (var kind in kinds.Where(kind => kind.Facts.Name is not null))
            logs[kind.Facts.Name!] = 0;
        foreach (var partition in settings.WorkPartitions)
        {
            var sheet = await Read(partition, stamp, cancellation);
            foreach (var (kind, count) in sheet.Logs)
                logs[kind] += count;
            lines += sheet.Lines;
            if (sheet.Findings.Count > 0)
                broken.AddRange(sheet.Findings.Intersect((await Read(partition, stamp, cancellation)).Findings));
        }
        return new LogReport(logs, lines, broken);
    }

    private async Task<Sheet> Read(string partition, Stamp stamp, CancellationToken cancellation)
    {
        var sheet = new Sheet();
        foreach (var kind in kinds.Where(kind => kind.Facts.Name is not null))
        {
            await foreach (var (id, rows) in ItemsOf(partition, kind.Facts.Name!, cancellation))
                await ReadItem(sheet, partition, kind, id, rows, stamp, cancellation);
        }
        await ReadLists(sheet, partition, cancellation);
        await ReadMoments(sheet, partition, cancellation);
        await ReadStamps(sheet, partition, stamp, cancellation);
        foreach (var (item, hash) in sheet.Seen.Where(seen => !sheet.Hashes.Contains(seen.Hash)))
            sheet.Findings.Add(new(ItemOf(partition, item), Trouble.Gone));
        foreach (var (check, evidence) in sheet.Later)
            sheet.Findings.UnionWith(await check.Run(services, evidence with { Postings = sheet.Postings }, cancellation));
        return sheet;
    }

    /// <summary>
    /// The rows of one item after the other. The key of one item can begin with that of another (periods of rounds), and then their rows lie
    /// among each other.
    /// </summary>
    private async IAsyncEnumerable<(string Id, List<Entity> Rows)> ItemsOf(
        string partition, string name, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = new Dictionary<string, List<Entity>>(StringComparer.Ordinal);
        await foreach (var row in store.All(partition, RowRange.Prefix($"{name}|"), cancellation))
        {
            var id = row.Row.Split('|')[1];
            foreach (var over in open.Keys.Where(one => !id.StartsWith(one, StringComparison.Ordinal)).ToList())
            {
                yield return (over, open[over]);
                open.Remove(over);
            }
            if (!open.TryGetValue(id, out var rows))
                open[id] = rows = [];
            rows.Add(row);
        }
        foreach (var (id, rows) in open)
            yield return (id, rows);
    }

    private async Task ReadItem(
        Sheet sheet, string partition, IWorkKind kind, string id, List<Entity> rows, Stamp stamp, CancellationToken cancellation)
    {
        var key = new WorkKey(partition, kind.Facts.Prefix + id);
        var (name, told) = ($"{kind.Facts.Name}|{id}", new List<Told>());
        var (item, chain) = (rows.Find(row => row.Row == name), new LogChain(stamp, partition, name));
        var findings = sheet.Findings;
        foreach (var row in rows.Where(row => row != item))
        {
            if (LogChain.IsLine(row.Row))
            {
                sheet.Lines++;
                told.Add(LogChain.ToldBy(row));
                if (chain.Add(row) is { } hash)
                    sheet.Hashes.Add(hash);
            }
            else if (Words.Is(row.Row.Split('|')))
            {
                if (row.TryRead(WorkJson.Default.SaidText)?.Seal() != row.Row.Split('|')[^1])
                    findings.Add(new(key, Trouble.Text));
            }
            else if (StampedRows.IsObject(row.Data) && !stamp.IsGenuine(partition, row))
                findings.Add(new(key, Trouble.Row));
        }
        sheet.Logs[kind.Facts.Name!] = sheet.Logs.GetValueOrDefault(kind.Facts.Name!) + 1;
        if (item is not null && !stamp.IsGenuine(partition, item))
            findings.Add(new(key, Trouble.State));
        // An item that cannot be read does not say where its log has to end.
        if (chain.FirstBroken(item?.TryRead(WorkJson.Default.LogEnd)?.LogHead) is { } broken)
            findings.Add(new(key, Trouble.Line, broken));
        if (told.SelectMany(line => line.Rows ?? []).Except(rows.Select(row => row.Row[Math.Min(name.Length + 1, row.Row.Length)..])).Any())
            findings.Add(new(key, Trouble.Missing));
        sheet.Seen.AddRange(told.Select(line => line.Seen).OfType<string>().Select(Witnesses.Read).OfType<(string, string)>());
        sheet.Postings.AddRange(told.SelectMany(line => line.Money ?? []).Select(posting => new ToldPosting(key, posting)));
        await Expect(sheet, partition, kind, key, item, cancellation);
        var evidence = new ItemEvidence(key, id, item, rows, told);
        foreach (var check in checks[kind.Facts.Name!])
        {
            if (check.AfterAll)
                sheet.Later.Add((check, evidence));
            else
                findings.UnionWith(await check.Run(services, evidence, cancellation));
        }
    }

    /// <summary>What has to be stored beside the item.</summary>
    private static async Task Expect(Sheet sheet, string partition, IWorkKind kind, WorkKey key, Entity? item, CancellationToken cancellation)
    {
        try
        {
            if (item is null || await kind.Show(partition, item, cancellation) is not var (lists, due))
                return;
            foreach (var row in lists)
                sheet.Lists[row.Row] = (key, row.Data);
            if (due is { } moment)
                sheet.Moments[Keys.Due(moment, key.Item)] = key;
        }
        catch (Exception failure) when (failure is InvalidOperationException or UnreadableRowException)
        {
            // Its version of the settings is gone, or cannot be read.
            sheet.Findings.Add(new(new WorkKey(partition, Keys.SettingsItem), Trouble.Settings));
        }
    }

    private async Task ReadLists(Sheet sheet, string partition, CancellationToken cancellation)
    {
        foreach (var (kind, start) in
            from one in kinds where one.Facts.Name is not null from begin in one.Facts.Lists select (one, begin))
        {
            await foreach (var row in store.All(partition, RowRange.Prefix(start), cancellation))
            {
                var parts = row.Row.Split('|');
                if (!sheet.Lists.Remove(row.Row, out var expected) || !IsTheSame(kind.Facts, parts, row, expected.Data))
                    sheet.Findings.Add(new(new WorkKey(partition, kind.Facts.Prefix + parts[^1]), Trouble.List));
            }
        }
        sheet.Findings.UnionWith(sheet.Lists.Values.Select(missing => new Finding(missing.Item, Trouble.List)));
    }

    /// <summary>An older release may have written the same in another form.</summary>
    private static bool IsTheSame(KindFacts kind, string[] parts, Entity row, string expected)
    {
        if (row.Data == expected)
            return true;
        if (kind.Holds(parts) is not { } type || !row.CanRead(type))
            return false;
        return JsonSerializer.Serialize(JsonSerializer.Deserialize(row.Data, type), type) == expected;
    }

    private async Task ReadMoments(Sheet sheet, string partition, CancellationToken cancellation)
    {
        await foreach (var row in store.All(partition, Keys.AllDue, cancellation))
        {
            var item = Keys.TryReadDue(row.Row)?.Item;
            // What has no log, has nothing that says when.
            if (!sheet.Moments.Remove(row.Row) && (item is null || Find(item)?.Facts.Name is not null))
                sheet.Findings.Add(new(new WorkKey(partition, item ?? "?"), Trouble.Due));
        }
        sheet.Findings.UnionWith(sheet.Moments.Values.Select(missing => new Finding(missing, Trouble.Due)));
    }

    private async Task ReadStamps(Sheet sheet, string partition, Stamp stamp, CancellationToken cancellation)
    {
        foreach (var range in (RowRange[])[Keys.AllEffects, Keys.AllFailed])
        {
            await foreach (var row in store.All(partition, range, cancellation))
            {
                if (!StampedEffects.IsGenuine(stamp, partition, row))
                    sheet.Findings.Add(new(new WorkKey(partition, Keys.TryReadEffect(row.Row)?.Item ?? "?"), Trouble.Effect));
            }
        }
        await foreach (var row in store.All(partition, Veil.Titles, cancellation))
        {
            if (!stamp.IsGenuine(partition, row))
                sheet.Findings.Add(new(new WorkKey(partition, Veil.ItemOf(row)), Trouble.Row));
        }
        foreach (var range in (RowRange[])[Keys.AllSettings, Keys.Contacts])
        {
            await foreach (var row in store.All(partition, range, cancellation))
            {
                if (!stamp.IsGenuine(partition, row))
                    sheet.Findings.Add(new(new WorkKey(partition, Keys.SettingsItem), Trouble.Settings));
            }
        }
    }

    private IWorkKind? Find(string item) => Array.Find(kinds, kind => kind.Facts.Has(item));

    /// <summary>The item that a row of one is about.</summary>
    private WorkKey ItemOf(string partition, string row) =>
        row.Split('|') is [var name, var id] && Array.Find(kinds, kind => kind.Facts.Name == name) is { } kind
            ? new(partition, kind.Facts.Prefix + id)
            : new(partition, "?");

    /// <summary>What was read of one partition, and what has to be there beside it.</summary>
    private sealed class Sheet
    {
        public Dictionary<string, int> Logs { get; } = new(StringComparer.Ordinal);

        public int Lines { get; set; }

        public HashSet<Finding> Findings { get; } = [];

        public HashSet<string> Hashes { get; } = new(StringComparer.Ordinal);

        public List<(string Item, string Hash)> Seen { get; } = [];

        public List<ToldPosting> Postings { get; } = [];

        public Dictionary<string, (WorkKey Item, string Data)> Lists { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, WorkKey> Moments { get; } = new(StringComparer.Ordinal);

        public List<(ItemCheck Check, ItemEvidence Evidence)> Later { get; } = [];
    }
}

/// <summary>What a verification of everything found.</summary>
/// <param name="Logs">How many there are, by the name of their kind in keys.</param>
public sealed record LogReport(IReadOnlyDictionary<string, int> Logs, int Lines, IReadOnlyList<Finding> Broken);
