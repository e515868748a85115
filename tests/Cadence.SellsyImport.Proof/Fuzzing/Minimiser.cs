namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>Makes an input shorter and plainer as long as it breaks the same promise.</summary>
internal static class Minimiser
{
    private const int MostTries = 20_000;

    public static async Task<byte[]> MinimiseAsync(byte[] input, string promise, Func<byte[], Task<FuzzFinding?>> run)
    {
        var tries = 0;
        var smallest = input;
        for (var size = input.Length / 2; size > 0 && tries < MostTries; size /= 2)
        {
            for (var at = 0; at + size <= smallest.Length && tries < MostTries;)
            {
                tries++;
                byte[] shorter = [.. smallest[..at], .. smallest[(at + size)..]];
                if (await BreaksAsync(shorter).ConfigureAwait(false))
                {
                    smallest = shorter;
                }
                else
                {
                    at += size;
                }
            }
        }

        for (var at = 0; at < smallest.Length && tries < MostTries; at++)
        {
            tries++;
            byte[] plainer = [.. smallest];
            plainer[at] = (byte)'a';
            smallest = smallest[at] != 'a' && await BreaksAsync(plainer).ConfigureAwait(false) ? plainer : smallest;
        }

        return smallest;

        async Task<bool> BreaksAsync(byte[] candidate) => (await run(candidate).ConfigureAwait(false))?.Promise == promise;
    }
}
