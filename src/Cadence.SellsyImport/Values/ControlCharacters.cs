using System.Buffers;

namespace Cadence.SellsyImport.Values;

/// <summary>Characters that are no text: the C0 and C1 controls except tab and line breaks, DEL, and half of a surrogate pair.</summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> Suspects = SearchValues.Create(AllSuspects());

    /// <summary>The index of the first one, or -1.</summary>
    public static int IndexOf(ReadOnlySpan<char> text)
    {
        var start = 0;
        while (true)
        {
            var found = text[start..].IndexOfAny(Suspects);
            if (found < 0)
            {
                return -1;
            }

            var index = start + found;
            if (!char.IsHighSurrogate(text[index]) || index + 1 == text.Length || !char.IsLowSurrogate(text[index + 1]))
            {
                return index;
            }

            start = index + 2;
        }
    }

    private static char[] AllSuspects()
    {
        var all = new List<char>();
        for (var i = 0; i <= char.MaxValue; i++)
        {
            var character = (char)i;
            if ((char.IsControl(character) && character is not ('\t' or '\n' or '\r')) || char.IsSurrogate(character))
            {
                all.Add(character);
            }
        }

        return [.. all];
    }
}
