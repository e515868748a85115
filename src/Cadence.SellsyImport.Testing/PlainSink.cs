namespace Cadence.SellsyImport.Testing;

/// <summary>A plain sink that offers no more than to find and to add. Thread-safe.</summary>
public sealed class PlainSink : PlainSinkBase;
