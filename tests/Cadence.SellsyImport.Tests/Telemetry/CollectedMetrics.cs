using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;

namespace Cadence.SellsyImport.Tests.Telemetry;

/// <summary>Creates the meters of one host, and keeps every measurement of them.</summary>
internal sealed class CollectedMetrics : IMeterFactory
{
    private readonly List<Meter> _meters = [];
    private readonly MeterListener _listener;
    private readonly ConcurrentQueue<Measured> _measured = [];
    private readonly ConcurrentQueue<Instrument> _instruments = [];

    public CollectedMetrics()
    {
        _listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Scope == this)
                {
                    _instruments.Enqueue(instrument);
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    public IReadOnlyList<Instrument> Instruments => [.. _instruments];

    public IReadOnlyList<Measured> Measurements => [.. _measured];

    /// <summary>The sum of an instrument for each set of attributes, as <c>{attribute=value} sum</c>.</summary>
    public IEnumerable<string> SumsOf(string instrument) => Measurements
        .Where(measured => measured.Instrument == instrument)
        .GroupBy(measured => string.Join(", ", measured.Tags.Select(tag => $"{tag.Key}={tag.Value}")))
        .OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => string.Create(CultureInfo.InvariantCulture, $"{{{group.Key}}} {group.Sum(measured => measured.Value)}"));

    public Meter Create(MeterOptions options)
    {
        var meter = new Meter(options.Name, options.Version, options.Tags, scope: this);
        _meters.Add(meter);
        return meter;
    }

    public void Dispose()
    {
        _listener.Dispose();
        _meters.ForEach(meter => meter.Dispose());
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _measured.Enqueue(new(instrument.Name, value, tags.ToArray()));

    internal sealed record Measured(string Instrument, double Value, KeyValuePair<string, object?>[] Tags);
}
