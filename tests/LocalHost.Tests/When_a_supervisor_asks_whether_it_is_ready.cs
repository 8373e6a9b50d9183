using Microsoft.Extensions.DependencyInjection;
using Smederijen.LocalHost.Tests.Crash;
using Smederijen.LocalHost.Tests.Start;
using Smederijen.LocalHost.Tests.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Reading;
using Smederijen.Portal.Storage;
using Smederijen.Portal.Tests;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Tests;

/// <summary>It is ready when it can write, everywhere where it has to.</summary>
public sealed class When_a_supervisor_asks_whether_it_is_ready : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly MovableClock _wall = new(DateTimeOffset.UtcNow);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("smederijen.db", "database")]
    [InlineData("bijlagen", "bijlagen")]
    [InlineData("uitgaand", "uitgaande mail")]
    public async Task It_is_not_without_what_it_writes_in_and_it_is_again_once_that_is_back(string name, string says)
    {
        await using var town = await Start();
        (await Ask(town)).ShouldHave(200);
        Directory.Move(_folder.File(name), _folder.File($"weg-{name}"));
        (await Ask(town)).ShouldHave(503).Text.ShouldSatisfyAllConditions(
            text => text.ShouldContain(says),
            text => text.ShouldNotContain(_folder.Path));
        Directory.Move(_folder.File($"weg-{name}"), _folder.File(name));
        (await Ask(town)).ShouldHave(200);
        (await town.Ask(HttpMethod.Get, "/gezond")).ShouldHave(200);
    }

    [Fact]
    public async Task Asking_often_writes_once_in_five_seconds()
    {
        var store = new FailingStore();
        await using var town = await Start(store);
        for (var second = 0; second < 10; second++)
        {
            await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => town.Ask(HttpMethod.Get, "/klaar")));
            _wall.MoveTo(_wall.GetUtcNow().AddSeconds(1));
        }
        store.Commits(Partitions.Readiness).ShouldBe(2);
    }

    [Fact]
    public async Task It_is_not_when_the_store_takes_nothing_in()
    {
        var store = new FailingStore { Partition = Partitions.Readiness };
        await using var town = await Start(store);
        (await Ask(town)).ShouldHave(503).Text.ShouldContain("opslag");
        store.Partition = null;
        (await Ask(town)).ShouldHave(200);
    }

    /// <summary>On a disk of 48 MB in memory, which the test fills.</summary>
    [FactOnReadOnlyDisk]
    public async Task It_is_not_on_a_full_disk_and_it_is_again_once_there_is_room()
    {
        using var program = await KilledProgram.Start(
        [
            "unshare", "--map-root-user", "--mount", "sh", "-c", "mount -t tmpfs -o size=48m tmpfs \"$0\" && exec \"$@\"", _folder.Path,
            "dotnet", StartedProgram.File, "--port", "0", "--data", _folder.File("data"), "--demo", "--empty",
        ]);
        await Becomes(program, 200);
        var filler = $"/proc/{program.Id}/root{_folder.File("vol")}";
        Should.Throw<IOException>(() => File.WriteAllBytes(filler, new byte[64 * 1024 * 1024]));
        await Becomes(program, 503);
        File.Delete(filler);
        await Becomes(program, 200);
    }

    private static Task Becomes(KilledProgram program, int status) => Edition.Eventually(
        async () => (int)(await program.Http.GetAsync("/klaar")).StatusCode, seen => seen == status, $"{status}");

    /// <summary>Asks when the former answer does not hold any more.</summary>
    private Task<Answer> Ask(Edition town)
    {
        _wall.MoveTo(_wall.GetUtcNow() + Readiness.Holds);
        return town.Ask(HttpMethod.Get, "/klaar");
    }

    private Task<Edition> Start(FailingStore? store = null) => Edition.Start(_folder, services =>
    {
        services.AddSingleton(new WallClock(_wall));
        if (store is not null)
            services.AddSingleton(provider => new PlainStore(store.Over(provider.GetRequiredService<LocalHost.Storage.SqliteEntityStore>())));
    });
}
