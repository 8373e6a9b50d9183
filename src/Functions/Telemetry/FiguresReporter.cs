using System.Diagnostics.Metrics;
using Microsoft.ApplicationInsights;
using Microsoft.ApplicationInsights.Metrics;
using Microsoft.Extensions.Hosting;

namespace Smederijen.Functions.Telemetry;

/// <summary>
/// Hands what the meter <c>Smederijen</c> measures to Application Insights, summed up per minute under the same names; the
/// alerts read them there.
/// </summary>
internal sealed class FiguresReporter(TelemetryClient insights) : IHostedService, IDisposable
{
    private const string Meter = "Smederijen";
    private readonly MeterListener listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        listener.InstrumentPublished = (instrument, hearing) =>
        {
            if (instrument.Meter.Name == Meter)
                hearing.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Report(instrument.Name, value, tags));
        listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => insights.FlushAsync(cancellationToken);

    public void Dispose() => listener.Dispose();

    /// <summary>At most two tags are told apart, which is what the figures have.</summary>
    private void Report(string name, long value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        switch (tags)
        {
            case []:
                insights.GetMetric(new MetricIdentifier(MetricIdentifier.DefaultMetricNamespace, name)).TrackValue(value);
                break;
            case [var only]:
                insights.GetMetric(new MetricIdentifier(MetricIdentifier.DefaultMetricNamespace, name, only.Key)).TrackValue(value, $"{only.Value}");
                break;
            case [var first, var second, ..]:
                insights.GetMetric(new MetricIdentifier(MetricIdentifier.DefaultMetricNamespace, name, first.Key, second.Key))
                    .TrackValue(value, $"{first.Value}", $"{second.Value}");
                break;
        }
    }
}
