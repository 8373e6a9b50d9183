using System.Collections.Concurrent;
using Smederijen.LocalHost.Storage;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.LocalHost.Tests.Storage;

public sealed class When_the_program_restarts : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Everything_is_still_there()
    {
        using (var store = Sqlite.Open(_folder))
            await store.Commit("krakeel", [new Write.Insert("idee|1", "één"), new Write.Insert("idee|2", "twee")]);
        using (var store = Sqlite.Open(_folder))
            (await store.Rows("krakeel", "idee|")).Select(row => row.Data).ShouldBe(["één", "twee"]);
    }

    [Fact]
    public async Task An_ETag_of_before_is_still_good_but_never_given_out_again()
    {
        var seen = new HashSet<string>();
        for (var start = 0; start < 4; start++)
        {
            using var store = Sqlite.Open(_folder);
            if (await store.Get("krakeel", "idee|1") is { } left)
                (await store.Commit("krakeel", [new Write.Delete("idee|1", left.ETag)])).ShouldBeOfType<CommitResult.Committed>();
            await store.Commit("krakeel", [new Write.Insert("idee|1", "opnieuw")]);
            seen.Add((await store.Get("krakeel", "idee|1")).ShouldNotBeNull().ETag).ShouldBeTrue();
        }
    }

    [Fact]
    public async Task Commits_that_waited_when_it_stopped_were_performed_first()
    {
        Task<CommitResult>[] waiting;
        using (var store = Sqlite.Open(_folder))
            waiting = [.. Enumerable.Range(0, 500).Select(i => store.Commit("krakeel", [new Write.Insert($"idee|{i:D3}", "x")]))];
        (await Task.WhenAll(waiting)).ShouldAllBe(result => result is CommitResult.Committed);
        using var again = Sqlite.Open(_folder);
        (await again.Rows("krakeel", "idee|")).Count.ShouldBe(500);
    }

    [Fact]
    public async Task A_store_that_was_closed_says_so()
    {
        var store = Sqlite.Open(_folder);
        store.Dispose();
        await Should.ThrowAsync<ObjectDisposedException>(() => store.Commit("krakeel", [new Write.Insert("a", "x")]));
        await Should.ThrowAsync<ObjectDisposedException>(async () => await store.Get("krakeel", "a"));
    }

    /// <summary>
    /// A copy of the database and then its log, taken while commits run, is what a power failure leaves: the log only grows
    /// (it is not moved in this test), so the copy holds its beginning, and ends anywhere, also inside a group.
    /// </summary>
    [Fact]
    public async Task After_a_crash_every_acknowledged_commit_is_there_and_none_by_half()
    {
        using var store = Sqlite.Open(_folder, pagesPerCheckpoint: int.MaxValue);
        var acknowledged = new ConcurrentDictionary<string, bool>();
        using var stop = new CancellationTokenSource();
        var callers = Enumerable.Range(0, 8).Select(caller => Task.Run(() => Write(store, caller, acknowledged, stop.Token))).ToArray();
        for (var crash = 0; crash < 12; crash++)
        {
            var enough = 100 * (crash + 1);
            SpinWait.SpinUntil(() => acknowledged.Count >= enough, TimeSpan.FromMinutes(1)).ShouldBeTrue();
            var before = acknowledged.Keys.ToArray();
            using var copy = new TemporaryFolder();
            File.Copy(_folder.File("smederijen.db"), copy.File("smederijen.db"));
            File.Copy(_folder.File("smederijen.db-wal"), copy.File("smederijen.db-wal"));
            await ShouldHoldWholeCommits(copy, before);
        }
        await stop.CancelAsync();
        await Task.WhenAll(callers);
    }

    private static async Task Write(SqliteEntityStore store, int caller, ConcurrentDictionary<string, bool> acknowledged, CancellationToken stop)
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var id = $"{caller}-{i:D6}";
            await store.Commit("krakeel", [.. Enumerable.Range(0, 5).Select(part => new Write.Insert($"idee|{id}|{part}", new string('x', 300)))], CancellationToken.None);
            acknowledged[id] = true;
        }
    }

    private static async Task ShouldHoldWholeCommits(TemporaryFolder copy, string[] acknowledged)
    {
        using var store = Sqlite.Open(copy);
        var found = (await store.Rows("krakeel", "idee|")).CountBy(row => row.Row.Split('|')[1]).ToDictionary();
        found.Values.ShouldAllBe(rows => rows == 5);
        acknowledged.Where(id => !found.ContainsKey(id)).ShouldBeEmpty();
    }
}
