using Smederijen.Portal.Layout;
using Smederijen.Portal.Storage;

namespace Smederijen.Portal.Tests.Storage;

public abstract partial class EntityStoreContract
{
    /// <summary>The longest data that one row may hold: 1 MiB in UTF-16, less the 8 KiB kept for what surrounds it.</summary>
    private const int LongestData = (StoreLimits.BytesPerEntity - 8 * 1024) / 2;

    private Task Refused(params Write[] writes) => Should.ThrowAsync<ArgumentException>(() => Commit(writes));

    [Fact]
    public async Task A_commit_of_100_writes_is_taken_and_one_more_or_none_is_refused()
    {
        Write[] Puts(int count) => [.. Enumerable.Range(0, count).Select(i => new Write.Put($"{i:D3}", "x"))];
        await Committed(Puts(100));
        await Refused(Puts(101));
        await Refused();
        (await All(Everything)).Count.ShouldBe(100);
    }

    [Fact]
    public async Task A_commit_names_each_row_at_most_once()
    {
        await Refused(new Write.Insert("a", "1"), new Write.Put("a", "2"));
        await Committed(new Write.Insert("a", "1"), new Write.Put("A", "2"));
        (await RowsIn(Everything)).ShouldBe(["A", "a"]);
    }

    [Fact]
    public async Task A_row_of_almost_1_MiB_is_kept_and_a_larger_one_refused()
    {
        var longest = string.Concat(Enumerable.Range(0, LongestData / 8).Select(i => $"{i:D8}"));
        await Committed(new Write.Insert("groot", longest));
        (await DataOf("groot")).ShouldBe(longest);
        await Refused(new Write.Put("groot", longest + "x"));
    }

    [Fact]
    public async Task A_commit_of_almost_4_MiB_is_kept_and_a_larger_one_refused()
    {
        var data = new string('x', LongestData);
        Write[] writes = [.. Enumerable.Range(0, 4).Select(i => new Write.Insert($"{i}", data))];
        await Committed(writes);
        (await All(Everything)).ShouldAllBe(row => row.Data == data);
        await Refused([.. writes.Select(write => new Write.Put(write.Row, data)), new Write.Put("meer", new string('x', 20_000))]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a/b")]
    [InlineData("a\\b")]
    [InlineData("a#b")]
    [InlineData("a?b")]
    [InlineData("a\tb")]
    [InlineData("a\u007fb")]
    [InlineData("café")]
    [InlineData("a\0b")]
    public async Task A_key_that_Azure_could_not_hold_is_refused_and_reads_as_nothing(string key)
    {
        await Refused(new Write.Put(key, "x"));
        await Should.ThrowAsync<ArgumentException>(() => Store.Commit(key, [new Write.Put("rij", "x")]));
        (await Store.Get(Partition, key)).ShouldBeNull();
        (await Store.Get(key, "rij")).ShouldBeNull();
        (await Store.Query(key, Everything)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_of_512_characters_is_kept_and_a_longer_one_refused()
    {
        var longest = new string('k', StoreLimits.CharactersPerKey);
        await Committed(new Write.Put(longest, "x"));
        (await DataOf(longest)).ShouldBe("x");
        await Refused(new Write.Put(longest + "k", "x"));
    }

    [Fact]
    public async Task Every_printable_character_but_the_four_of_Azure_may_stand_in_a_key()
    {
        var key = string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (char)c).Except("/\\#?")).Trim();
        await Committed(new Write.Put(key, "x"));
        (await Stored(key)).Row.ShouldBe(key);
        (await Store.Commit(key, [new Write.Put("rij", "y")])).ShouldBeOfType<CommitResult.Committed>();
        (await Store.Get(key, "rij")).ShouldNotBeNull().Data.ShouldBe("y");
    }

    [Theory]
    [InlineData("")]
    [InlineData("*")]
    public async Task An_ETag_that_would_switch_the_check_off_is_refused(string etag)
    {
        await Committed(new Write.Insert("a", "1"));
        await Refused(new Write.Replace("a", "2", etag));
        await Refused(new Write.Delete("a", etag));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("ë € 😀 e\u0301 \uFEFF \uFFFF \u2028 \u200B")]
    [InlineData("\r\n\t '\"; DROP TABLE rows; --\u007f")]
    [InlineData("null")]
    public async Task Data_comes_back_as_it_was_stored(string data)
    {
        await Committed(new Write.Insert("a", data));
        (await DataOf("a")).ShouldBe(data);
        (await All(Everything)).ShouldHaveSingleItem().Data.ShouldBe(data);
    }

    [Fact]
    public async Task Data_that_is_not_JSON_text_is_refused_rather_than_changed()
    {
        foreach (var data in new[] { "a\0b", "\uD83D", "x\uDE00\uD83D", "😀\uD83Dx" })
            await Refused(new Write.Insert("a", data));
        (await DataOf("a")).ShouldBeNull();
    }

    [Theory]
    [InlineData(StoreLimits.CharactersPerProperty - 1)]
    [InlineData(StoreLimits.CharactersPerProperty)]
    [InlineData(StoreLimits.CharactersPerProperty + 1)]
    [InlineData(3 * StoreLimits.CharactersPerProperty + 7)]
    public async Task Data_longer_than_one_property_of_Azure_comes_back_whole(int length)
    {
        // Pairs at every boundary: a store that cuts data into pieces must not cut through one.
        var data = "x" + string.Concat(Enumerable.Repeat("😀", length / 2));
        await Committed(new Write.Insert("a", data), new Write.Insert("b", data[1..]));
        (await DataOf("a")).ShouldBe(data);
        (await DataOf("b")).ShouldBe(data[1..]);
        await Committed(new Write.Put("a", "kort"));
        (await DataOf("a")).ShouldBe("kort");
    }
}
