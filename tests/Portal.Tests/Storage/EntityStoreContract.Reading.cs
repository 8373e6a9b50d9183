using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

public abstract partial class EntityStoreContract
{
    private Task Filled(params string[] rows) => Committed([.. rows.Select(row => new Write.Put(row, "x"))]);

    private async Task FilledWith(int count)
    {
        foreach (var part in Enumerable.Range(0, count).Chunk(StoreLimits.OperationsPerCommit))
            await Filled([.. part.Select(i => $"rij|{i:D5}")]);
    }

    [Fact]
    public async Task A_row_or_a_partition_that_is_not_there_reads_as_nothing()
    {
        await Filled("a");
        (await Store.Get(Partition, "b")).ShouldBeNull();
        (await Store.Get("elders", "a")).ShouldBeNull();
        (await Store.Query("elders", Everything)).ShouldSatisfyAllConditions(
            page => page.Rows.ShouldBeEmpty(),
            page => page.Continuation.ShouldBeNull());
    }

    [Fact]
    public async Task Rows_come_in_ordinal_order_whatever_the_order_of_writing()
    {
        string[] rows = ["b", "a|b", "a", "B", "a b", "~", "10", "9", "a|", "aa", "Z", "_", "a-b", "a~"];
        await Filled(rows);
        (await RowsIn(Everything)).ShouldBe(rows.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Keys_differ_by_case()
    {
        await Committed(new Write.Insert("idee|a", "klein"), new Write.Insert("idee|A", "groot"));
        (await DataOf("idee|a")).ShouldBe("klein");
        (await DataOf("idee|A")).ShouldBe("groot");
    }

    [Fact]
    public async Task A_range_holds_its_start_and_not_its_end()
    {
        await Filled("a", "b", "b|1", "c", "d");
        (await RowsIn(new RowRange("b", "d"))).ShouldBe(["b", "b|1", "c"]);
        (await RowsIn(new RowRange("b", "b"))).ShouldBeEmpty();
        (await RowsIn(new RowRange("d", "b"))).ShouldBeEmpty();
        (await RowsIn(new RowRange("b~", "e"))).ShouldBe(["c", "d"]);
        (await RowsIn(new RowRange("", "b"))).ShouldBe(["a"]);
        (await RowsIn(new RowRange("a", ""))).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_prefix_holds_the_rows_that_start_with_it_and_no_others()
    {
        await Filled("fase", "fase|", "fase|a", "fase|~", "fase}", "fasf", "fas", "Fase|b");
        (await RowsIn(RowRange.Prefix("fase|"))).ShouldBe(["fase|", "fase|a", "fase|~"]);
    }

    [Fact]
    public async Task A_range_may_have_ends_that_no_key_could_be()
    {
        await Filled("a", "b");
        (await RowsIn(new RowRange("a\0", "é"))).ShouldBe(["b"]);
        (await RowsIn(RowRange.Prefix("é/?#"))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(100)]
    public async Task Following_the_continuations_gives_every_row_once(int limit)
    {
        await Filled("a", "b", "c", "d");
        (await RowsIn(Everything, limit)).ShouldBe(["a", "b", "c", "d"]);
        (await RowsIn(new RowRange("b", "d"), limit)).ShouldBe(["b", "c"]);
    }

    [Fact]
    public async Task A_page_that_left_rows_out_says_so()
    {
        await Filled("a", "b", "c");
        (await Store.Query(Partition, Everything, 2)).Continuation.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_list_of_more_than_a_thousand_rows_comes_in_pages()
    {
        await FilledWith(2001);
        (await Store.Query(Partition, Everything, 5000)).Rows.Count.ShouldBeLessThanOrEqualTo(StoreLimits.RowsPerPage);
        (await RowsIn(Everything)).ShouldBe(Enumerable.Range(0, 2001).Select(i => $"rij|{i:D5}"));
        (await RowsIn(Everything, 700)).Length.ShouldBe(2001);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public async Task A_page_of_no_rows_is_refused(int limit) =>
        await Should.ThrowAsync<ArgumentOutOfRangeException>(async () => await Store.Query(Partition, Everything, limit));

    [Fact]
    public async Task Rows_that_come_and_go_between_two_pages_do_not_disturb_the_others()
    {
        await Filled("a", "b", "c", "d", "e");
        var first = await Store.Query(Partition, Everything, 2);
        await Committed(new Write.Delete("a"), new Write.Delete("c"), new Write.Insert("d2", "x"));
        var rest = await All(Everything.ContinueAt(first.Continuation.ShouldNotBeNull()), 2);
        first.Rows.Concat(rest).Select(row => row.Row).ShouldBe(["a", "b", "d", "d2", "e"]);
    }

    [Fact]
    public async Task Partitions_do_not_see_each_others_rows()
    {
        await Store.Commit("krakeel", [new Write.Insert("idee|1", "krakeel")]);
        (await Store.Commit("krakee", [new Write.Insert("idee|1", "krakee")])).ShouldBeOfType<CommitResult.Committed>();
        await Store.Commit("krakeel2", [new Write.Insert("idee|1", "krakeel2"), new Write.Insert("idee|2", "krakeel2")]);
        (await All(Everything)).ShouldHaveSingleItem().Data.ShouldBe("krakeel");
        (await Store.Commit("krakee", [new Write.Delete("idee|2")])).ShouldBe(new CommitResult.Conflict("idee|2"));
    }
}
