namespace ClusterScale;

/// <summary>What a run took.</summary>
internal sealed record MeasuredRun(double Seconds, long Leads, double ProcessorSeconds);
