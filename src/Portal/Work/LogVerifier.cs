namespace Smederijen.Portal.Work;

/// <summary>
/// Recomputes the chains of hashes in the logs of all kinds: a line that was changed, added, moved or left out behind the portal's
/// back breaks its chain. It cannot see a forger who recomputes a whole chain; for that, keep a copy of the heads elsewhere.
/// </summary>
public sealed class LogVerifier(IEntityStore store, SettingsBook settings, IEnumerable<KindFacts> kinds)
{
    /// <summary>Verifies every log there is. It reads nearly the whole store, so it runs when somebody asks for it.</summary>
    public async Task<LogReport> Verify(CancellationToken cancellation = default)
    {
        var report = new LogReport(new Dictionary<string, int>(StringComparer.Ordinal), 0, []);
        foreach (var partition in settings.WorkPartitions)
        {
            foreach (var kind in kinds.Where(kind => kind.Name is not null))
                report = await Verify(partition, kind, report, cancellation);
        }
        return report;
    }

    private async Task<LogReport> Verify(string partition, KindFacts kind, LogReport report, CancellationToken cancellation)
    {
        var ends = new Dictionary<string, string>(StringComparer.Ordinal);
        var chains = new Dictionary<string, LogChain>(StringComparer.Ordinal);
        var (lines, forged) = (0, new List<BrokenLog>());
        await foreach (var row in store.All(partition, RowRange.Prefix($"{kind.Name}|"), cancellation))
        {
            switch (row.Row.Split('|'))
            {
                case [_, var id]:
                    // One that cannot be read does not say where its log has to end.
                    if (row.TryRead(WorkJson.Default.LogEnd) is { } end)
                        ends[id] = end.LogHead;
                    chains.TryAdd(id, new LogChain());
                    break;
                case [_, var id, _, var seal] key when Words.Is(key):
                    if (row.TryRead(WorkJson.Default.SaidText)?.Seal() is not { } sealedAs || sealedAs != seal)
                        forged.Add(new BrokenLog(new WorkKey(partition, kind.Prefix + id), 0));
                    break;
                case [_, var id, "log", _]:
                    lines++;
                    if (!chains.TryGetValue(id, out var chain))
                        chains[id] = chain = new LogChain();
                    chain.Add(row);
                    break;
            }
        }
        return report.With(kind.Name!, chains.Count, lines,
            [
                .. from log in chains
                   let broken = log.Value.FirstBroken(ends.GetValueOrDefault(log.Key))
                   where broken is not null
                   select new BrokenLog(new WorkKey(partition, kind.Prefix + log.Key), broken.Value),
                .. forged,
            ]);
    }
}

/// <summary>What a verification of everything found.</summary>
/// <param name="Logs">How many there are, by the name of their kind in keys.</param>
public sealed record LogReport(IReadOnlyDictionary<string, int> Logs, int Lines, IReadOnlyList<BrokenLog> Broken)
{
    internal LogReport With(string kind, int logs, int lines, IEnumerable<BrokenLog> broken) => new(
        new Dictionary<string, int>(Logs, StringComparer.Ordinal) { [kind] = Logs.GetValueOrDefault(kind) + logs }, Lines + lines,
        [.. Broken, .. broken]);
}

/// <param name="Item">The item that the log belongs to.</param>
/// <param name="Line">Zero when a text was changed. Otherwise the first line that does not follow, counted from one; one past the last when the end
/// is missing.</param>
public sealed record BrokenLog(WorkKey Item, int Line);
