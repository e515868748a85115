namespace ClusterImport;

/// <summary>A clock that is wrong by some seconds, to try what a cluster does then.</summary>
internal sealed class ShiftedClock(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
