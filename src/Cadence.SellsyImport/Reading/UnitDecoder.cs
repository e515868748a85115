using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Cadence.SellsyImport.Reading;

/// <summary>Turns UTF-16 and UTF-32 into UTF-8.</summary>
internal static class UnitDecoder
{
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
                block.Flaws.Add(new(written, TextFlawKind.Undecodable, offset + source.Length - rest.Length, encoding.Name()));
                Replacement.CopyTo(text[written..]);
                written += Replacement.Length;
            }

            rest = rest[length..];
        }

        return written;
    }

    private static OperationStatus DecodeOne(ReadOnlySpan<byte> source, TextEncoding encoding, out Rune rune, out int length)
    {
        var unitSize = encoding.UnitSize();
        rune = default;
        length = Math.Min(unitSize, source.Length);
        if (source.Length < unitSize)
        {
            return OperationStatus.NeedMoreData;
        }

        if (unitSize == sizeof(uint))
        {
            var value = encoding == TextEncoding.Utf32LittleEndian
                ? BinaryPrimitives.ReadUInt32LittleEndian(source)
                : BinaryPrimitives.ReadUInt32BigEndian(source);
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

    private static char Unit(ReadOnlySpan<byte> source, TextEncoding encoding) => (char)(encoding == TextEncoding.Utf16LittleEndian
        ? BinaryPrimitives.ReadUInt16LittleEndian(source)
        : BinaryPrimitives.ReadUInt16BigEndian(source));
}
