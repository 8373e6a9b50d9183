using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Domain.Ideas;
using Smederijen.Domain.Money;
using Smederijen.Functions.Orchestrations;
using Smederijen.Functions.Storage;
using Smederijen.Portal.Board;
using Smederijen.Portal.Forms;
using Smederijen.Portal.Ideas;
using Smederijen.Portal.Ledgers;
using Smederijen.Portal.Settings;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Work;

namespace Smederijen.Functions.Tests.Orchestrations;

/// <summary>The portal, in memory unless a test says otherwise, driven by the orchestrations on virtual time.</summary>
internal sealed class DurableWorld : IAsyncDisposable
{
    public const string Id = "0000000000bank";

    private DurableWorld(World world)
    {
        World = world;
        Durable = new VirtualDurable(world.Clock) { Perform = key => world.Get<Performer>().Perform(key, Client, CancellationToken.None) };
        Client = new VirtualClient(Durable);
        World.OtherDriver = Durable.Until;
    }

    public static IdeaKey Key { get; } = new(World.Village, Id);

    public static string Instance { get; } = $"{World.Village}:{Id}";

    public World World { get; }

    public VirtualDurable Durable { get; }

    public VirtualClient Client { get; }

    /// <summary>Of the orchestration of <see cref="Key"/>.</summary>
    public NextStep? Status => (NextStep?)Durable[Instance]?.Status;

    /// <param name="also">Replaces or adds services, the stores for instance.</param>
    public static async Task<DurableWorld> Begin(Action<IServiceCollection>? also = null)
    {
        var world = new DurableWorld(await World.Begin(services =>
        {
            also?.Invoke(services);
            var store = ((PlainStore)services.Last(service => service.ServiceType == typeof(PlainStore)).ImplementationInstance!).Rows;
            services.AddSingleton(new ReadsOnce(store)).AddSingleton(provider => new PlainStore(provider.GetRequiredService<ReadsOnce>()));
            services.Configure<PortalOptions>(options => (options.SharesStore, options.KeepsBoard) = (true, true));
            services.AddSingleton<DurableDriver>().AddSingleton<Performer>().AddSingleton<Sweeper>().AddSingleton<FailedInstances>();
            services.AddSingleton<IDriver>(provider => provider.GetRequiredService<DurableDriver>());
        }));
        await world.World.Get<BoardMaking>().MakeDaily();
        await world.StartRound(World.Village);
        return world;
    }

    /// <summary>Starts the orchestration of a round, as a sweep does once it has found the closing date.</summary>
    public Task StartRound(string smederij)
    {
        var round = Functions.Orchestrations.Instance.IdOf(new RoundKey(smederij, World.Settings(smederij).Round.Period).Work);
        Durable.Start(ItemOrchestrations.Round, round, round, WorkLoop.Version);
        return Work();
    }

    /// <summary>Hands in an idea with a fixed id, as the form does.</summary>
    public Task Submit(string id = Id) => Lent(() => World.SubmitAs(id));

    /// <summary>Lets something happen; what follows from it waits until time goes on.</summary>
    public Task<Outcome<Refusal>> Happens(Func<DateTimeOffset, IdeaEvent> happening) => Lent(() => World.Happens(Key, happening));

    public Task After(int days) => World.After(days);

    public Task Work() => World.Work();

    public async Task Sweep()
    {
        await World.Get<FailedInstances>().StartAgain(Client);
        await World.Get<Sweeper>().Run(Client);
    }

    public async Task<IdeaPhase> Phase() => (await World.Idea(Key)).State.Phase;

    /// <summary>Every function invocation is lent a client of its own.</summary>
    private async Task<T> Lent<T>(Func<Task<T>> call)
    {
        World.Get<DurableDriver>().Borrow(Client);
        return await call();
    }

    public ValueTask DisposeAsync() => World.DisposeAsync();
}

internal static partial class WorldSteps
{
    public static Task<Outcome<Refusal>> SubmitAs(this World world, string id) => world.Get<IdeaItems>().Submit(
        world.Settings(), id, CommandId.From(id), new IdeaEvent.Submitted(world.Clock.GetUtcNow(), new Euro(45_000)), "Een bankje",
        [
            new Write.Insert(IdeaKeys.Content(id), "{}"),
            new Write.Insert(IdeaKeys.Person(id, "indiener"), Rows.Write(new Person("Jannie", "jannie@voorbeeld.example", "7927AB"), WorkJson.Default.Person)),
        ]);

    /// <summary>Seals of texts are made with chance, and the chains of logs hang on them.</summary>
    [GeneratedRegex("""(?<=\|gezegd\|)[\w-]+|\{~[\w-]+~\}|(?<="(salt|hash|logHead|stamp|account|sealed|seen)":")[^"]+""")]
    private static partial Regex Chance();

    /// <summary>Every row of the village. Commands that nobody sent have a key by chance; what they led to stands in them.</summary>
    public static async Task<IReadOnlyList<string>> AllRows(this World world)
    {
        var rows = new List<string>();
        for (RowRange? left = new RowRange("", "\u007f"); left is { } part;)
        {
            var page = await world.Get<IEntityStore>().Query(World.Village, part);
            rows.AddRange(page.Rows.Select(row => $"{(row.Row.StartsWith("opdracht|", StringComparison.Ordinal) ? "opdracht|" : row.Row)} {row.Data}")
                .Select(row => Chance().Replace(row, "…")));
            left = page.Continuation is { } next ? part.ContinueAt(next) : null;
        }
        return [.. rows.Order(StringComparer.Ordinal)];
    }
}
