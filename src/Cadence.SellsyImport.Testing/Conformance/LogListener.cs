using System.Diagnostics.Tracing;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Collects every event that a library or the database driver writes, but not those of the runtime, which contain no data of a host.</summary>
internal sealed class LogListener(Action<IEnumerable<object?>> look) : EventListener
{
    private static readonly string[] OfTheRuntime = ["System.", "Microsoft-Windows-DotNETRuntime", "Microsoft-DotNETCore", "Private.", "NativeRuntime"];

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (!OfTheRuntime.Any(prefix => eventSource.Name.StartsWith(prefix, StringComparison.Ordinal)))
        {
            EnableEvents(eventSource, EventLevel.Verbose, EventKeywords.All);
        }
    }

    // The base class calls back about sources during its own construction.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) => look?.Invoke([eventData.Message, .. eventData.Payload ?? []]);
}
