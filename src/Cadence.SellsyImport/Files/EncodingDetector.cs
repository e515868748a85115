using System.Text.Unicode;

namespace Cadence.SellsyImport.Files;

/// <summary>Detects the encoding of a file: from its byte order mark, else UTF-8 if the lines are valid, else a single-byte encoding.</summary>
internal static class EncodingDetector
{
    public static EncodingFinding Detect(ReadOnlySpan<byte> sample)
    {
        if (TextEncodings.ByteOrderMark(sample) is { } mark && mark.Encoding != TextEncoding.Utf8)
        {
            return new(mark.Encoding, mark.Length, 0, 0);
        }

        if (WithoutMark(sample) is { } unitEncoding)
        {
            return new(unitEncoding, 0, 0, 0);
        }

        if (TextEncodings.ByteOrderMark(sample) is { Length: var markLength })
        {
            var (marked, against) = CountLines(sample[markLength..]);
            return new(TextEncoding.Utf8, markLength, marked, against);
        }

        return OfLines(sample);
    }

    /// <summary>The encoding that most of the lines show; UTF-8 if all lines are ASCII.</summary>
    public static EncodingFinding OfLines(ReadOnlySpan<byte> sample)
    {
        var (utf8, singleByte) = CountLines(sample);
        return utf8 >= singleByte
            ? new(TextEncoding.Utf8, 0, utf8, singleByte)
            : new(IsPart15(sample) ? TextEncoding.Iso8859Part15 : TextEncoding.Windows1252, 0, singleByte, utf8);
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

    private static (int Utf8, int SingleByte) CountLines(ReadOnlySpan<byte> sample)
    {
        var (utf8, singleByte) = (0, 0);
        var whole = LineEnds.LengthOfWholeLines(sample);
        var rest = sample[..(whole == 0 ? sample.Length : whole)];
        while (!rest.IsEmpty)
        {
            var end = LineEnds.IndexOfFirst(rest);
            var line = end < 0 ? rest : rest[..end];
            var isValid = Utf8.IsValid(line);
            utf8 += isValid && LineEncoding.HasEvidenceOfUtf8(line) ? 1 : 0;
            singleByte += isValid || SingleByteEvidence.IsCutUtf8(line) ? 0 : 1;
            rest = end < 0 ? [] : rest[(end + 1)..];
        }

        return (utf8, singleByte);
    }

    /// <summary>
    /// Whether bytes that ISO-8859-15 changed from ISO-8859-1 stand where only their new meaning makes sense. These are œ and Œ within a
    /// word, or at the start of one such as œuvre or œil, and the euro sign, because no French text has a ¤. In <c>½h</c> the byte is a half.
    /// </summary>
    private static bool IsPart15(ReadOnlySpan<byte> sample)
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
