namespace Cadence.SellsyImport.Testing.Conformance;

internal static class Scheduling
{
    /// <summary>Yields to other tasks, twice as often for each next number, without waiting for time to pass.</summary>
    public static async Task YieldAsync(int number)
    {
        for (var yields = 0; yields < 1 << number; yields += 16)
        {
            await Task.Yield();
        }
    }
}
