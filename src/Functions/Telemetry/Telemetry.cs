using Azure.Identity;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Azure.Functions.Worker.OpenTelemetry;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry;
using Smederijen.Functions.Settings;
using Smederijen.Portal.Watching;

namespace Smederijen.Functions.Telemetry;

/// <summary>
/// Log and figures by OpenTelemetry to Azure Monitor, only when <c>Telemetry__ConnectionString</c> says where. No traces: a trace
/// holds the address of a page, and those of links in mails carry tokens. For the same reason the connection string does not have
/// the name that the Functions host looks for, which would send traces of its own.
/// </summary>
internal static class Telemetry
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        // The app works without telemetry, and the settings check says in the host's log which of these is not resolved.
        if (settings["Telemetry:ConnectionString"] is not { Length: > 0 } connection || settings.GetSection("Telemetry").Unresolved().Count > 0)
            return services;
        void Export(AzureMonitorExporterOptions exporter)
        {
            exporter.ConnectionString = connection;
            exporter.EnableLiveMetrics = false;
            if (settings.GetValue("Telemetry:ByIdentity", false))
                exporter.Credential = new DefaultAzureCredential();
        }

        services.AddOpenTelemetry()
            .UseFunctionsWorkerDefaults()
            .WithMetrics(metrics => metrics.AddMeter(Figures.MeterName).AddAzureMonitorMetricExporter(Export))
            .WithLogging(logging => logging.AddAzureMonitorLogExporter(Export), options => options.IncludeFormattedMessage = true);
        return services;
    }
}
