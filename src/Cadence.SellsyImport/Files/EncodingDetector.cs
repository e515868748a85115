namespace Cadence.SellsyImport.Files;

/// <summary>Detects the encoding that the first bytes of a file show by themselves: by a byte order mark, or by the zeros of UTF-16.</summary>
internal static class EncodingDetector
{
    /// <summary>The encoding, or null if only the lines of the file can show it.</summary>
    public static EncodingFinding? Detect(ReadOnlySpan<byte> start)
    {
        if (ByteOrderMark.Find(start) is not { } mark)
        {
            return WithoutMark(start) is { } encoding ? new(encoding, 0, 0, 0) : null;
        }

        if (mark.Encoding != TextEncoding.Utf8)
        {
            return new(mark.Encoding, mark.Length, 0, 0);
        }

        var evidence = new EncodingEvidence();
        evidence.Add(start[mark.Length..]);
        return new(TextEncoding.Utf8, mark.Length, evidence.Utf8Lines, evidence.SingleByteLines);
    }

    /// <summary>UTF-16 that lost its mark: every other byte of Western text is zero.</summary>
    private static TextEncoding? WithoutMark(ReadOnlySpan<byte> sample)
    {
        var pairs = Math.Min(sample.Length, 4096) / 2;
        var (zeroFirst, zeroSecond) = (0, 0);
        for (var pair = 0; pair < pairs; pair++)
        {
            zeroFirst += sample[2 * pair] == 0 ? 1 : 0;
            zeroSecond += sample[(2 * pair) + 1] == 0 ? 1 : 0;
        }

        return (zeroFirst, zeroSecond) switch
        {
            _ when pairs < 2 => null,
            (0, var second) when second > pairs * 3 / 4 => TextEncoding.Utf16LittleEndian,
            (var first, 0) when first > pairs * 3 / 4 => TextEncoding.Utf16BigEndian,
            _ => null,
        };
    }
}
