using System.Runtime.CompilerServices;

namespace Cadence.SellsyImport.Values;

/// <summary>Characters that are no text: the C0 and C1 controls except tab and line breaks, DEL, and half of a surrogate pair.</summary>
internal static class ControlCharacters
{
    /// <summary>The index of the first one, or -1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int IndexOf(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var character = text[i];
            if (character is (>= ' ' and < '\u007F') or (>= '\u00A0' and < '\uD800') or > '\uDFFF' or '\t' or '\n' or '\r')
            {
                continue;
            }

            if (!char.IsHighSurrogate(character) || i + 1 == text.Length || !char.IsLowSurrogate(text[i + 1]))
            {
                return i;
            }

            i++;
        }

        return -1;
    }
}
