using Microsoft.DurableTask.Testing;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Functions.Http;
using Smederijen.Functions.Orchestrations;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>
/// The portal driven by the real engine and the real worker of Durable, in this process. The engine's time is real, so the portal's
/// clock is moved to a deadline and the orchestration that waits for it is woken, as its timer would.
/// </summary>
internal sealed class RealDurable : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private DurableTaskTestHost _host = null!;

    private RealDurable(World world) => World = world;

    public World World { get; }

    /// <summary>What the activity fails with, as long as it is set.</summary>
    public Exception? Broken { get; set; }

    public static async Task<RealDurable> Begin()
    {
        RealDurable? real = null;
        real = new RealDurable(await World.Begin(services =>
        {
            var store = ((PlainStore)services.Last(service => service.ServiceType == typeof(PlainStore)).ImplementationInstance!).Rows;
            services.AddRouting().AddSingleton(new ReadsOnce(store))
                .AddSingleton(provider => new PlainStore(provider.GetRequiredService<ReadsOnce>()));
            services.Configure<PortalOptions>(options => options.SharesStore = true);
            services.AddSingleton<DurableDriver>().AddSingleton<Performer>().AddSingleton<Sweeper>().AddSingleton<FailedInstances>()
                .AddSingleton<FrontDoor>();
            services.AddSingleton<IDriver>(provider => provider.GetRequiredService<DurableDriver>());
            services.AddSingleton<Door>(provider => (endpoint, http) =>
                provider.GetRequiredService<FrontDoor>().Serve(http.Request, real?._host.Client, endpoint.Name));
        }));
        real._host = await DurableTaskTestHost.StartAsync(registry => registry
            .AddOrchestratorFunc<string>(ItemOrchestrations.Idea, (context, _) => ItemOrchestrations.RunIdea(context))
            .AddOrchestratorFunc<string>(ItemOrchestrations.Round, (context, _) => ItemOrchestrations.RunRound(context))
            .AddActivityFunc<string, NextStep>(nameof(PerformDue), (_, key) => real.Perform(key)));
        real.World.OtherDriver = real.Until;
        return real;
    }

    public Task Sweep() => World.Get<FailedInstances>().StartAgain(_host.Client);

    public async Task<string> StatusOf(WorkKey key) => $"{(await _host.Client.GetInstanceAsync(Functions.Orchestrations.Instance.IdOf(key)))?.RuntimeStatus}";

    public Task Terminate(WorkKey key) => _host.Client.TerminateInstanceAsync(Functions.Orchestrations.Instance.IdOf(key));

    private Task<NextStep> Perform(string key) =>
        Broken is { } problem ? throw problem : World.Get<Performer>().Perform(key, _host.Client, CancellationToken.None);

    private async Task Until(DateTimeOffset instant)
    {
        using var inTime = new CancellationTokenSource(Patience);
        World.Get<DurableDriver>().Borrow(_host.Client);
        // What a test let happen without a page has no client to wake with.
        foreach (var key in await WithEffects())
            await World.Get<DurableDriver>().Wake(key, hasEffects: true, due: null);
        await Reached(async () => (await WithEffects()).Count == 0, inTime.Token);
        while (await FirstDue(instant) is (var due, var key))
        {
            if (due > World.Clock.GetUtcNow())
                World.Clock.MoveTo(due);
            await World.Get<DurableDriver>().Wake(key, hasEffects: true, due: null);
            await Reached(async () => await FirstDue(instant) != (due, key) && (await WithEffects()).Count == 0, inTime.Token);
        }
    }

    /// <summary>The engine works beside this; it says nothing when it is done, so the store is looked at until it shows.</summary>
    private static async Task Reached(Func<Task<bool>> goal, CancellationToken inTime)
    {
        while (!await goal())
            await Task.Delay(TimeSpan.FromMilliseconds(10), inTime);
    }

    private async Task<HashSet<WorkKey>> WithEffects()
    {
        var items = new HashSet<WorkKey>();
        foreach (var partition in World.Get<SettingsBook>().WorkPartitions)
            items.UnionWith((await World.Store.Query(partition, Keys.AllEffects)).Rows.Select(row => new WorkKey(partition, row.Row.Split('|')[1])));
        return items;
    }

    private async Task<(DateTimeOffset Due, WorkKey Key)?> FirstDue(DateTimeOffset instant)
    {
        var due = new List<(DateTimeOffset Due, WorkKey Key)>();
        foreach (var partition in World.Get<SettingsBook>().WorkPartitions)
        {
            foreach (var row in (await World.Store.Query(partition, Keys.DueUntil(instant), 1)).Rows)
                due.Add((Keys.ReadDue(row.Row).Due, new WorkKey(partition, Keys.ReadDue(row.Row).Item)));
        }
        return due.Count == 0 ? null : due.MinBy(one => one.Due);
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await World.DisposeAsync();
    }
}
