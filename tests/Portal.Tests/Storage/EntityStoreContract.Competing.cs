using System.Globalization;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

public abstract partial class EntityStoreContract
{
    [Fact]
    public async Task Competing_increments_lose_nothing()
    {
        const int Callers = 8, Each = 15;
        await Committed(new Write.Insert("teller", "0"));
        await Task.WhenAll(Enumerable.Range(0, Callers).Select(_ => Task.Run(async () =>
        {
            for (var i = 0; i < Each; i++)
                await Increment();
        })));
        (await DataOf("teller")).ShouldBe($"{Callers * Each}");
    }

    private async Task Increment()
    {
        CommitResult result;
        do
        {
            var read = await Stored("teller");
            var next = int.Parse(read.Data, CultureInfo.InvariantCulture) + 1;
            result = await Commit(new Write.Replace("teller", $"{next}", read.ETag), new Write.Insert($"log|{next:D4}", "x"));
        }
        while (result is CommitResult.Conflict);
    }

    [Fact]
    public async Task Of_many_inserts_of_one_row_exactly_one_succeeds()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Task.Run(() =>
            Commit(new Write.Insert("opdracht|1", $"{i}"), new Write.Insert($"gevolg|{i}", "x")))));
        results.Count(result => result is CommitResult.Committed).ShouldBe(1);
        results.Count(result => result.Equals(new CommitResult.Conflict("opdracht|1"))).ShouldBe(19);
        var winner = await DataOf("opdracht|1");
        (await RowsIn(RowRange.Prefix("gevolg|"))).ShouldBe([$"gevolg|{winner}"]);
    }

    [Fact]
    public async Task A_reader_never_sees_half_a_commit()
    {
        await Committed(new Write.Put("a", "0"), new Write.Put("b", "0"));
        var writing = Task.Run(async () =>
        {
            for (var i = 1; i <= 60; i++)
                await Committed(new Write.Put("a", $"{i}"), new Write.Put("b", $"{i}"));
        });
        while (!writing.IsCompleted)
        {
            var rows = (await Store.Query(Partition, Everything)).Rows;
            rows[0].Data.ShouldBe(rows[1].Data);
        }
        await writing;
    }

    [Fact]
    public async Task A_commit_that_was_cancelled_before_it_began_writes_nothing()
    {
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Store.Commit(Partition, [new Write.Insert("a", "x")], new CancellationToken(canceled: true)));
        (await DataOf("a")).ShouldBeNull();
    }
}
