namespace Cadence.SellsyImport.PostgreSql;

/// <summary>
/// The version of a lead as it is given out: from its row, the number of its changes and the import that created it, so that a lead that
/// was removed and came again has another one.
/// </summary>
internal static class VersionMix
{
    public static long Of(long id, int version, long? createdByImport) =>
        (long)Spread(Spread(Spread((ulong)id) + (uint)version) + (ulong)(createdByImport ?? -1));

    /// <summary>SplitMix64 (https://prng.di.unimi.it/splitmix64.c): every bit of the number changes about half of the bits.</summary>
    private static ulong Spread(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
