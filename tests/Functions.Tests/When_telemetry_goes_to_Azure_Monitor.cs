using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using Smederijen.Functions.Telemetry;
using Smederijen.Portal.Layout;
using Smederijen.Portal.Watching;

namespace Smederijen.Functions.Tests;

/// <summary>The real exporter, with a server on this machine in the place of Azure Monitor.</summary>
public sealed partial class When_telemetry_goes_to_Azure_Monitor : IAsyncLifetime
{
    private readonly StringBuilder received = new();
    private WebApplication server = null!;

    public async Task InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        server = builder.Build();
        server.Run(Take);
        await server.StartAsync();
    }

    public Task DisposeAsync() => server.DisposeAsync().AsTask();

    [Fact]
    public async Task The_figures_arrive_under_the_names_that_the_alerts_read_and_sentences_arrive_as_they_were_written()
    {
        using (var host = Host($"InstrumentationKey=00000000-0000-0000-0000-000000000001;IngestionEndpoint={server.Urls.Single()}/"))
        {
            await host.StartAsync();
            Figures.MailFailed();
            Log.Waited(host.Services.GetRequiredService<ILogger<When_telemetry_goes_to_Azure_Monitor>>(), 3);
            host.Services.GetRequiredService<MeterProvider>().ForceFlush().ShouldBeTrue();
            await host.StopAsync();
        }
        lock (received)
        {
            received.ToString().ShouldContain("smederijen.mail.failed");
            received.ToString().ShouldContain("3 items waited");
        }
    }

    [Fact]
    public void Without_the_setting_nothing_is_sent()
    {
        using var host = Host("");
        host.Services.GetService<MeterProvider>().ShouldBeNull();
    }

    private static IHost Host(string connection)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([KeyValuePair.Create("Telemetry:ConnectionString", (string?)connection)]);
        builder.Services.AddTelemetry(builder.Configuration);
        return builder.Build();
    }

    private async Task Take(HttpContext http)
    {
        await using var body = http.Request.Headers.ContentEncoding == "gzip" ? new GZipStream(http.Request.Body, CompressionMode.Decompress)
            : http.Request.Body;
        var text = await new StreamReader(body).ReadToEndAsync();
        lock (received)
            received.Append(text);
        var items = text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;
        await http.Response.WriteAsJsonAsync(new { itemsReceived = items, itemsAccepted = items, errors = Array.Empty<string>() });
    }

    private static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning, Message = "{Items} items waited")]
        public static partial void Waited(ILogger logger, int items);
    }
}
