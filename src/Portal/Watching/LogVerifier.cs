using Smederijen.Domain.Stuurgroep;
using Smederijen.Portal.Plans;
using Smederijen.Portal.Rounds;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Stuurgroep;
using Smederijen.Portal.Work;

namespace Smederijen.Portal.Watching;

/// <summary>
/// Recomputes the chains of hashes in the logs of ideas, rounds, plans and resolutions: a line that was changed, added, moved or
/// left out behind the portal's back breaks its chain. It cannot see a forger who recomputes a whole chain; for that, keep a
/// copy of the heads elsewhere.
/// </summary>
public sealed class LogVerifier(IEntityStore store, SettingsBook settings)
{
    /// <summary>What has a log lies as <c>{name}|{id}</c>, and its lines as <c>{name}|{id}|log|{n}</c>.</summary>
    private static readonly LogKind[] Kinds =
    [
        new("idee", "", row => row.Read(PortalJson.Default.StoredIdea).LogEnd, row => row.Read(PortalJson.Default.LogLine)),
        new("ronde", RoundKey.Prefix, row => new LogEnd(row.Read(PortalJson.Default.Round).Revision), row => row.Read(PortalJson.Default.RoundLogLine)),
        new("plan", PlanKey.Prefix, row => row.Read(PlanRows.Default.StoredPlan).LogEnd, row => row.Read(PlanRows.Default.PlanLogLine)),
        new("besluit", ResolutionKeys.Prefix, row => new LogEnd(row.Read(StuurgroepJson.Default.Resolution).Revision),
            row => row.Read(ResolutionJson.Default.ResolutionLogLine)),
    ];

    /// <summary>Verifies every log there is. It reads nearly the whole store, so it runs when somebody asks for it.</summary>
    public async Task<LogReport> Verify(CancellationToken cancellation = default)
    {
        var report = new LogReport(0, 0, 0, 0, 0, []);
        foreach (var partition in settings.WorkPartitions)
        {
            foreach (var kind in Kinds)
                report = report.With(kind.Name, await Verify(partition, kind, cancellation));
        }
        return report;
    }

    private async Task<(int Logs, int Lines, IReadOnlyList<BrokenLog> Broken)> Verify(string partition, LogKind kind, CancellationToken cancellation)
    {
        var ends = new Dictionary<string, LogEnd>(StringComparer.Ordinal);
        var chains = new Dictionary<string, LogChain>(StringComparer.Ordinal);
        var lines = 0;
        await foreach (var row in store.All(partition, RowRange.Prefix($"{kind.Name}|"), cancellation))
        {
            switch (row.Row.Split('|'))
            {
                case [_, var id]:
                    if (EndOf(kind, row) is { } said)
                        ends[id] = said;
                    chains.TryAdd(id, new LogChain());
                    break;
                case [_, var id, "log", _]:
                    lines++;
                    if (!chains.TryGetValue(id, out var chain))
                        chains[id] = chain = new LogChain();
                    chain.Add(LineOf(kind, row));
                    break;
            }
        }
        return (chains.Count, lines,
        [
            .. from log in chains
               let broken = log.Value.FirstBroken(ends.TryGetValue(log.Key, out var end) ? end : null)
               where broken is not null
               select new BrokenLog(new WorkKey(partition, kind.WorkPrefix + log.Key), broken.Value),
        ]);
    }

    private static IChained? LineOf(LogKind kind, Entity row)
    {
        try
        {
            return kind.Line(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    /// <summary>Null when the item itself cannot be read: then nothing says where its log has to end.</summary>
    private static LogEnd? EndOf(LogKind kind, Entity row)
    {
        try
        {
            return kind.End(row);
        }
        catch (UnreadableRowException)
        {
            return null;
        }
    }

    private sealed record LogKind(string Name, string WorkPrefix, Func<Entity, LogEnd> End, Func<Entity, IChained> Line);
}

/// <summary>What a verification of everything found.</summary>
public sealed record LogReport(int Ideas, int Rounds, int Plans, int Resolutions, int Lines, IReadOnlyList<BrokenLog> Broken)
{
    internal LogReport With(string kind, (int Logs, int Lines, IReadOnlyList<BrokenLog> Broken) part) => new(
        Ideas + (kind == "idee" ? part.Logs : 0), Rounds + (kind == "ronde" ? part.Logs : 0), Plans + (kind == "plan" ? part.Logs : 0),
        Resolutions + (kind == "besluit" ? part.Logs : 0), Lines + part.Lines, [.. Broken, .. part.Broken]);
}

/// <param name="Item">The idea, round, plan or resolution that the log belongs to.</param>
/// <param name="Line">The first line that does not follow, counted from one; one past the last when the end is missing.</param>
public sealed record BrokenLog(WorkKey Item, int Line);
