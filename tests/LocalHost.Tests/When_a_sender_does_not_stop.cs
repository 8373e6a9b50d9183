using System.Net;
using System.Net.Http.Headers;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests;

/// <summary>Over a real connection: whoever is still sending hears what is wrong, and is not hung up on.</summary>
public sealed class When_a_sender_does_not_stop : IDisposable
{
    private const int Mega = 1024 * 1024;
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("/smederijen/alteveer/ideeen/nieuw", "text/html", false)]
    [InlineData("/smederijen/alteveer/ideeen/nieuw", "text/html", true)]
    [InlineData("/v1/smederijen/alteveer/ideeen", "application/problem+json", false)]
    [InlineData("/v1/smederijen/alteveer/ideeen", "application/problem+json", true)]
    public async Task A_body_of_66_MB_is_answered(string path, string type, bool chunked)
    {
        await using var town = await Edition.Start(_folder);
        using var visitor = town.NewVisitor();
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = Form(66 * Mega) };
        request.Headers.TransferEncodingChunked = chunked;
        using var answer = await visitor.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.RequestEntityTooLarge);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe(type);
        (await answer.Content.ReadAsStringAsync()).ShouldContain("te groot");
        answer.Headers.Contains("Content-Security-Policy").ShouldBeTrue();
        answer.Headers.Contains("Server").ShouldBeFalse();
        (await town.Open("/")).ShouldHave(200);
    }

    private static MultipartFormDataContent Form(int size)
    {
        var photo = new ByteArrayContent(new byte[size]);
        photo.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
        return new MultipartFormDataContent { { photo, "bijlagen", "foto.jpg" } };
    }
}
