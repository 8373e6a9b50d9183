using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Settings;

namespace Smederijen.Portal.Tests.Serving;

public sealed class When_a_body_is_too_large
{
    private const string Form = $"/smederijen/{World.Village}/ideeen/nieuw";
    private const string Api = $"/v1/smederijen/{World.Village}/ideeen";
    private const long Mega = 1024 * 1024;

    [Theory]
    [InlineData(Form, true, "text/html")]
    [InlineData(Form, false, "text/html")]
    [InlineData(Api, true, "application/problem+json")]
    [InlineData(Api, false, "application/problem+json")]
    public async Task It_is_read_to_its_end_and_the_answer_says_that_it_is_too_large(string path, bool tellsLength, string type)
    {
        await using var world = await World.Begin();
        var body = new EndlessForm(66 * Mega);
        var answer = await Send(world, path, body, tellsLength ? body.Size : null);
        answer.ShouldHave(413).Headers.ContentType.ToString().ShouldStartWith(type);
        answer.Headers.ContentSecurityPolicy.Count.ShouldBe(1);
        answer.Text.ShouldContain("te groot");
        body.WasRead.ShouldBe(body.Size, "whoever is still sending does not read the answer");
    }

    [Theory]
    [InlineData("text/plain", 415)]
    [InlineData("multipart/form-data; boundary=grens", 403)]
    public async Task A_refusal_for_another_reason_is_read_to_its_end_too(string type, int status)
    {
        await using var world = await World.Begin();
        var body = new EndlessForm(30 * Mega);
        (await Send(world, Form, body, body.Size, type, status == 403 ? "cross-site" : "same-origin")).ShouldHave(status);
        body.WasRead.ShouldBe(body.Size);
    }

    [Fact]
    public async Task What_never_ends_is_read_up_to_a_bound()
    {
        await using var world = await World.Begin();
        var body = new EndlessForm(long.MaxValue);
        var answer = await Send(world, Form, body, length: null);
        answer.ShouldHave(413).Headers.Connection.ToString().ShouldBe("close");
        body.WasRead.ShouldBeLessThan(200 * Mega);
    }

    [Fact]
    public async Task A_large_form_that_finds_no_place_is_asked_to_come_back_and_a_small_one_never_waits()
    {
        await using var world = await World.Begin(services => services.Configure<PortalOptions>(options =>
            (options.LargeBodiesAtOnce, options.LargeBodyPatience) = (1, TimeSpan.Zero)));
        var gate = new TaskCompletionSource();
        var first = Send(world, Form, new EndlessForm(30 * Mega, gate.Task), 30 * Mega);
        var second = new EndlessForm(30 * Mega);
        var refused = (await Send(world, Form, second, second.Size)).ShouldHave(503);
        refused.Headers.RetryAfter.ToString().ShouldBe("60");
        refused.Words.ShouldContain("Er komen nu heel veel bestanden tegelijk binnen. Wacht een minuut.");
        second.WasRead.ShouldBe(second.Size);
        (await world.Browser.Post(Form, Residents.AnIdea)).ShouldHave(303);
        gate.SetResult();
        (await first).Status.ShouldBe(400);
        (await Send(world, Form, new EndlessForm(30 * Mega), 30 * Mega)).ShouldHave(400);
    }

    private static Task<Answer> Send(World world, string path, Stream body, long? length, string type = "multipart/form-data; boundary=grens", string site = "same-origin") =>
        world.NewBrowser().Throw(http =>
        {
            http.Request.Method = "POST";
            http.Request.Scheme = "http";
            http.Request.Host = new HostString("127.0.0.1:7071");
            http.Request.Path = path;
            http.Request.ContentType = type;
            http.Request.ContentLength = length;
            http.Request.Headers["Sec-Fetch-Site"] = site;
            http.Request.Body = body;
        });

    /// <summary>A form whose one file has no end until the whole has this many bytes; it takes no room.</summary>
    private sealed class EndlessForm(long size, Task? before = null) : Stream
    {
        private static readonly byte[] Start = "--grens\r\nContent-Disposition: form-data; name=\"bijlagen\"; filename=\"foto.jpg\"\r\n\r\n"u8.ToArray();
        private static readonly byte[] End = "\r\n--grens--\r\n"u8.ToArray();

        public long Size => size;

        public long WasRead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (before is not null)
                await before;
            var part = WasRead < Start.Length ? Start.AsMemory((int)WasRead)
                : WasRead >= size - End.Length ? End.AsMemory((int)(End.Length - (size - WasRead)))
                : default;
            var count = (int)Math.Min(buffer.Length, part.IsEmpty ? size - End.Length - WasRead : part.Length);
            if (WasRead >= size)
                return 0;
            if (part.IsEmpty)
                buffer.Span[..count].Fill((byte)'a');
            else
                part[..count].CopyTo(buffer);
            WasRead += count;
            return count;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
