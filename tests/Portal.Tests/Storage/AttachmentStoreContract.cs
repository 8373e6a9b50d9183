using Smederijen.Portal.Attachments;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Storage;

/// <summary>What every store of attachments promises.</summary>
public abstract class AttachmentStoreContract : IAsyncLifetime
{
    protected IAttachmentStore Store { get; private set; } = null!;

    /// <summary>Opens an empty store; called once for each test.</summary>
    protected abstract Task<IAttachmentStore> NewStore();

    protected virtual Task CloseStore() => Task.CompletedTask;

    public async Task InitializeAsync() => Store = await NewStore();

    public Task DisposeAsync() => CloseStore();

    private async Task<byte[]?> ContentOf(string name)
    {
        await using var stream = await Store.Open(name);
        if (stream is null)
            return null;
        using var content = new MemoryStream();
        await stream.CopyToAsync(content);
        return content.ToArray();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(10 * 1024 * 1024)]
    public async Task A_file_comes_back_byte_for_byte(int length)
    {
        var content = new byte[length];
        new Random(length).NextBytes(content);
        await Store.Save("foto-1.jpg", content);
        (await ContentOf("foto-1.jpg")).ShouldNotBeNull().AsSpan().SequenceEqual(content).ShouldBeTrue();
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(999_999)]
    [InlineData(1_000_000)]
    public async Task An_open_file_knows_its_length_and_reads_on_from_any_place(int place)
    {
        var content = new byte[1_000_000];
        new Random(7).NextBytes(content);
        await Store.Save("foto.jpg", content);
        await using var stream = (await Store.Open("foto.jpg")).ShouldNotBeNull();
        stream.CanSeek.ShouldBeTrue();
        stream.Length.ShouldBe(content.Length);
        stream.Seek(place, SeekOrigin.Begin).ShouldBe(place);
        var rest = new MemoryStream();
        await stream.CopyToAsync(rest);
        rest.ToArray().AsSpan().SequenceEqual(content.AsSpan(place)).ShouldBeTrue();
        stream.Position.ShouldBe(content.Length);
    }

    [Fact]
    public async Task A_reader_can_go_back()
    {
        await Store.Save("foto.jpg", "abcdef"u8.ToArray());
        await using var stream = (await Store.Open("foto.jpg")).ShouldNotBeNull();
        var four = new byte[4];
        await stream.ReadExactlyAsync(four);
        stream.Seek(1, SeekOrigin.Begin);
        await stream.ReadExactlyAsync(four);
        four.ShouldBe("bcde"u8.ToArray());
    }

    [Fact]
    public async Task A_file_is_saved_from_where_its_stream_stands()
    {
        var stream = new MemoryStream("voor-daarna"u8.ToArray()) { Position = 5 };
        await Store.Save("foto.jpg", stream);
        (await ContentOf("foto.jpg")).ShouldBe("daarna"u8.ToArray());
    }

    [Fact]
    public async Task A_name_that_exists_keeps_its_first_content()
    {
        await Store.Save("foto.jpg", "eerst"u8.ToArray());
        await Store.Save("foto.jpg", "later"u8.ToArray());
        (await ContentOf("foto.jpg")).ShouldBe("eerst"u8.ToArray());
    }

    [Fact]
    public async Task Of_many_who_save_one_name_at_once_one_wins_whole()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i =>
            Task.Run(() => Store.Save("foto.jpg", Enumerable.Repeat((byte)i, 100_000).ToArray()))));
        var content = (await ContentOf("foto.jpg")).ShouldNotBeNull();
        content.Length.ShouldBe(100_000);
        content.Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_that_is_not_there_opens_as_nothing_and_can_be_deleted()
    {
        (await Store.Open("niets.pdf")).ShouldBeNull();
        await Store.Delete("niets.pdf");
    }

    [Fact]
    public async Task A_deleted_file_is_gone_and_its_name_free()
    {
        await Store.Save("foto.jpg", "eerst"u8.ToArray());
        await Store.Delete("foto.jpg");
        (await Store.Open("foto.jpg")).ShouldBeNull();
        await Store.Save("foto.jpg", "later"u8.ToArray());
        (await ContentOf("foto.jpg")).ShouldBe("later"u8.ToArray());
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("../foto.jpg")]
    [InlineData("map/foto.jpg")]
    [InlineData("map\\foto.jpg")]
    [InlineData("/etc/passwd")]
    [InlineData(".foto")]
    [InlineData("foto.")]
    [InlineData("-foto")]
    [InlineData("Foto.jpg")]
    [InlineData("foto 1.jpg")]
    [InlineData("fóto.jpg")]
    [InlineData("foto.jpg\0.exe")]
    [InlineData("foto.jpg\n")]
    [InlineData("%2e%2e%2ffoto")]
    public async Task A_name_that_could_mean_something_else_is_refused_and_reads_as_nothing(string name)
    {
        await Should.ThrowAsync<ArgumentException>(() => Store.Save(name, "x"u8.ToArray()));
        (await Store.Open(name)).ShouldBeNull();
        await Store.Delete(name);
    }

    [Fact]
    public async Task A_name_of_128_characters_is_kept_and_a_longer_one_refused()
    {
        var longest = new string('n', 128);
        await Store.Save(longest, "x"u8.ToArray());
        (await ContentOf(longest)).ShouldBe("x"u8.ToArray());
        await Should.ThrowAsync<ArgumentException>(() => Store.Save(longest + "n", "x"u8.ToArray()));
    }
}
