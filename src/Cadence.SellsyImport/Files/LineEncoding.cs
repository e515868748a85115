using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Cadence.SellsyImport.Files;

/// <summary>Detects the encoding of one line: a file of two joined exports can have UTF-8 and single-byte encodings.</summary>
internal static class LineEncoding
{
    /// <summary>What is not undefined, a letter of French or a sign that people write within words.</summary>
    private static readonly SearchValues<byte> UnusualInWindows1252 = SearchValues.Create(
    [
        0x81, 0x82, 0x83, 0x84, 0x85, 0x86, 0x87, 0x88, 0x89, 0x8A, 0x8B, 0x8C, 0x8D, 0x8E, 0x8F, 0x90, 0x91, 0x93, 0x94, 0x95, 0x98, 0x99, 0x9B, 0x9D, 0x9F,
        0xA1, 0xA2, 0xA3, 0xA4, 0xA5, 0xA6, 0xA7, 0xA8, 0xA9, 0xAC, 0xAF, 0xB1, 0xB2, 0xB3, 0xB5, 0xB6, 0xB8, 0xB9, 0xBC, 0xBD, 0xBE, 0xBF,
    ]);

    /// <summary>The encoding of a line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="declared">The encoding of the file as far as its start shows.</param>
    /// <param name="isInUtf8">Whether the lines before are UTF-8, so that another encoding has to be shown.</param>
    /// <returns>The encoding; <see cref="LineEncodingKind.Ascii"/> if every encoding gives the same text.</returns>
    public static LineEncodingKind Of(ReadOnlySpan<byte> line, TextEncoding declared, bool isInUtf8)
    {
        if (Ascii.IsValid(line))
        {
            return LineEncodingKind.Ascii;
        }

        var hasEvidence = HasEvidenceOfUtf8(line);
        if (Utf8.IsValid(line))
        {
            return hasEvidence || declared == TextEncoding.Utf8 ? LineEncodingKind.Utf8 : LineEncodingKind.SingleByte;
        }

        var isUndecodable = hasEvidence
            || IsOfAnotherCodePage(line, declared)
            || (isInUtf8 && !SingleByteEvidence.IsText(line));
        return isUndecodable ? LineEncodingKind.Undecodable : LineEncodingKind.SingleByte;
    }

    /// <summary>The single-byte encoding of a line that is in one.</summary>
    public static TextEncoding SingleByteEncoding(ReadOnlySpan<byte> line, TextEncoding declared) => declared switch
    {
        { IsSingleByte: false } => TextEncoding.Windows1252,
        _ when declared == TextEncoding.Iso8859Part15 && line.ContainsAnyInRange((byte)0x80, (byte)0x9F) => TextEncoding.Windows1252,
        _ => declared,
    };

    /// <summary>Whether a line makes no sense in its single-byte encoding, so that it is in another one.</summary>
    public static bool IsOfAnotherCodePage(ReadOnlySpan<byte> line, TextEncoding declared)
    {
        var encoding = SingleByteEncoding(line, declared);
        var isWindows = encoding == TextEncoding.Windows1252 || encoding == TextEncoding.Iso8859Part15;
        return (!isWindows || line.ContainsAny(UnusualInWindows1252)) && !SingleByteSense.Makes(line, encoding.SingleByte, isStrict: !isWindows);
    }

    /// <summary>The first byte that is no UTF-8.</summary>
    public static int IndexOfInvalid(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (at < line.Length && Rune.DecodeFromUtf8(line[at..], out _, out var length) == OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    /// <summary>
    /// Whether a line has bytes that mean text in UTF-8 and nonsense in Windows-1252: a letter of French or a symbol, or two other
    /// characters in a row. Alone, pairs such as É and a no-break space in Windows-1252 are valid UTF-8 too, but for letters that no
    /// French text has.
    /// </summary>
    public static bool HasEvidenceOfUtf8(ReadOnlySpan<byte> line)
    {
        var isAfterSequence = false;
        while (!line.IsEmpty)
        {
            var ascii = line.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0)
            {
                return false;
            }

            isAfterSequence &= ascii == 0;
            line = line[ascii..];
            var isSequence = Rune.DecodeFromUtf8(line, out _, out var length) == OperationStatus.Done;
            if (isSequence && (isAfterSequence || line[0] is (>= 0xC2 and <= 0xC5) or 0xE2 or >= 0xF0))
            {
                return true;
            }

            isAfterSequence = isSequence;
            line = line[length..];
        }

        return false;
    }
}
