using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Smederijen.Functions.Tests.Mail;

/// <summary>Stands in for SendGrid on this machine: keeps what it gets, and answers as it is told.</summary>
internal sealed class SendGridServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SendGridServer(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The status of every answer; null never answers.</summary>
    public int? Answers { get; set; } = 202;

    public List<(string Path, string? Authorization, JsonElement Mail)> Received { get; } = [];

    public static async Task<SendGridServer> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var server = new SendGridServer(builder.Build());
        server._app.Run(server.Take);
        await server._app.StartAsync();
        return server;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task Take(HttpContext http)
    {
        using var mail = await JsonDocument.ParseAsync(http.Request.Body);
        Received.Add((http.Request.Path, http.Request.Headers.Authorization, mail.RootElement.Clone()));
        if (Answers is not { } status)
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        else if ((http.Response.StatusCode = status) != 202)
            await http.Response.WriteAsJsonAsync(new { errors = new[] { new { message = "jannie@voorbeeld.example is wrong" } } });
    }
}
