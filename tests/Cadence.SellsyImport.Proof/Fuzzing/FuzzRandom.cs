namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Random numbers that are the same on every machine for one seed and one input (SplitMix64).</summary>
internal sealed class FuzzRandom(ulong seed, long input)
{
    private ulong _state = Mix(seed) ^ Mix((ulong)input + 0x9E3779B97F4A7C15);

    /// <summary>A number from 0 to below <paramref name="end"/>; 0 where that is none.</summary>
    public int Below(int end) => end <= 1 ? 0 : (int)(Next() % (ulong)end);

    public T Of<T>(IReadOnlyList<T> values) => values[Below(values.Count)];

    private ulong Next() => Mix(_state += 0x9E3779B97F4A7C15);

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }
}
