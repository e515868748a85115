namespace Cadence.SellsyImport.Files;

/// <summary>How many parts of a file are read at once.</summary>
internal static class Readers
{
    private const int Limit = 4;

    /// <summary>The cores, but no more than a few: each reader holds some megabytes.</summary>
    public static int Most { get; } = Math.Min(Environment.ProcessorCount, Limit);
}
