namespace Cadence.SellsyImport.Tests.Importing;

/// <summary>A clock that stands still until a test moves it.</summary>
internal sealed class AdvancingTimeProvider : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => _now;

    public void Advance(TimeSpan by) => _now += by;
}
