using System.Collections;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Collects what leaves the library besides its results: exceptions, metrics, traces, and the texts of objects.</summary>
internal sealed class Watch : IDisposable
{
    private readonly Lock _lock = new();
    private readonly List<string> _leaks = [];
    private readonly ActivityListener _activities;
    private readonly MeterListener _meters;
    private readonly LogListener _logs;
    private int _exceptions;
    private int _logged;
    private int _measured;
    private int _traced;

    public Watch()
    {
        _activities = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                Interlocked.Increment(ref _traced);
                Look("trace", [activity.DisplayName, activity.StatusDescription, .. activity.Baggage.Select(item => $"{item}")]);
                Look("trace", activity.TagObjects.Concat(activity.Events.SelectMany(one => one.Tags)).Concat(activity.Links.SelectMany(link => link.Tags ?? [])).Select(tag => $"{tag}"));
            },
        };
        ActivitySource.AddActivityListener(_activities);
        _meters = new MeterListener { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Look(tags));
        _meters.SetMeasurementEventCallback<int>((_, _, tags, _) => Look(tags));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Look(tags));
        _meters.Start();
        _logs = new LogListener(said => Look("log", said));
        Loggers = new ExaminedLoggers(said =>
        {
            Interlocked.Increment(ref _logged);
            Look("log", said);
        });
        Progress = new RecordingProgress<ImportProgress>(progress => Says(progress));
    }

    public IProgress<ImportProgress> Progress { get; }

    public ILoggerFactory Loggers { get; }

    /// <summary>How many log events were examined.</summary>
    public int Logged => _logged;

    /// <summary>How many measurements were examined.</summary>
    public int Measured => _measured;

    /// <summary>How many activities were examined.</summary>
    public int Traced => _traced;

    /// <summary>Runs something that may fail, and examines its exception.</summary>
    public async Task TryAsync(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception)
        {
            Interlocked.Increment(ref _exceptions);
            Look(exception);
        }
    }

    /// <summary>Examines the texts of objects.</summary>
    public void Says(params object?[] said) => Look("ToString", said);

    public void AssertNothingLeaked(int atLeastExceptions)
    {
        Assert.True(_exceptions >= atLeastExceptions, $"{_exceptions} exceptions were looked at, {atLeastExceptions} were expected.");
        Assert.Empty(_leaks);
    }

    public void Dispose()
    {
        _activities.Dispose();
        _meters.Dispose();
        _logs.Dispose();
    }

    private void Look(Exception exception)
    {
        Look("exception", [exception, exception.Message]);
        for (var inner = exception; inner is not null; inner = inner.InnerException)
        {
            foreach (DictionaryEntry entry in inner.Data)
            {
                Look("exception data", [entry.Key, entry.Value]);
            }
        }
    }

    private void Look(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        Interlocked.Increment(ref _measured);
        foreach (var tag in tags)
        {
            Look("metric", [$"{tag}"]);
        }
    }

    private void Look(string where, IEnumerable<object?> said)
    {
        foreach (var one in said)
        {
            var text = Convert.ToString(one, CultureInfo.InvariantCulture);
            if (text?.Contains(MarkedExport.Mark, StringComparison.OrdinalIgnoreCase) == true)
            {
                lock (_lock)
                {
                    _leaks.Add($"{where}: {text[..Math.Min(text.Length, 200)]}");
                }
            }
        }
    }
}
