using System.Collections.Concurrent;
using System.Diagnostics;
using Cadence.SellsyImport.Telemetry;

namespace Cadence.SellsyImport.Tests.Telemetry;

/// <summary>Keeps every activity of the library below one of the test's own, so that tests beside it do not matter.</summary>
internal sealed class CollectedActivities : IDisposable
{
    private readonly ConcurrentQueue<Activity> _stopped = [];
    private readonly ActivityListener _listener;
    private readonly Activity _test = new Activity("test").Start();

    public CollectedActivities()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SellsyImportTelemetry.ActivitySourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                if (activity.TraceId == _test.TraceId)
                {
                    _stopped.Enqueue(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public IReadOnlyList<Activity> Stopped => [.. _stopped];

    public void Dispose()
    {
        _listener.Dispose();
        _test.Dispose();
    }
}
