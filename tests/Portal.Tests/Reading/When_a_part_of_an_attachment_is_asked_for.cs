using Smederijen.Domain.Ideas;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Tests.Attachments;
using static Smederijen.Portal.Tests.Residents;

namespace Smederijen.Portal.Tests.Reading;

public sealed class When_a_part_of_an_attachment_is_asked_for
{
    [Theory]
    [InlineData("bytes=0-0", 0, 0)]
    [InlineData("bytes=-1", -1, -1)]
    [InlineData("bytes=10-19", 10, 19)]
    [InlineData("bytes=5-", 5, -1)]
    [InlineData("bytes=5-99999999", 5, -1)]
    [InlineData("bytes=-99999999", 0, -1)]
    public async Task That_part_comes_with_its_place_in_the_whole(string range, int from, int to)
    {
        await using var world = await World.Begin();
        var (address, whole) = await APhoto(world);
        var (first, last) = (from < 0 ? whole.Length + from : from, to < 0 ? whole.Length + to : to);
        var part = (await world.Browser.Get(address, ("Range", range))).ShouldHave(206);
        part.Headers.ContentRange.ToString().ShouldBe($"bytes {first}-{last}/{whole.Length}");
        part.Headers.ContentLength.ShouldBe(last - first + 1);
        part.Body.ShouldBe(whole[first..(last + 1)]);
    }

    [Theory]
    [InlineData("bytes=-0")]
    [InlineData("bytes=99999999-")]
    [InlineData("bytes=99999999-999999999")]
    public async Task A_part_beyond_the_end_does_not_exist(string range)
    {
        await using var world = await World.Begin();
        var (address, whole) = await APhoto(world);
        var none = (await world.Browser.Get(address, ("Range", range))).ShouldHave(416);
        none.Headers.ContentRange.ToString().ShouldBe($"bytes */{whole.Length}");
        none.Body.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("bytes=5-2")]
    [InlineData("bytes=0-1,3-4")]
    [InlineData("bytes=0-,-1,9-2")]
    [InlineData("bytes=99999999999999999999-")]
    [InlineData("bytes=-99999999999999999999")]
    [InlineData("bytes=a-b")]
    [InlineData("bytes=")]
    [InlineData("regels=0-1")]
    [InlineData("onzin")]
    public async Task A_wish_that_cannot_be_read_gives_the_whole(string range)
    {
        await using var world = await World.Begin();
        var (address, whole) = await APhoto(world);
        var answer = (await world.Browser.Get(address, ("Range", range))).ShouldHave(200);
        answer.Headers.ContentLength.ShouldBe(whole.Length);
        answer.Body.ShouldBe(whole);
    }

    [Fact]
    public async Task Going_on_with_a_download_works_as_long_as_it_is_the_same_file()
    {
        await using var world = await World.Begin();
        var (address, whole) = await APhoto(world);
        var tag = (await world.Browser.Get(address)).Headers.ETag.ToString();
        (await world.Browser.Get(address, ("Range", "bytes=9-"), ("If-Range", tag))).ShouldHave(206).Body.ShouldBe(whole[9..]);
        (await world.Browser.Get(address, ("Range", "bytes=9-"), ("If-Range", "\"ander\""))).ShouldHave(200).Body.ShouldBe(whole);
    }

    [Fact]
    public async Task HEAD_tells_the_length_of_the_whole_and_nothing_is_packed()
    {
        await using var world = await World.Begin();
        var (address, whole) = await APhoto(world);
        foreach (var header in new[] { ("Range", "bytes=0-0"), ("Accept-Encoding", "br, gzip") })
        {
            var head = (await world.Browser.Ask("HEAD", address, null, header)).ShouldHave(200);
            head.Body.ShouldBeEmpty();
            head.Headers.ContentLength.ShouldBe(whole.Length);
            head.Headers.AcceptRanges.ToString().ShouldBe("bytes");
            head.Headers.ContentEncoding.Count.ShouldBe(0);
        }
    }

    private static async Task<(string Address, byte[] Whole)> APhoto(World world)
    {
        (await world.Browser.PostWithFiles($"/smederijen/{World.Village}/ideeen/nieuw", AnIdea, "bijlagen", ("foto.png", Sample.Read("plain.png")))).ShouldHave(303);
        await world.Work();
        var idea = await world.LastIn(IdeaPhase.AwaitingConfirmation);
        await world.Browser.Press(world.Mailbox.LastTo(Submitter).Link());
        var address = $"{idea.Page()}/bijlagen/{world.Attachments.Names.Single()}";
        var whole = (await world.Browser.Get(address)).ShouldHave(200);
        whole.Headers.ContentLength.ShouldBe(whole.Body.Length);
        return (address, whole.Body);
    }
}
