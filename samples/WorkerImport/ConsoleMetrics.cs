using System.Diagnostics.Metrics;
using Cadence.SellsyImport.Telemetry;
using Microsoft.Extensions.Hosting;

namespace WorkerImport;

/// <summary>Shows each measurement of the library on the console. A real host has an exporter, such as that of OpenTelemetry, in its place.</summary>
internal sealed class ConsoleMetrics : IHostedService, IDisposable
{
    private readonly MeterListener _listener = new()
    {
        InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == SellsyImportTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        },
    };

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Show(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Show(instrument, value, tags));
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    private static void Show<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Console.WriteLine($"metric: {instrument.Name} {value} {instrument.Unit} {string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}"))}");
}
