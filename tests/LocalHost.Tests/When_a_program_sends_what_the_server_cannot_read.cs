using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Smederijen.LocalHost.Tests.Storage;

namespace Smederijen.LocalHost.Tests;

/// <summary>Below /v1 every error is problem+json, and a page elsewhere, also one that no code of ours gets to see.</summary>
public sealed class When_a_program_sends_what_the_server_cannot_read : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("GET /v1/smederijen/%00 HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("GET /v1/%00?a=b HTTP/1.1\r\nHost: a\r\n\r\n", 400)]
    [InlineData("POST /v1/smederijen/%00/ideeen HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\n\r\n{}", 400)]
    [InlineData("GET /v1/smederijen HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400)]
    [InlineData("GET /v1/smederijen HTTP/1.1\r\n\r\n", 400)]
    [InlineData("GET /v1/smederijen HTTP/1.1\r\nHost: a\r\nNoColon\r\n\r\n", 400)]
    [InlineData("GET /v1/smederijen/%zz HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("GET /v1/smederijen/%ff%fe HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404)]
    [InlineData("GET /v1/\\..\\%2e%2e/a HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", 404)]
    public async Task It_reads_what_is_wrong_as_problem_json(string request, int status)
    {
        await using var town = await Edition.Start(_folder);
        ShouldBeProblem(await Send(town, request), status);
    }

    [Fact]
    public async Task Headers_without_end_are_a_problem_too()
    {
        await using var town = await Edition.Start(_folder);
        ShouldBeProblem(await Send(town, $"GET /v1/smederijen HTTP/1.1\r\nHost: a\r\nX: {new string('a', 20_000)}\r\n\r\n"), 431);
    }

    [Fact]
    public async Task After_a_good_request_on_the_same_connection_a_bad_one_is_answered_as_well()
    {
        await using var town = await Edition.Start(_folder);
        var answers = await Send(town, "GET /v1/smederijen HTTP/1.1\r\nHost: a\r\n\r\nGET /v1/%00 HTTP/1.1\r\nHost: a\r\n\r\n");
        answers.ShouldStartWith("HTTP/1.1 200 OK\r\n");
        ShouldBeProblem(answers[answers.IndexOf("HTTP/1.1 400", StringComparison.Ordinal)..], 400);
    }

    [Theory]
    [InlineData("GET /link/abcdef%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /a%00b?c=d HTTP/1.1\r\nHost: a\r\n\r\n")]
    [InlineData("GET /v1/smederijen HTTP/1.1\r\nHost: a\r\n\r\nGET /%00 HTTP/1.1\r\nHost: a\r\n\r\n")]
    public async Task A_person_reads_on_a_page_what_to_do(string request)
    {
        await using var town = await Edition.Start(_folder);
        var answers = await Send(town, request);
        var answer = answers[answers.LastIndexOf("HTTP/1.1 ", StringComparison.Ordinal)..];
        answer.ShouldStartWith("HTTP/1.1 400 ");
        answer.ShouldContain("\r\nContent-Type: text/html; charset=utf-8\r\n");
        answer.ShouldContain("\r\nContent-Security-Policy: default-src 'none';");
        answer.ShouldContain("Klik opnieuw op de link in uw e-mail");
        answer.ShouldEndWith("</html>", Case.Insensitive);
        answer.ShouldNotContain("abcdef");
    }

    private static void ShouldBeProblem(string answer, int status)
    {
        answer.ShouldStartWith($"HTTP/1.1 {status} ");
        answer.ShouldContain("\r\nContent-Type: application/problem+json; charset=utf-8\r\n");
        answer.ShouldContain("\r\nAPI-Version: ");
        answer.ShouldContain("\r\nX-Content-Type-Options: nosniff\r\n");
        var json = JsonDocument.Parse(answer[(answer.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..]).RootElement;
        json.GetProperty("status").GetInt32().ShouldBe(status);
        json.GetProperty("detail").GetString().ShouldNotBeNullOrEmpty();
        json.TryGetProperty("errors", out _).ShouldBe(status == 400);
    }

    private static async Task<string> Send(Edition town, string request)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var client = new TcpClient();
        await client.ConnectAsync(town.Address.Host, town.Address.Port, patience.Token);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), patience.Token);
        using var answer = new MemoryStream();
        try
        {
            await client.GetStream().CopyToAsync(answer, patience.Token);
        }
        catch (IOException)
        {
            // Hung up on with something unread: what was answered until then counts.
        }
        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
