namespace Cadence.SellsyImport.Tool.Hosting;

/// <summary>The command refuses its input or database; the message says what was found and what to do.</summary>
internal sealed class RefusedException(string message) : Exception(message);
