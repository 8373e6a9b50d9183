using System.Diagnostics;
using Smederijen.Bench.Bare;
using Smederijen.Bench.Town;
using Smederijen.Domain.Ideas;
using Smederijen.LocalHost;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Storage;

namespace Smederijen.Bench.Scenarios;

/// <summary>
/// One durable step at a time: a decision is committed, the driver is woken, writes the mail that is due, and marks it as
/// done. Three syncs to disk, of which the yardstick does the same three and nothing else.
/// </summary>
internal static class WorkflowStep
{
    private const int Steps = 2000;
    private const int WarmUp = 500;

    public static async Task<Row> Measure(string folder)
    {
        Console.Error.WriteLine("workflow step");
        var ours = await Program(Path.Combine(folder, "stap"));
        var bare = await BareLoop(Path.Combine(folder, "stap-kaal"));
        return new Row("durable workflow step, one at a time (decision → mail written → marked)", Text(ours), Text(bare), "≤ 1 ms");
    }

    private static async Task<List<double>> Program(string folder)
    {
        await new TownFolder(folder).Fill(0, 1, 0);
        await using var app = Composition.Build(
            new LocalOptions(0, folder, Demo: false, Seed: false),
            services => services.AddSingleton(provider => new PlainStore(new WatchedStore(provider.GetRequiredService<SqliteEntityStore>()))));
        var store = (WatchedStore)app.Services.GetRequiredService<PlainStore>().Rows;
        await app.StartAsync();
        var ideas = app.Services.GetRequiredService<IdeaItems>();
        var place = "krakeel";
        var idea = new IdeaKey(place, (await store.Query(place, IdeaKeys.InPhase(IdeaPhase.GatheringSupport), 1)).Rows[0].Row.Split('|')[2]);
        var supporter = (await store.Query(place, IdeaKeys.Supporters(idea.Id), 1)).Rows[0].Row.Split('|')[3];
        var waits = await Time(async () =>
        {
            await ideas.Handle(idea, CommandId.Fresh(), at => new IdeaEvent.SupportOffered(at, supporter));
            await store.EffectDone.WaitAsync();
        });
        await app.StopAsync();
        return waits;
    }

    private static async Task<List<double>> BareLoop(string folder)
    {
        using var store = new BareStore(folder);
        var row = new byte[600];
        var mail = new byte[4000];
        return await Time(async () =>
        {
            await store.Insert(row);
            using (var file = File.OpenHandle(Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.Write))
            {
                RandomAccess.Write(file, mail, 0);
                RandomAccess.FlushToDisk(file);
            }
            await store.Insert(row);
        });
    }

    /// <summary>The milliseconds of every step after the warming up.</summary>
    private static async Task<List<double>> Time(Func<Task> step)
    {
        var waits = new List<double>(Steps);
        for (var i = 0; i < WarmUp + Steps; i++)
        {
            var begin = Stopwatch.GetTimestamp();
            await step();
            if (i >= WarmUp)
                waits.Add(Stopwatch.GetElapsedTime(begin).TotalMilliseconds);
        }
        waits.Sort();
        return waits;
    }

    private static string Text(List<double> sorted) => $"median {Row.Number(sorted[sorted.Count / 2], "ms")}, p99 {Row.Number(sorted[sorted.Count * 99 / 100], "ms")}";

    /// <summary>The store of the program, which tells when an effect was marked as done.</summary>
    private sealed class WatchedStore(SqliteEntityStore store) : IEntityStore
    {
        public SemaphoreSlim EffectDone { get; } = new(0);

        public ValueTask<Entity?> Get(string partition, string row, CancellationToken cancellation = default) =>
            store.Get(partition, row, cancellation);

        public ValueTask<Page> Query(string partition, RowRange range, int limit = StoreLimits.RowsPerPage,
            CancellationToken cancellation = default) =>
            store.Query(partition, range, limit, cancellation);

        public async Task<CommitResult> Commit(string partition, IReadOnlyList<Write> writes, CancellationToken cancellation = default)
        {
            var result = await store.Commit(partition, writes, cancellation);
            if (writes.Any(write => write is Write.Delete && write.Row.StartsWith("effect|", StringComparison.Ordinal)))
                EffectDone.Release();
            return result;
        }
    }
}
