using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

public abstract partial class EntityStoreContract
{
    [Fact]
    public async Task An_insert_stores_a_new_row()
    {
        await Committed(new Write.Insert("idee|1", """{"titel":"Bankje"}"""));
        (await Stored("idee|1")).ShouldSatisfyAllConditions(
            row => row.Row.ShouldBe("idee|1"),
            row => row.Data.ShouldBe("""{"titel":"Bankje"}"""),
            row => row.ETag.ShouldNotBeNullOrEmpty());
    }

    [Fact]
    public async Task An_insert_of_a_row_that_exists_conflicts_and_leaves_it_as_it_was()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        var before = await Stored("idee|1");
        await ConflictOn("idee|1", new Write.Insert("idee|1", "later"));
        (await Stored("idee|1")).ShouldBe(before);
    }

    [Fact]
    public async Task A_replace_with_the_ETag_that_was_read_gives_new_data_and_a_new_ETag()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        var before = await Stored("idee|1");
        await Committed(new Write.Replace("idee|1", "later", before.ETag));
        (await Stored("idee|1")).Data.ShouldBe("later");
        (await Stored("idee|1")).ETag.ShouldNotBe(before.ETag);
    }

    [Fact]
    public async Task A_replace_with_a_stale_ETag_conflicts()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        var stale = (await Stored("idee|1")).ETag;
        await Committed(new Write.Put("idee|1", "door een ander"));
        await ConflictOn("idee|1", new Write.Replace("idee|1", "later", stale));
        (await DataOf("idee|1")).ShouldBe("door een ander");
    }

    [Fact]
    public async Task A_replace_conflicts_even_when_another_wrote_the_very_same_data()
    {
        await Committed(new Write.Insert("idee|1", "gelijk"));
        var stale = (await Stored("idee|1")).ETag;
        await Committed(new Write.Put("idee|1", "gelijk"));
        await ConflictOn("idee|1", new Write.Replace("idee|1", "later", stale));
    }

    [Fact]
    public async Task A_replace_of_a_row_that_is_gone_conflicts()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        var etag = (await Stored("idee|1")).ETag;
        await Committed(new Write.Delete("idee|1"));
        await ConflictOn("idee|1", new Write.Replace("idee|1", "later", etag));
        (await DataOf("idee|1")).ShouldBeNull();
    }

    [Fact]
    public async Task An_ETag_never_comes_back_after_a_row_was_deleted_and_inserted_again()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        var first = (await Stored("idee|1")).ETag;
        await Committed(new Write.Delete("idee|1"));
        await Committed(new Write.Insert("idee|1", "eerst"));
        (await Stored("idee|1")).ETag.ShouldNotBe(first);
        await ConflictOn("idee|1", new Write.Replace("idee|1", "later", first));
    }

    [Fact]
    public async Task A_put_inserts_or_replaces_whatever_is_there()
    {
        await Committed(new Write.Put("idee|1", "eerst"));
        var first = await Stored("idee|1");
        await Committed(new Write.Put("idee|1", "later"));
        (await Stored("idee|1")).Data.ShouldBe("later");
        (await Stored("idee|1")).ETag.ShouldNotBe(first.ETag);
    }

    [Fact]
    public async Task A_delete_removes_a_row_and_conflicts_when_there_is_none()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        await Committed(new Write.Delete("idee|1"));
        (await Store.Get(Partition, "idee|1")).ShouldBeNull();
        await ConflictOn("idee|1", new Write.Delete("idee|1"));
    }

    [Fact]
    public async Task A_delete_with_an_ETag_removes_only_the_row_that_was_read()
    {
        await Committed(new Write.Insert("idee|1", "eerst"));
        var stale = (await Stored("idee|1")).ETag;
        await Committed(new Write.Put("idee|1", "later"));
        await ConflictOn("idee|1", new Write.Delete("idee|1", stale));
        await Committed(new Write.Delete("idee|1", (await Stored("idee|1")).ETag));
        await ConflictOn("idee|1", new Write.Delete("idee|1", stale));
        (await DataOf("idee|1")).ShouldBeNull();
    }

    [Fact]
    public async Task A_commit_of_several_kinds_of_writes_applies_them_all()
    {
        await Committed(new Write.Insert("a", "1"), new Write.Insert("b", "1"), new Write.Insert("c", "1"));
        await Committed(
            new Write.Insert("d", "2"),
            new Write.Replace("a", "2", (await Stored("a")).ETag),
            new Write.Put("b", "2"),
            new Write.Delete("c"));
        (await All(Everything)).Select(row => row.Row + row.Data).ShouldBe(["a2", "b2", "d2"]);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(4)]
    public async Task A_conflict_anywhere_in_a_commit_writes_nothing_of_it(int place)
    {
        await Committed(new Write.Insert("bestaat", "eerst"), new Write.Insert("weg", "eerst"));
        List<Write> writes = [new Write.Insert("a", "x"), new Write.Put("b", "x"), new Write.Delete("weg"), new Write.Put("c", "x")];
        writes.Insert(place, new Write.Insert("bestaat", "later"));
        await ConflictOn("bestaat", [.. writes]);
        (await All(Everything)).Select(row => row.Row + "=" + row.Data).ShouldBe(["bestaat=eerst", "weg=eerst"]);
    }

    [Fact]
    public async Task A_write_is_read_back_at_once_by_key_and_by_range()
    {
        for (var i = 0; i < 50; i++)
        {
            await Committed(new Write.Put("teller", $"{i}"));
            (await DataOf("teller")).ShouldBe($"{i}");
            (await All(RowRange.Prefix("tel"))).ShouldHaveSingleItem().Data.ShouldBe($"{i}");
        }
    }
}
