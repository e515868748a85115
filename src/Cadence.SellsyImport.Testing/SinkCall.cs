namespace Cadence.SellsyImport.Testing;

/// <summary>A call of a sink, as passed to <see cref="FaultInjectingLedgerSink.OnCall"/>. Immutable.</summary>
/// <param name="Number">The one-based number of the call.</param>
/// <param name="Method">The method that is called.</param>
/// <param name="IsDone">Whether the call has done its work; <see langword="false"/> before it does.</param>
public sealed record SinkCall(int Number, string Method, bool IsDone);
