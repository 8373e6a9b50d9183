using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using Smederijen.Portal.Watching;

namespace Smederijen.LocalHost.Watching;

/// <summary>
/// Sends metrics to an OpenTelemetry collector when <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> says where one is; without it nothing
/// of OpenTelemetry is loaded.
/// </summary>
internal static class Telemetry
{
    public static void AddIfConfigured(WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            Add(builder.Services);
    }

    /// <summary>Apart, so that the libraries are loaded by this call and not by the one who decides about it.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Add(IServiceCollection services) => services.AddHostedService<Exporter>();

    private sealed class Exporter : IHostedService, IDisposable
    {
        private MeterProvider? _provider;

        public Task StartAsync(CancellationToken cancellationToken)
        {
            _provider = Sdk.CreateMeterProviderBuilder()
                .AddMeter(Figures.MeterName, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel")
                .AddOtlpExporter()
                .Build();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken)
        {
            _provider?.Shutdown((int)TimeSpan.FromSeconds(5).TotalMilliseconds);
            return Task.CompletedTask;
        }

        public void Dispose() => _provider?.Dispose();
    }
}
