using System.Diagnostics;

namespace Cadence.SellsyImport.Telemetry;

/// <summary>An operation while it runs: its time, and its activity if somebody listens. Ends with its disposal.</summary>
internal sealed class TelemetryOperation(Activity? activity, TimeProvider time) : IDisposable
{
    private readonly long _started = time.GetTimestamp();

    /// <summary>The import; null in a preview. The store may name another one than was asked for, which is continued.</summary>
    public string? ImportId
    {
        get;
        set
        {
            field = value;
            activity?.SetTag(TelemetryTags.ImportId, value);
        }
    }

    public TimeSpan Elapsed => time.GetElapsedTime(_started);

    public long Milliseconds => (long)Elapsed.TotalMilliseconds;

    public void Set(string tag, long value) => activity?.SetTag(tag, value);

    /// <summary>A cancellation is no fault, so it leaves the status as it is.</summary>
    public void Fail(string error, bool isCancelled)
    {
        activity?.SetTag(TelemetryTags.ErrorType, error);
        if (!isCancelled)
        {
            activity?.SetStatus(ActivityStatusCode.Error);
        }
    }

    public void Dispose() => activity?.Dispose();
}
