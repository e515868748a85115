using System.Diagnostics.Tracing;

namespace Cadence.SellsyImport.Testing.Conformance;

/// <summary>Hears every event that a library writes, of the database's driver too; those of the runtime itself say nothing of a host's data.</summary>
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

    // The base class tells of sources while it is being constructed.
    protected override void OnEventWritten(EventWrittenEventArgs eventData) => look?.Invoke([eventData.Message, .. eventData.Payload ?? []]);
}
