using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Smederijen.Portal.Http;
using Smederijen.Portal.Layout;

namespace Smederijen.Portal.Tests.Serving;

public sealed class When_a_reader_accepts_compression
{
    [Theory]
    [InlineData("br", Coding.Brotli)]
    [InlineData("gzip", Coding.Gzip)]
    [InlineData("GZIP", Coding.Gzip)]
    [InlineData("gzip, deflate, br, zstd", Coding.Brotli)]
    [InlineData("gzip;q=1.0, br;q=0.5", Coding.Gzip)]
    [InlineData("br;q=0, gzip", Coding.Gzip)]
    [InlineData("br ; q=0.2 , gzip ; q=0.1", Coding.Brotli)]
    [InlineData("*", Coding.Brotli)]
    [InlineData("*;q=0.5, br;q=0", Coding.Gzip)]
    [InlineData("*;q=0", Coding.None)]
    [InlineData("identity;q=0", Coding.None)]
    [InlineData("*;q=0, identity;q=0", Coding.None)]
    [InlineData("identity, br;q=0.5", Coding.None)]
    [InlineData("deflate, zstd", Coding.None)]
    [InlineData("", Coding.None)]
    [InlineData(";;;,,,=q", Coding.None)]
    [InlineData("br;q=2", Coding.None)]
    [InlineData("br;q=-1", Coding.None)]
    [InlineData("br;q=NaN", Coding.None)]
    [InlineData("br;q=", Coding.None)]
    [InlineData("br;onzin", Coding.None)]
    [InlineData("brr, xbr, br2", Coding.None)]
    public void The_best_that_it_can_read_is_chosen(string header, Coding best)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.AcceptEncoding = header;
        AcceptedCoding.Of(http.Request).ShouldBe(best);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/smederijen/alteveer")]
    [InlineData("/v1/smederijen")]
    [InlineData("/v1/openapi.json")]
    [InlineData("/nergens-te-vinden-in-de-smederij", false)]
    public async Task Pages_and_JSON_are_compressed_and_say_so(string path, bool found = true)
    {
        await using var world = await World.Begin();
        if (!found)
            path = $"/smederijen/{World.Village}/ideeen{path}";
        var plain = await world.Browser.Get(path);
        plain.Headers.ContentEncoding.Count.ShouldBe(0);
        plain.Headers.Vary.ToString().ShouldBe("Accept-Encoding");
        foreach (var coding in new[] { "br", "gzip" })
        {
            var packed = (await world.Browser.Get(path, ("Accept-Encoding", coding))).ShouldHave(found ? 200 : 404);
            packed.Headers.ContentEncoding.ToString().ShouldBe(coding);
            packed.Headers.Vary.ToString().ShouldBe("Accept-Encoding");
            packed.Headers.ContentLength.ShouldBe(packed.Body.Length);
            packed.Body.Length.ShouldBeLessThan(plain.Body.Length * 2 / 3);
            Unpack(packed.Body, coding).ShouldBe(plain.Body);
            var head = await world.Browser.Ask("HEAD", path, null, ("Accept-Encoding", coding));
            head.Body.ShouldBeEmpty();
            Told(head).ShouldBe(Told(packed));
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    [InlineData("")]
    public async Task Who_holds_the_page_in_any_form_hears_that_it_did_not_change(string coding)
    {
        await using var world = await World.Begin();
        var page = (await world.SubmitAndConfirm()).Page();
        foreach (var path in new[] { page, $"/v1/smederijen/{World.Village}" })
        {
            var tag = (await world.Browser.Get(path, ("Accept-Encoding", coding))).ShouldHave(200).Headers.ETag.ToString();
            tag.ShouldStartWith("W/\"");
            foreach (var now in new[] { "br", "gzip", "" })
            {
                var again = (await world.Browser.Get(path, ("Accept-Encoding", now), ("If-None-Match", $"\"iets\", {tag}"))).ShouldHave(304);
                again.Body.ShouldBeEmpty();
                again.Headers.ETag.ToString().ShouldBe(tag);
                again.Headers.ContentEncoding.Count.ShouldBe(0);
            }
        }
        (await world.Browser.Get(page, ("If-None-Match", "*"))).ShouldHave(304);
        (await world.Browser.Get(page, ("If-None-Match", "\"iets\""))).ShouldHave(200);
    }

    [Fact]
    public async Task What_may_be_private_is_never_compressed()
    {
        await using var world = await World.Begin();
        var page = (await world.SubmitAndConfirm()).Page();
        var staff = world.BrowserOf("anna", "medewerker");
        (await staff.Get("/medewerkers", ("Accept-Encoding", "br"), ("Cookie", "medewerker=x"))).ShouldHave(200).Headers.ContentEncoding.Count.ShouldBe(0);
        (await staff.Get("/medewerkers", ("Accept-Encoding", "br"), ("X-MS-CLIENT-PRINCIPAL", "x"))).ShouldHave(200).Headers.ContentEncoding.Count.ShouldBe(0);
        (await world.Browser.Get("/", ("Accept-Encoding", "br"), ("Cookie", "iets=x"))).ShouldHave(200).Headers.ContentEncoding.Count.ShouldBe(0);
        (await world.Browser.Get("/", ("Accept-Encoding", "br"), ("Authorization", "Bearer x"))).ShouldHave(200).Headers.ContentEncoding.Count.ShouldBe(0);
        (await world.Browser.Post($"{page}/steun", new { naam = "Buur" }, ("Accept-Encoding", "br"))).ShouldHave(400).Headers.ContentEncoding.Count.ShouldBe(0);
        // The same for everyone, whatever they carry.
        (await world.Browser.Get(page, ("Accept-Encoding", "br"), ("Cookie", "iets=x"))).ShouldHave(200).Headers.ContentEncoding.ToString().ShouldBe("br");
    }

    [Fact]
    public async Task What_would_gain_nothing_stays_as_it_is()
    {
        await using var world = await World.Begin();
        var robots = (await world.Browser.Get("/robots.txt", ("Accept-Encoding", "br"))).ShouldHave(200);
        robots.Headers.ContentEncoding.Count.ShouldBe(0);
        robots.Headers.ContentLength.ShouldBe(robots.Body.Length);
    }

    private static (string? Type, string? Coding, long? Length, string? Vary, string? Tag) Told(Answer answer) => (
        answer.Headers.ContentType, answer.Headers.ContentEncoding, answer.Headers.ContentLength, answer.Headers.Vary, answer.Headers.ETag);

    private static byte[] Unpack(byte[] packed, string coding)
    {
        using Stream stream = coding == "br"
            ? new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress)
            : new GZipStream(new MemoryStream(packed), CompressionMode.Decompress);
        var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
