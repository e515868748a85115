namespace Cadence.SellsyImport.Benchmarks.Comparison;

/// <summary>One run.</summary>
/// <param name="WallMilliseconds">How long it took.</param>
/// <param name="ProcessorMilliseconds">The processor time of all its threads.</param>
/// <param name="AllocatedBytes">Bytes allocated during the run; 0 for a process of another program.</param>
/// <param name="PeakBytes">The peak working set of the process so far.</param>
internal sealed record Sample(double WallMilliseconds, double ProcessorMilliseconds, long AllocatedBytes, long PeakBytes);
