using System.Globalization;

namespace Cadence.SellsyImport.Excel;

/// <summary>The text of one cell while it is read.</summary>
/// <param name="package">The workbook, for the limit of a cell.</param>
internal sealed class TextBuffer(WorkbookPackage package)
{
    private const int MostCharacters = 1 << 20;
    private const int EscapeLength = 7;

    private char[] _characters = new char[256];
    private int _length;

    public ReadOnlySpan<char> Text => _characters.AsSpan(0, _length);

    public void Clear() => _length = 0;

    public void Append(ReadOnlySpan<char> text)
    {
        if (_length + text.Length > MostCharacters)
        {
            throw package.TooLarge(_length + text.Length, MostCharacters, "cell");
        }

        if (_length + text.Length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(_length + text.Length, 2 * _characters.Length));
        }

        text.CopyTo(_characters.AsSpan(_length));
        _length += text.Length;
    }

    /// <summary>
    /// Replaces escapes such as <c>_x000D_</c>, as which workbooks write characters that XML cannot hold (ECMA-376 part 1, 22.9.2.19). One that
    /// would leave half a character stays as it is.
    /// </summary>
    public void Unescape()
    {
        var text = _characters.AsSpan(0, _length);
        var at = text.IndexOf("_x", StringComparison.Ordinal);
        if (at < 0)
        {
            return;
        }

        var length = at;
        while (at < text.Length)
        {
            if (TryReadEscape(text[at..], out var character))
            {
                if (!char.IsSurrogate(character))
                {
                    text[length++] = character;
                    at += EscapeLength;
                    continue;
                }

                if (char.IsHighSurrogate(character) && TryReadEscape(text[(at + EscapeLength)..], out var low) && char.IsLowSurrogate(low))
                {
                    text[length++] = character;
                    text[length++] = low;
                    at += 2 * EscapeLength;
                    continue;
                }
            }

            text[length++] = text[at++];
        }

        _length = length;
    }

    private static bool TryReadEscape(ReadOnlySpan<char> text, out char character)
    {
        character = default;
        if (text is not ['_', 'x', _, _, _, _, '_', ..] || !ushort.TryParse(text[2..6], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
        {
            return false;
        }

        character = (char)code;
        return true;
    }
}
