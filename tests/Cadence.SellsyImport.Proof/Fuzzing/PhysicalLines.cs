using System.Globalization;
using System.Text;

namespace Cadence.SellsyImport.Proof.Fuzzing;

/// <summary>The physical lines of a file, counted without any help of the importer.</summary>
internal sealed class PhysicalLines
{
    private readonly byte[] _bytes;
    private readonly char _separator;
    private readonly Encoding? _encoding;
    private readonly List<(int Start, int End)> _lines = [];

    public PhysicalLines(byte[] bytes, string encoding, char separator = ';')
    {
        (_bytes, _separator) = (bytes, separator);
        _encoding = encoding switch
        {
            "utf-16le" => new UnicodeEncoding(bigEndian: false, byteOrderMark: false),
            "utf-16be" => new UnicodeEncoding(bigEndian: true, byteOrderMark: false),
            "utf-32le" => new UTF32Encoding(bigEndian: false, byteOrderMark: false),
            "utf-32be" => new UTF32Encoding(bigEndian: true, byteOrderMark: false),
            _ => null,
        };
        var unitSize = _encoding is null ? 1 : _encoding is UnicodeEncoding ? 2 : 4;
        var start = 0;
        for (var at = 0; at + unitSize <= bytes.Length; at += unitSize)
        {
            var end = at;
            if (Is(at, unitSize, '\r') && at + (2 * unitSize) <= bytes.Length && Is(at + unitSize, unitSize, '\n'))
            {
                at += unitSize;
            }
            else if (!Is(at, unitSize, '\r') && !Is(at, unitSize, '\n'))
            {
                continue;
            }

            _lines.Add((start, end));
            start = at + unitSize;
        }

        _lines.Add((start, bytes.Length));
    }

    public int Count => _lines.Count;

    public int StartOf(long line) => _lines[(int)line - 1].Start;

    public int EndOf(long line) => _lines[(int)line - 1].End;

    /// <summary>Whether a line, from 1, has nothing but separators, empty quotes, blanks and characters without width.</summary>
    public bool IsBlank(long line) => IsBlank(StartOf(line), EndOf(line));

    public bool IsBlank(int start, int end)
    {
        var bytes = _bytes.AsSpan(start, end - start);
        var text = (_encoding ?? (System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8 : Encoding.Latin1)).GetString(bytes);
        return text.Split('"').Index().All(part => part.Item.All(character => IsBlank(character) || (character == _separator && part.Index % 2 == 0)))
            && text.Count(character => character == '"') % 2 == 0;
    }

    private static bool IsBlank(char character) => character == '\t'
        || char.GetUnicodeCategory(character) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;

    private bool Is(int at, int unitSize, char character)
    {
        var isBigEndian = _encoding is UnicodeEncoding { CodePage: 1201 } or UTF32Encoding { CodePage: 12001 };
        for (var i = 0; i < unitSize; i++)
        {
            var isLowest = isBigEndian ? i == unitSize - 1 : i == 0;
            if (_bytes[at + i] != (isLowest ? (byte)character : 0))
            {
                return false;
            }
        }

        return true;
    }
}
