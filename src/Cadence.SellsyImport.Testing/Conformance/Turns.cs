namespace Cadence.SellsyImport.Testing.Conformance;

internal static class Turns
{
    /// <summary>Lets others run for a while that grows with the number: no time is waited for.</summary>
    public static async Task TakeAsync(int number)
    {
        for (var turn = 0; turn < 1 << number; turn += 16)
        {
            await Task.Yield();
        }
    }
}
