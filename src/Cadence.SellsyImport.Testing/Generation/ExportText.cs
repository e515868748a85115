using System.Buffers;
using System.Text;
using Cadence.SellsyImport.Files;

namespace Cadence.SellsyImport.Testing.Generation;

/// <summary>Quotes cells, ends lines and encodes, a buffer at a time.</summary>
internal sealed class ExportText
{
    private const int FullLength = 32_768;

    private readonly Encoding _encoding;
    private readonly bool _quoteEveryCell;
    private readonly char _separator;
    private readonly string _newLine;
    private readonly SearchValues<char> _needQuotes;
    private char[] _text = new char[2 * FullLength];
    private byte[] _bytes = [];
    private int _length;
    private bool _isLineStart = true;

    public ExportText(SellsyExportOptions options)
    {
        _encoding = options.Encoding switch
        {
            SellsyExportEncoding.Utf8WithByteOrderMark => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            SellsyExportEncoding.Windows1252 => CodePagesEncodingProvider.Instance.GetEncoding(
                1252, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!,
            SellsyExportEncoding.Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
            SellsyExportEncoding.Utf16BigEndian => new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
            _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        };
        _quoteEveryCell = options.QuoteEveryCell;
        _separator = options.Separator;
        _newLine = options.NewLine switch
        {
            NewLineStyle.Lf => "\n",
            NewLineStyle.Cr => "\r",
            _ => "\r\n",
        };
        _needQuotes = SearchValues.Create(_separator, '"', '\r', '\n');
    }

    public ReadOnlyMemory<byte> ByteOrderMark => _encoding.GetPreamble();

    public bool IsFull => _length >= FullLength;

    public void AddCell(ReadOnlySpan<char> cell)
    {
        StartCell(cell);
        if (_quoteEveryCell || cell.ContainsAny(_needQuotes))
        {
            AddQuoted(cell);
        }
        else
        {
            cell.CopyTo(_text.AsSpan(_length));
            _length += cell.Length;
        }
    }

    /// <summary>Adds a cell whose closing quote is missing.</summary>
    public void AddCellWithoutClosingQuote(ReadOnlySpan<char> cell)
    {
        StartCell(cell);
        AddQuoted(cell);
        _length--;
    }

    /// <summary>Adds a cell in quotes that ends with a word in quotes which are not doubled.</summary>
    public void AddCellWithStrayQuotes(ReadOnlySpan<char> cell)
    {
        const string stray = "\"bis\" ter\"";
        StartCell(cell);
        AddQuoted(cell);
        Reserve(stray.Length);
        stray.CopyTo(_text.AsSpan(_length - 1));
        _length += stray.Length - 1;
    }

    public void EndLine()
    {
        Reserve(_newLine.Length);
        _newLine.CopyTo(_text.AsSpan(_length));
        _length += _newLine.Length;
        _isLineStart = true;
    }

    /// <summary>The bytes of all lines since the last call; valid until the next call.</summary>
    public ReadOnlyMemory<byte> Take()
    {
        if (_bytes.Length < _encoding.GetMaxByteCount(_length))
        {
            _bytes = new byte[_encoding.GetMaxByteCount(_text.Length)];
        }

        var written = _encoding.GetBytes(_text.AsSpan(0, _length), _bytes);
        _length = 0;
        return _bytes.AsMemory(0, written);
    }

    private void StartCell(ReadOnlySpan<char> cell)
    {
        Reserve((2 * cell.Length) + 5);
        if (!_isLineStart)
        {
            _text[_length++] = _separator;
        }

        _isLineStart = false;
    }

    private void AddQuoted(ReadOnlySpan<char> cell)
    {
        _text[_length++] = '"';
        while (cell.IndexOf('"') is >= 0 and var quote)
        {
            cell[..(quote + 1)].CopyTo(_text.AsSpan(_length));
            _length += quote + 1;
            _text[_length++] = '"';
            cell = cell[(quote + 1)..];
        }

        cell.CopyTo(_text.AsSpan(_length));
        _length += cell.Length;
        _text[_length++] = '"';
    }

    private void Reserve(int length)
    {
        if (_text.Length - _length < length)
        {
            Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + length));
        }
    }
}
