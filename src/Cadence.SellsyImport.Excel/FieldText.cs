using System.Buffers;
using System.Text;

namespace Cadence.SellsyImport.Excel;

/// <summary>Encodes the text of a cell as a field of the CSV text (RFC 4180, UTF-8).</summary>
internal sealed class FieldText
{
    private const byte Quote = (byte)'"';

    /// <summary>The separators that the importer tries, so that no cell looks like several.</summary>
    private static readonly SearchValues<byte> ToQuote = SearchValues.Create("\";,\t|\r\n"u8);

    private byte[] _field = new byte[512];

    /// <summary>The field, until the next call; empty for blanks.</summary>
    public ReadOnlySpan<byte> Of(ReadOnlySpan<char> text)
    {
        if (text.IsWhiteSpace())
        {
            return [];
        }

        var most = (2 * Encoding.UTF8.GetMaxByteCount(text.Length)) + 2;
        if (_field.Length < most)
        {
            _field = new byte[Math.Max(most, 2 * _field.Length)];
        }

        // The text stands in the second half while it is quoted into the first.
        var plain = _field.AsSpan(_field.Length - Encoding.UTF8.GetMaxByteCount(text.Length));
        plain = plain[..Encoding.UTF8.GetBytes(text, plain)];
        if (!plain.ContainsAny(ToQuote))
        {
            return plain;
        }

        var length = 0;
        _field[length++] = Quote;
        foreach (var unit in plain)
        {
            _field[length++] = unit;
            if (unit == Quote)
            {
                _field[length++] = Quote;
            }
        }

        _field[length++] = Quote;
        return _field.AsSpan(0, length);
    }
}
