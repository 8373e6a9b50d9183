using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.LocalHost.Tests.Storage;

/// <summary>Commits that are offered while the writer syncs the ones before them go to disk together.</summary>
public sealed class When_commits_share_a_group : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private static Write[] Two(string row, string data) => [new Write.Insert(row, data), new Write.Put($"{row}|{data}", data)];

    [Fact]
    public async Task One_that_conflicts_leaves_nothing_and_the_others_go_on()
    {
        using var store = Sqlite.Open(_folder);
        var commits = Enumerable.Range(0, 200).Select(i => store.Commit("krakeel", Two($"idee|{i % 50}", $"{i}"))).ToArray();
        var results = await Task.WhenAll(commits);
        results[..50].ShouldAllBe(result => result is CommitResult.Committed);
        results[50..].ShouldAllBe(result => result is CommitResult.Conflict);
        (await store.Rows("krakeel", "idee|")).Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_later_one_sees_what_an_earlier_one_of_the_group_wrote()
    {
        using var store = Sqlite.Open(_folder);
        var commits = new[]
        {
            store.Commit("krakeel", [new Write.Insert("a", "1")]),
            store.Commit("krakeel", [new Write.Put("a", "2"), new Write.Insert("b", "2")]),
            store.Commit("krakeel", [new Write.Delete("a"), new Write.Put("c", "3")]),
            store.Commit("krakeel", [new Write.Delete("a"), new Write.Put("d", "4")]),
        };
        (await Task.WhenAll(commits)).Count(result => result is CommitResult.Committed).ShouldBe(3);
        (await store.Query("krakeel", new RowRange("", "~"))).Rows.Select(row => row.Row).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task Callers_beyond_the_length_of_the_queue_wait_and_are_served()
    {
        using var store = Sqlite.Open(_folder, queueLength: 3);
        var commits = Enumerable.Range(0, 100).Select(i => store.Commit("krakeel", [new Write.Insert($"{i:D3}", "x")])).ToArray();
        store.QueueDepth.ShouldBeLessThanOrEqualTo(3);
        (await Task.WhenAll(commits)).ShouldAllBe(result => result is CommitResult.Committed);
        store.QueueDepth.ShouldBe(0);
    }

    [Fact]
    public async Task The_log_does_not_grow_without_end()
    {
        using var store = Sqlite.Open(_folder, pagesPerCheckpoint: 50);
        var data = new string('x', 2000);
        for (var round = 0; round < 40; round++)
            await Task.WhenAll(Enumerable.Range(0, 20).Select(i => store.Commit("krakeel", [new Write.Put($"{i}", data), new Write.Insert($"log|{round}|{i}", data)])));
        new FileInfo(_folder.File("smederijen.db-wal")).Length.ShouldBeLessThan(4_000_000);
        new FileInfo(_folder.File("smederijen.db")).Length.ShouldBeGreaterThan(800_000);
    }
}
