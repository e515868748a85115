namespace Cadence.SellsyImport.Files;

/// <summary>Converts lines to UTF-8; the source may be UTF-8, a single-byte encoding, or a mixture of both.</summary>
internal readonly ref struct LineDecoder(TextEncoding declared, bool isMarked, EncodingChanges changes, TextBlock block)
{
    /// <summary>Decodes whole lines.</summary>
    /// <param name="source">The bytes of the file.</param>
    /// <param name="offset">The place of the first in the file.</param>
    /// <param name="text">Takes the text.</param>
    /// <returns>The bytes of the text.</returns>
    public int Decode(ReadOnlySpan<byte> source, long offset, Span<byte> text)
    {
        var written = 0;
        while (!source.IsEmpty)
        {
            var end = LineEnds.IndexOfFirst(source);
            var length = end < 0 ? source.Length : end + LineEnds.LengthAtStart(source[end..]);
            written += DecodeLine(source[..length], source[length..], offset, text, written);
            source = source[length..];
            offset += length;
        }

        return written;
    }

    private int DecodeLine(ReadOnlySpan<byte> line, ReadOnlySpan<byte> following, long offset, Span<byte> text, int position)
    {
        var kind = LineEncoding.Of(line, declared, changes.StaysUtf8);
        if (kind == LineEncodingKind.SingleByte && isMarked && changes.StaysUtf8 && !IsSingleByteAgain(following))
        {
            kind = LineEncodingKind.Undecodable;
        }

        if (kind is LineEncodingKind.Ascii or LineEncodingKind.Utf8)
        {
            if (kind == LineEncodingKind.Utf8)
            {
                NoteEncoding(TextEncoding.Utf8, position, offset);
            }

            block.AddSegment(new(position, offset, 0));
            line.CopyTo(text[position..]);
            return line.Length;
        }

        var encoding = LineEncoding.SingleByteEncoding(line, declared);
        if (kind == LineEncodingKind.Undecodable)
        {
            var invalidAt = offset + LineEncoding.IndexOfInvalid(line);
            block.Flaws.Add(new(position, CharacterIssueKind.Undecodable, invalidAt, declared.Name()));
        }
        else
        {
            NoteEncoding(encoding, position, offset);
        }

        block.AddSegment(new(position, offset, 1));
        var table = encoding == TextEncoding.Iso8859Part15 ? SingleByteText.Iso8859Part15 : SingleByteText.Windows1252;
        return table.Transcode(line, text[position..]);
    }

    /// <summary>Whether the next line that shows its encoding is not UTF-8 either: after a byte order mark, one such line is damage.</summary>
    private bool IsSingleByteAgain(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = LineEnds.IndexOfFirst(lines);
            var kind = LineEncoding.Of(end < 0 ? lines : lines[..end], declared, isInUtf8: true);
            if (kind != LineEncodingKind.Ascii)
            {
                return kind == LineEncodingKind.SingleByte;
            }

            lines = end < 0 ? [] : lines[(end + 1)..];
        }

        return false;
    }

    private void NoteEncoding(TextEncoding encoding, int position, long offset)
    {
        if (changes.Note(offset, encoding))
        {
            block.Flaws.Add(new(position, CharacterIssueKind.EncodingChanges, offset, encoding.Name()));
        }
    }
}
