using System.Text;
using System.Text.Unicode;

namespace Cadence.SellsyImport.Files;

/// <summary>Converts lines to UTF-8; the source may be UTF-8, a single-byte encoding, or a mixture of both.</summary>
internal readonly ref struct LineDecoder(EncodingFinding file, EncodingChanges changes, TextBlock block)
{
    private readonly TextEncoding _declared = file.Encoding;

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
        var kind = file.IsChosen ? KindInChosen(line) : LineEncoding.Of(line, _declared, changes.StaysUtf8);
        if (kind == LineEncodingKind.SingleByte && file.MarkLength > 0 && !file.IsChosen && changes.StaysUtf8 && !IsSingleByteAgain(following))
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

        var encoding = LineEncoding.SingleByteEncoding(line, _declared);
        if (kind == LineEncodingKind.Undecodable || file.Doubt is { IsError: true })
        {
            var invalidAt = offset + LineEncoding.IndexOfInvalid(line);
            block.Flaws.Add(new(position, CharacterIssueKind.Undecodable, invalidAt, _declared.Name) { CodePages = CodePagesFor(line) });
        }
        else
        {
            NoteEncoding(encoding, position, offset);
            AddDoubt(line, encoding, position);
        }

        block.AddSegment(new(position, offset, 1));
        return encoding.SingleByte.Transcode(line, text[position..]);
    }

    /// <summary>The kind of a line in a file of which a person chose the encoding: no line is in another one.</summary>
    private LineEncodingKind KindInChosen(ReadOnlySpan<byte> line) =>
        Ascii.IsValid(line) ? LineEncodingKind.Ascii
        : _declared != TextEncoding.Utf8 ? LineEncodingKind.SingleByte
        : Utf8.IsValid(line) ? LineEncodingKind.Utf8
        : LineEncodingKind.Undecodable;

    /// <summary>The code pages that a person may choose for a line which makes no sense; null if the line is damaged otherwise.</summary>
    private string? CodePagesFor(ReadOnlySpan<byte> line) =>
        file.Doubt is { IsError: true } doubt ? doubt.CodePages
        : file.IsChosen || LineEncoding.HasEvidenceOfUtf8(line) || SingleByteEvidence.IsCutUtf8(line) || !LineEncoding.IsOfAnotherCodePage(line, _declared) ? null
        : CodePages.Of(line);

    /// <summary>Warns of letters that no French text has, and of each accent if many lines of the file have such letters.</summary>
    private void AddDoubt(ReadOnlySpan<byte> line, TextEncoding encoding, int position)
    {
        var isWindows = !file.IsChosen && (encoding == TextEncoding.Windows1252 || encoding == TextEncoding.Iso8859Part15);
        if (isWindows && (ForeignLetters.CodePagesOf(line) ?? file.Doubt?.CodePages) is { } codePages)
        {
            block.Flaws.Add(new(position, CharacterIssueKind.Doubtful, 0, encoding.Name) { CodePages = codePages });
        }
    }

    /// <summary>Whether the next line that shows its encoding is not UTF-8 either: after a byte order mark, one such line is damage.</summary>
    private bool IsSingleByteAgain(ReadOnlySpan<byte> lines)
    {
        while (!lines.IsEmpty)
        {
            var end = LineEnds.IndexOfFirst(lines);
            var kind = LineEncoding.Of(end < 0 ? lines : lines[..end], _declared, isInUtf8: true);
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
        if (!file.IsChosen && changes.Note(offset, encoding))
        {
            block.Flaws.Add(new(position, CharacterIssueKind.EncodingChanges, offset, encoding.Name));
        }
    }
}
