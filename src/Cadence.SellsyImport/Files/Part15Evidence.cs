namespace Cadence.SellsyImport.Files;

/// <summary>Recognises ISO-8859-15 by the bytes that it changed from ISO-8859-1.</summary>
internal static class Part15Evidence
{
    /// <summary>
    /// Whether bytes that ISO-8859-15 changed from ISO-8859-1 stand where only their new meaning makes sense. These are œ and Œ within a
    /// word, or at the start of one such as œuvre or œil, and the euro sign, because no French text has a ¤. In <c>½h</c> the byte is a half.
    /// </summary>
    public static bool IsIn(ReadOnlySpan<byte> sample)
    {
        if (sample.ContainsAnyInRange((byte)0x80, (byte)0x9F))
        {
            return false;
        }

        for (var at = 1; at + 1 < sample.Length; at++)
        {
            var isPart15 = sample[at] switch
            {
                0xBD or 0xBC => IsOe(sample[at - 1], sample[(at + 1)..]),
                0xA4 => sample[at - 1] is < 0x80 or 0xA0,
                _ => false,
            };
            if (isPart15)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOe(byte before, ReadOnlySpan<byte> after) => char.IsAsciiLetter((char)before)
        ? IsLetter(after[0])
        : before < 0x80 && !char.IsAsciiDigit((char)before) && after is [(byte)'u' or (byte)'i' or (byte)'U' or (byte)'I', var second, ..] && IsLetter(second);

    private static bool IsLetter(byte value) => char.IsAsciiLetter((char)value) || value is >= 0xC0 and not (0xD7 or 0xF7);
}
