using Microsoft.ApplicationInsights;
using Microsoft.ApplicationInsights.Extensibility;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.ApplicationInsights;
using Microsoft.Extensions.Options;

namespace Smederijen.Functions.Telemetry;

/// <summary>Log and figures to Application Insights, only when it is configured.</summary>
internal static class Insights
{
    public static IServiceCollection AddTelemetry(this IServiceCollection services, IConfiguration settings)
    {
        if (settings["APPLICATIONINSIGHTS_CONNECTION_STRING"] is not { Length: > 0 } connection)
            return services;
        services.AddOptions<TelemetryConfiguration>().Configure<IEnumerable<ITelemetryInitializer>>((configuration, initializers) =>
        {
            configuration.ConnectionString = connection;
            foreach (var initializer in initializers)
                configuration.TelemetryInitializers.Add(initializer);
        });
        return services
            .AddSingleton(provider => new TelemetryClient(provider.GetRequiredService<IOptions<TelemetryConfiguration>>().Value))
            .AddSingleton<ILoggerProvider>(provider => new ApplicationInsightsLoggerProvider(
                provider.GetRequiredService<IOptions<TelemetryConfiguration>>(), Options.Create(new ApplicationInsightsLoggerOptions())))
            .AddHostedService<FiguresReporter>()
            .ConfigureFunctionsApplicationInsights();
    }
}
