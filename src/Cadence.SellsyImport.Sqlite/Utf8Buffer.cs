using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Cadence.SellsyImport.Sqlite;

/// <summary>
/// A growing buffer of UTF-8, for text and JSON. Accented letters are not escaped, so that the columns can be read and searched directly.
/// The text never reaches a web page, so HTML needs no escape.
/// </summary>
internal sealed class Utf8Buffer
{
    private static readonly JavaScriptEncoder Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    private byte[] _bytes = new byte[1024];

    public int Length { get; private set; }

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, Length);

    public ReadOnlySpan<byte> this[Range range] => _bytes.AsSpan(range);

    public void Clear() => Length = 0;

    public void Append(ReadOnlySpan<byte> utf8)
    {
        utf8.CopyTo(Room(utf8.Length));
        Length += utf8.Length;
    }

    public void Append(string text) => Length += Encoding.UTF8.GetBytes(text, Room(Encoding.UTF8.GetMaxByteCount(text.Length)));

    /// <summary>Appends a number, a day or a time.</summary>
    public void Append<T>(T value, int mostBytes, [StringSyntax("format")] string format)
        where T : IUtf8SpanFormattable
    {
        value.TryFormat(Room(mostBytes), out var written, format, CultureInfo.InvariantCulture);
        Length += written;
    }

    /// <summary>Appends a text as a JSON string in its quotes.</summary>
    public void AppendJson(string text)
    {
        Append("\""u8);
        var start = Length;
        Append(text);
        EndJson(start);
    }

    /// <inheritdoc cref="AppendJson(string)"/>
    public void AppendJson(ReadOnlySpan<byte> utf8)
    {
        Append("\""u8);
        var start = Length;
        Append(utf8);
        EndJson(start);
    }

    /// <summary>Appends a closing bracket, which replaces a final comma.</summary>
    public void Close(byte bracket)
    {
        if (Length > 0 && _bytes[Length - 1] == (byte)',')
        {
            _bytes[Length - 1] = bracket;
        }
        else
        {
            Append([bracket]);
        }
    }

    private void EndJson(int start)
    {
        var safe = Encoder.FindFirstCharacterToEncodeUtf8(_bytes.AsSpan(start, Length - start));
        if (safe >= 0)
        {
            Escape(start + safe);
        }

        Append("\""u8);
    }

    private void Escape(int start)
    {
        var plain = _bytes[start..Length];
        Length = start;
        Encoder.EncodeUtf8(plain, Room(plain.Length * Encoder.MaxOutputCharactersPerInputCharacter), out _, out var written);
        Length += written;
    }

    private Span<byte> Room(int bytes)
    {
        if (_bytes.Length - Length < bytes)
        {
            Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, Length + bytes));
        }

        return _bytes.AsSpan(Length);
    }
}
