using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Unicode;

namespace Cadence.SellsyImport.Files;

/// <summary>Converts UTF-16 and UTF-32 to UTF-8.</summary>
internal static class UnitDecoder
{
    private const int UnitsAtOnce = 4096;

    private static ReadOnlySpan<byte> Replacement => "\uFFFD"u8;

    /// <summary>Decodes the whole characters at the start of the bytes.</summary>
    /// <param name="source">The bytes of the file.</param>
    /// <param name="encoding">Their encoding.</param>
    /// <param name="isLast">Whether the file ends here, so that what is left over is no character.</param>
    /// <param name="offset">The place of the first byte in the file.</param>
    /// <param name="text">Takes the text.</param>
    /// <param name="block">Takes what cannot be decoded.</param>
    /// <returns>The bytes of the text.</returns>
    public static int Decode(ReadOnlySpan<byte> source, TextEncoding encoding, bool isLast, long offset, Span<byte> text, TextBlock block)
    {
        var rest = source;
        var written = 0;
        while (!rest.IsEmpty)
        {
            if (encoding.UnitSize == sizeof(char))
            {
                rest = rest[DecodeValid(rest, encoding, text, ref written)..];
                if (rest.IsEmpty)
                {
                    break;
                }
            }

            var status = DecodeOne(rest, encoding, out var rune, out var length);
            if (status == OperationStatus.NeedMoreData && !isLast)
            {
                break;
            }

            if (status == OperationStatus.Done)
            {
                written += rune.EncodeToUtf8(text[written..]);
            }
            else
            {
                block.Flaws.Add(new(written, CharacterIssueKind.Undecodable, offset + source.Length - rest.Length, encoding.Name));
                Replacement.CopyTo(text[written..]);
                written += Replacement.Length;
            }

            rest = rest[length..];
        }

        return written;
    }

    /// <summary>Decodes UTF-16 up to the first unit that is no character or lacks its second half.</summary>
    /// <returns>The bytes decoded.</returns>
    private static int DecodeValid(ReadOnlySpan<byte> source, TextEncoding encoding, Span<byte> text, ref int written)
    {
        Span<char> swapped = stackalloc char[UnitsAtOnce];
        var decoded = 0;
        while (true)
        {
            scoped var units = MemoryMarshal.Cast<byte, char>(source[decoded..]);
            units = units[..Math.Min(units.Length, UnitsAtOnce)];
            if (encoding.IsBigEndian == BitConverter.IsLittleEndian)
            {
                BinaryPrimitives.ReverseEndianness(MemoryMarshal.Cast<char, ushort>(units), MemoryMarshal.Cast<char, ushort>(swapped));
                units = swapped[..units.Length];
            }

            var status = Utf8.FromUtf16(units, text[written..], out var read, out var added, replaceInvalidSequences: false, isFinalBlock: false);
            decoded += sizeof(char) * read;
            written += added;
            if (read == 0 || status == OperationStatus.InvalidData)
            {
                return decoded;
            }
        }
    }

    private static OperationStatus DecodeOne(ReadOnlySpan<byte> source, TextEncoding encoding, out Rune rune, out int length)
    {
        var unitSize = encoding.UnitSize;
        rune = default;
        length = Math.Min(unitSize, source.Length);
        if (source.Length < unitSize)
        {
            return OperationStatus.NeedMoreData;
        }

        if (unitSize == sizeof(uint))
        {
            var value = encoding.IsBigEndian ? BinaryPrimitives.ReadUInt32BigEndian(source) : BinaryPrimitives.ReadUInt32LittleEndian(source);
            return Rune.TryCreate(value, out rune) ? OperationStatus.Done : OperationStatus.InvalidData;
        }

        var first = Unit(source, encoding);
        if (!char.IsSurrogate(first))
        {
            rune = new Rune(first);
            return OperationStatus.Done;
        }

        if (source.Length < 2 * sizeof(char))
        {
            return char.IsHighSurrogate(first) ? OperationStatus.NeedMoreData : OperationStatus.InvalidData;
        }

        if (!Rune.TryCreate(first, Unit(source[sizeof(char)..], encoding), out rune))
        {
            return OperationStatus.InvalidData;
        }

        length = 2 * sizeof(char);
        return OperationStatus.Done;
    }

    private static char Unit(ReadOnlySpan<byte> source, TextEncoding encoding) => (char)(encoding.IsBigEndian
        ? BinaryPrimitives.ReadUInt16BigEndian(source)
        : BinaryPrimitives.ReadUInt16LittleEndian(source));
}
