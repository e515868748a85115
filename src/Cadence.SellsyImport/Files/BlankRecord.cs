using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using Cadence.SellsyImport.Text;

namespace Cadence.SellsyImport.Files;

/// <summary>Recognises a line that shows nothing: separators, empty quotes, and blanks of any kind.</summary>
internal static class BlankRecord
{
    /// <summary>Whether a line without its line end shows nothing. Control characters, line breaks and separators in quotes show something.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static bool Is(ReadOnlySpan<byte> text, byte separator)
    {
        var isQuoted = false;
        while (!text.IsEmpty)
        {
            var length = 1;
            if (text[0] == (byte)'"')
            {
                isQuoted = !isQuoted;
            }
            else if (text[0] == separator ? isQuoted : text[0] is not ((byte)' ' or (byte)'\t') && !IsBlank(text, out length))
            {
                return false;
            }

            text = text[length..];
        }

        return true;
    }

    private static bool IsBlank(ReadOnlySpan<byte> text, out int length)
    {
        length = 1;
        return text[0] >= 0x80
            && Rune.DecodeFromUtf8(text, out var rune, out length) == OperationStatus.Done
            && rune is { IsBmp: true, Value: > 0x9F }
            && BlankCharacters.IsBlank((char)rune.Value);
    }
}
