using System.Buffers;
using System.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>
/// Decides what the bytes of a line that is not UTF-8 mean: text of Windows-1252, or a cut UTF-8 character. In doubt neither, because a
/// wrong letter would be stored unnoticed.
/// </summary>
internal static class SingleByteEvidence
{
    private enum Invalid
    {
        None,
        Letter,
        Other,
        Cut,
    }

    /// <summary>Whether a letter of Windows-1252 stands beside another letter, and nothing looks like a cut character of UTF-8.</summary>
    public static bool IsText(ReadOnlySpan<byte> line)
    {
        var hasLetter = false;
        for (var at = 0; NextInvalid(line, ref at) is var kind and not Invalid.None;)
        {
            if (kind == Invalid.Cut)
            {
                return false;
            }

            hasLetter |= kind == Invalid.Letter;
        }

        return hasLetter;
    }

    /// <summary>Whether all that is no UTF-8 on a line are characters of it that were cut.</summary>
    public static bool IsCutUtf8(ReadOnlySpan<byte> line)
    {
        for (var at = 0; NextInvalid(line, ref at) is var kind and not Invalid.None;)
        {
            if (kind != Invalid.Cut)
            {
                return false;
            }
        }

        return true;
    }

    private static Invalid NextInvalid(ReadOnlySpan<byte> line, ref int at)
    {
        while (at < line.Length)
        {
            var start = at;
            var isValid = Rune.DecodeFromUtf8(line[at..], out _, out var length) == OperationStatus.Done;
            at += length;
            if (!isValid)
            {
                return Kind(line, start, at);
            }
        }

        return Invalid.None;
    }

    private static Invalid Kind(ReadOnlySpan<byte> line, int start, int end)
    {
        var value = line[start];
        var isBeforeLetter = end < line.Length && IsLetter(line[end]);
        var isAfterLetter = start > 0 && IsLetter(line[start - 1]);
        var isAfterSmallLetter = start > 0 && char.IsAsciiLetterLower((char)line[start - 1]);

        // The first byte of a French character or of a symbol, in a place where Â, Ã, Ä, Å or â makes no sense. No French word ends in one,
        // and no capital stands within small letters.
        var isCut = value switch
        {
            >= 0xC2 and <= 0xC5 => !isBeforeLetter || isAfterSmallLetter,
            0xE2 or 0xF0 => !isBeforeLetter || end - start > 1,
            0xEF => end - start > 1 && line[start + 1] >= 0xB8,

            // Half of a UTF-16 surrogate pair that was encoded separately.
            0xED => line[end..] is [>= 0xA0 and <= 0xBF, >= 0x80 and <= 0xBF, ..],
            _ => false,
        };
        if (isCut)
        {
            return Invalid.Cut;
        }

        var isOutOfPlace = isAfterSmallLetter && value is >= 0xC0 and <= 0xDE;
        return value >= 0x80 && IsLetter(value) && !isOutOfPlace && (isBeforeLetter || isAfterLetter) ? Invalid.Letter : Invalid.Other;
    }

    private static bool IsLetter(byte value) => char.IsAsciiLetter((char)value) || value is >= 0xC0 and not (0xD7 or 0xF7);
}
