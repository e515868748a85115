namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>
/// Random numbers that depend on their key alone, so that every cell can be written without those before it, and on every machine the
/// same. The steps are those of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).
/// </summary>
internal struct RandomStream
{
    private const ulong Step = 0x9E3779B97F4A7C15;

    private ulong _state;

    public RandomStream(long seed, long first, long second) =>
        _state = Mix(Mix(Mix((ulong)seed * Step) + ((ulong)first * Step)) + ((ulong)second * Step));

    /// <summary>A number from 0 to <paramref name="bound"/> - 1.</summary>
    public int Below(int bound) => (int)(((Next() >> 32) * (ulong)bound) >> 32);

    /// <summary>True with a probability of <paramref name="share"/>: always for 1, never for 0.</summary>
    public bool Chance(double share) => Fraction() < share;

    /// <summary>A number from 0 to just below 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    public T OneOf<T>(T[] values) => values[Below(values.Length)];

    private static ulong Mix(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    private ulong Next()
    {
        _state += Step;
        return Mix(_state);
    }
}
